"use strict";
// Narrows the timeline to an actor or a pair and to kinds of claims; the state stands in the address.
const form = document.getElementById("choice"), state = document.getElementById("state");
const fields = { actor: document.getElementById("actor"), other: document.getElementById("other") };
const boxes = [...form.querySelectorAll("input[name=layer]")];
const twice = data.people.map(person => person[1]).filter((name, index, all) => all.indexOf(name) !== index);
const titles = data.people.map(([id, name]) => twice.includes(name) ? `${name} (${id})` : name);
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
const known = new Map();
data.people.forEach(([id, , , aliases], index) => aliases.forEach(alias => known.set(plain(alias), index)));
data.people.forEach(([id], index) => { known.set(plain(titles[index]), index); known.set(id, index); });

// the actor of this name, or the only one with these letters in a name
function find(text) {
  const wanted = plain(text);
  if (known.has(wanted)) return known.get(wanted);
  const found = new Set([...known].filter(([name]) => wanted.length > 2 && name.includes(wanted)).map(([, index]) => index));
  return found.size === 1 ? [...found][0] : undefined;
}

document.getElementById("people").append(...data.people.map(([, , count, aliases], index) => {
  const made = element("option", [`${count} dated claims`, ...aliases.slice(0, 3)].join(" · "));
  made.value = titles[index];
  return made;
}));

const years = [...document.querySelectorAll("#points .year")].map(section => ({
  section, gap: section.querySelector(".gap"), entries: [...section.querySelectorAll(".entry")],
}));
const others = [...document.querySelectorAll("#lasting .entry"), ...document.querySelectorAll("#plans .pair")];
const bars = [...document.querySelectorAll(".chart .bar")], totals = [...document.querySelectorAll(".chart .total")];
const height = 150;

function chosen() {
  const people = Object.values(fields).filter(field => field.value.trim()).map(field => {
    const index = find(field.value);
    field.setCustomValidity(index === undefined ? "no actor of this name" : "");
    field.setAttribute("aria-invalid", index === undefined);
    return index;
  });
  return { people, layers: new Set(boxes.filter(box => box.checked).map(box => box.value)) };
}

function narrow() {
  const { people, layers } = chosen();
  const passes = (id, any) => {
    const [layer, , who] = data.claims[id];
    return (any || layers.has(layer)) && people.every(person => who.includes(person));
  };
  const counts = new Map();
  let last = null, shown = 0;
  for (const { section, gap, entries } of years) {
    let first = true;
    for (const entry of entries) {
      const id = entry.dataset.claim, [layer, month] = data.claims[id];
      entry.hidden = !passes(id);
      if (entry.hidden) continue;
      if (first) {
        const silent = last === null ? 0 : month - last;
        gap.textContent = `${silent} months without a dated claim${people.length ? " of them" : ""}`;
        gap.hidden = silent < data.gap;
        first = false;
      }
      last = month;
      shown += 1;
      const year = Math.floor(month / 12), key = `${year - year % data.step} ${layer}`;
      counts.set(key, (counts.get(key) || 0) + 1);
    }
    section.hidden = first;
  }
  for (const entry of others) {
    entry.hidden = !passes(entry.dataset.claim, entry.matches(".pair"));
    if (!entry.hidden && entry.matches(".entry")) shown += 1;
  }
  for (const part of document.querySelectorAll("#lasting, #plans")) part.hidden = !part.querySelector("[data-claim]:not([hidden])");
  draw(counts);
  const names = people.map(person => person === undefined ? "an actor that is not here" : data.people[person][1]);
  state.textContent = `${shown} of ${document.querySelectorAll(".entry").length} dated claims${names.length ? `: ${names.join(" and ")}` : ""}`;
}

function draw(counts) {
  const sums = new Map();
  for (const [key, count] of counts) sums.set(key.split(" ")[0], (sums.get(key.split(" ")[0]) || 0) + count);
  const top = Math.max(1, ...sums.values()), ground = new Map();
  for (const bar of bars) {
    const { start, layer } = bar.dataset, count = counts.get(`${start} ${layer}`) || 0;
    const below = ground.get(start) || 0;
    ground.set(start, below + count);
    bar.setAttribute("y", height - (below + count) * height / top);
    bar.setAttribute("height", count * height / top);
  }
  for (const total of totals) {
    const sum = sums.get(total.dataset.start) || 0;
    total.textContent = sum || "";
    total.setAttribute("y", height - 4 - sum * height / top);
  }
}

function store() {
  const { people, layers } = chosen();
  const parts = Object.entries(fields).filter(([, field]) => find(field.value) !== undefined)
    .map(([key, field]) => `${key}=${encodeURIComponent(data.people[find(field.value)][0])}`);
  if (layers.size < boxes.length) parts.push(`layers=${[...layers].join(",")}`);
  if (people.length || layers.size < boxes.length || location.hash.includes("=")) {
    history.replaceState(null, "", `#${parts.join("&")}`);
  }
}

function restore() {
  const hash = location.hash.slice(1), said = new URLSearchParams(hash.includes("=") ? hash : "");
  for (const [key, field] of Object.entries(fields)) {
    const index = known.get(said.get(key) || "");
    field.value = index === undefined ? said.get(key) || "" : titles[index];
  }
  const layers = said.get("layers");
  for (const box of boxes) box.checked = layers === null || layers.split(",").includes(box.value);
  narrow();
}

function change() { store(); narrow(); }
form.hidden = false;
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  if (target.type !== "search" || !target.value.trim() || find(target.value) !== undefined) change();
});
form.addEventListener("change", change); // a name that is none is told when the field is left
addEventListener("hashchange", restore);
restore();
const picture = document.getElementById("chart");
if (picture) picture.scrollLeft = picture.scrollWidth; // where it is cut, the latest years show
