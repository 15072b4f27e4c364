"use strict";
// All that is chosen stands in the address: only what differs from the start, in words.
const START = {
  view: "graph", by: "direct", layer: ["fact"], method: ["curated", "reviewed"], family: [], source: [], side: [], from: null, to: null,
  undated: false, min: 1, contested: false, all: false, around: "", add: [], hide: [], actor: "", pair: "",
};
const KNOWN = {
  view: ["graph", "table"], by: Object.keys(WAYS), layer: Object.keys(LAYERS), method: Object.keys(METHODS),
  family: [...new Set(data.claims.map(claim => claim.family))].sort(), source: Object.keys(data.sources),
  side: [...new Set(data.claims.flatMap(claim => claim.sides || []))].sort((a, b) => nameOf(a).localeCompare(nameOf(b))),
};
for (const key of ["around", "add", "hide", "actor", "pair"]) KNOWN[key] = { includes: (id) => rankOf.has(id) };
const NARROWING = ["by", "layer", "method", "family", "source", "side", "from", "to", "undated", "min", "contested"];
let state = { ...START };

function parsed(hash) {
  const made = { ...START };
  for (const part of hash.replace(/^#/, "").split("&")) {
    const at = part.indexOf("="), key = part.slice(0, at);
    if (at < 0 || !Object.hasOwn(START, key)) continue;
    let values;
    try { values = part.slice(at + 1).split(",").map(decodeURIComponent).filter(Boolean); } catch { continue; }
    const usual = START[key];
    if (typeof usual === "boolean") made[key] = values[0] === "1";
    else if (key === "from" || key === "to") made[key] = /^-?\d{1,5}$/.test(values[0] || "") ? Number(values[0]) : usual;
    else if (key === "min") made.min = /^\d{1,5}$/.test(values[0] || "") ? Math.max(1, Math.min(99, Number(values[0]))) : usual;
    else {
      const known = [...new Set(values)].filter(value => KNOWN[key].includes(value));
      if (key === "pair") made.pair = known.length === 2 ? known.join(",") : "";
      else if (Array.isArray(usual)) made[key] = values.length && !known.length ? usual : known;
      else made[key] = known[0] || usual;
    }
  }
  return made;
}

function written(of) {
  const told = [];
  for (const [key, usual] of Object.entries(START)) {
    const value = of[key], list = [value].flat();
    if (String(value) === String(usual)) continue;
    const text = value === true ? "1" : (key === "pair" ? value.split(",") : list).map(item => encodeURIComponent(item)).join(",");
    told.push(`${key}=${text}`);
  }
  return told.join("&");
}

// change what is chosen; `quietly` leaves no step for the back button
function choose(changes, quietly = false) {
  state = { ...state, ...changes };
  const address = `#${written(state)}`;
  if (address !== (location.hash || "#")) {
    try { history[quietly ? "replaceState" : "pushState"](null, "", address); } catch { location.replace(address); }
  }
  show();
}
const without = (list, item) => list.filter(one => one !== item);
