"use strict";
// The legend: what shapes, colours and lines mean, the filters in force in words, and how much of all is seen.
const legend = document.getElementById("legend"), count = document.getElementById("count");
const SPACE = "http://www.w3.org/2000/svg";
const OUTLINES = {
  square: "M3 3h12v12h-12z", dot: "M9 2.5a6.5 6.5 0 1 0 .01 0z", hexagon: "M2 9l3.5-6h7l3.5 6l-3.5 6h-7z", diamond: "M9 1.5l7.5 7.5l-7.5 7.5l-7.5-7.5z", triangle: "M9 2.5l7 12.5h-14z",
};
const SIGNS = { cooperative: "", conflictual: "5 3.5", mixed: "8 3 1.5 3", neutral: "1.5 3.5" };
const TYPES = { State: "state", Person: "person", Organization: "organization", Company: "company", Actor: "other" };

function drawing(path, width, attributes) {
  const made = document.createElementNS(SPACE, "svg"), line = document.createElementNS(SPACE, "path");
  for (const [name, value] of Object.entries({ width, height: 18, viewBox: `0 0 ${width} 18`, "aria-hidden": "true" })) made.setAttribute(name, value);
  for (const [name, value] of Object.entries({ d: path, fill: "none", stroke: "currentColor", "stroke-width": 1.6, ...attributes })) line.setAttribute(name, value);
  made.append(line);
  return made;
}

function key(text, ...symbols) {
  const made = element("span", "", "key");
  made.append(...symbols, document.createTextNode(text));
  return made;
}

const listed = (key, label) => state[key].map(label).join(" or ");
// the filters in force, in words
function inForce() {
  const told = [`tied ${state.by === "direct" ? "directly" : `by ${state.by}`}`];
  told.push(state.layer.length ? listed("layer", value => LAYERS[value]) : "told in any way");
  told.push(state.method.length ? listed("method", value => value) : "checked or not");
  if (state.from !== null || state.to !== null) told.push((state.to === null ? `from ${state.from} on` : state.from === null ? `until ${state.to}` : `${state.from} to ${state.to}`) + (state.undated ? ", or undated" : ""));
  if (state.family.length) told.push(`relations: ${listed("family", value => value.toLowerCase())}`);
  if (state.source.length) told.push(`source: ${listed("source", value => value)}`);
  if (state.side.length) told.push(`the view of ${listed("side", nameOf)}`);
  if (state.min > 1) told.push(`at least ${state.min} independent sources`);
  if (state.contested) told.push("contested only");
  if (state.around) told.push(`only the surroundings of ${nameOf(state.around)}`);
  return told;
}

// what rules propose counts for itself
const seenClaims = (proposed) => new Set(pairsNow.flatMap(pair => [...pair.items].map(item => item.claim)).filter(claim => (layerOf(claim) === "proposed") === proposed)).size;
const figures = () => `${number(shownNow.size)} of ${number(new Set([...tiesOf.keys(), ...shownNow]).size)} actors · ${number(pairsNow.length)} of ${number(pairs.size)} links`;
const coverage = () => `You see ${number(seenClaims(false))} of ${many(data.total, "claim")}${seenClaims(true) ? ` and ${number(seenClaims(true))} of ${number(data.proposed)} proposed by rules` : ""}.`;

function showLegend() {
  count.textContent = figures();
  const shown = new Set([...shownNow].map(rank => actors[rank].type)), lines = element("p"), shapes = element("p"), force = element("p");
  const picture = element("details"), unfolded = legend.querySelector("details")?.open ?? matchMedia("(min-width: 48rem)").matches;
  for (const [type, text] of Object.entries(TYPES)) if (shown.has(type)) shapes.append(key(text, drawing(OUTLINES[data.shapes[type]], 18, {})));
  const inView = sides.filter(side => [...shownNow].some(rank => actors[rank].side === side));
  for (const side of inView.slice(0, 8)) {
    const badge = element("span", letters.get(side), "badge"), { border, background } = sideInk(side);
    Object.assign(badge.style, { color: border, borderColor: border, backgroundColor: background });
    shapes.append(key(nameOf(side), badge));
  }
  if (inView.length > 8) shapes.append(key(`and ${many(inView.length - 8, "more side")}, by their letters`));
  for (const [sign, dash] of Object.entries(SIGNS)) {
    const line = drawing("M1 9h32", 34, { "stroke-dasharray": dash, "stroke-width": 2 });
    line.style.color = `var(--${{ cooperative: "plus", conflictual: "minus" }[sign] || "neither"})`;
    lines.append(key(sign === "conflictual" || sign === "mixed" ? `− ${sign}` : sign, line));
  }
  lines.append(key("≠ contested"), key("wider: more independent sources"), key("larger: more links"));
  force.append(element("strong", "Shown: "), document.createTextNode(`${inForce().join(" · ")}. ${coverage()}`));
  const acts = element("span", "", "acts controls");
  acts.append(button("Copy legend", event => copy(legendText(), event.currentTarget)));
  if (tiesOf.size > shownNow.size && !state.all) acts.append(button(`Show all ${number(tiesOf.size)}`, () => choose({ all: true, around: "", hide: [] })));
  if (state.all || state.around || state.add.length || state.hide.length) acts.append(button(`Back to the first ${Math.min(data.top, tiesOf.size)}`, () => choose({ all: false, around: "", add: [], hide: [] })));
  if (written({ ...state, view: "graph" })) acts.append(button("Reset all", () => choose({ ...START, view: state.view })));
  force.append(acts);
  picture.append(element("summary", "Shapes, colours and lines"), shapes, lines);
  picture.open = unfolded;
  picture.hidden = state.view !== "graph";  // a table says it in words
  legend.replaceChildren(picture, force);
}

function legendText() {
  return [
    `${document.title}: ${figures()}.`, `Shown: ${inForce().join("; ")}.`, coverage(),
    "Shape: type of actor; colour and letter: side; solid: cooperative, dashed −: conflictual, dash and dot −: both, dotted: neither; ≠: contested; width: independent sources; size: links.",
    `Data ${data.dataset.slice(0, 12)}. ${location.href}`,
  ].join("\n");
}

// copied, or where the browser refuses, selected for the reader to copy
async function copy(text, near) {
  document.querySelector(".copied")?.remove();
  try {
    await navigator.clipboard.writeText(text);
    const told = element("span", " copied", "copied dim");
    told.setAttribute("role", "status");
    near.after(told);
    setTimeout(() => told.remove(), 2500);
  } catch {
    const field = element("textarea", "", "copied");
    field.value = text;
    field.readOnly = true;
    field.rows = 3;
    field.setAttribute("aria-label", "Copy this text");
    near.after(field);
    field.select();
  }
}
