"use strict";
// The filters: what is ticked in a group are alternatives, nothing ticked lets all pass, groups narrow each other.
const form = document.getElementById("filters"), fold = document.getElementById("fold");
const dated = data.claims.filter(claim => claim.first || claim.last), checked = dated.filter(claim => layerOf(claim) !== "proposed");
const years = (checked.length ? checked : dated).map(claim => yearOf(claim.first || claim.last));
const span = [Math.min(...years), Math.max(...years)];
const boxes = new Map();  // key → value → its checkbox

function counts(of) {
  const found = new Map();
  for (const claim of data.claims) for (const value of new Set(of(claim))) found.set(value, (found.get(value) || 0) + 1);
  return found;
}

function ticks(key, title, label, of, open = true) {
  const values = KNOWN[key], found = counts(of), group = element("details", "", "group"), list = element("div", "", "ticks");
  if (!values.length) return [];
  group.open = open;
  const summary = element("summary", title), told = element("span", "", "told");
  summary.append(told);
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", title);
  boxes.set(key, new Map());
  const order = key === "layer" || key === "method" ? values : [...values].sort((a, b) => (found.get(b) || 0) - (found.get(a) || 0));
  for (const value of order) {
    const line = element("label", "", "tick"), box = element("input");
    box.type = "checkbox";
    box.addEventListener("change", () => ticked(key));
    line.append(box, element("span", label(value)), element("span", number(found.get(value) || 0), "count"));
    boxes.get(key).set(value, box);
    list.append(line);
  }
  group.append(summary, list);
  return [group];
}

function ticked(key) {
  const changes = { [key]: [...boxes.get(key)].filter(([, box]) => box.checked).map(([value]) => value) };
  // what rules propose is of its own layer and of its own method: one is not seen without the other
  if (key === "layer") changes.method = coupled(state.method, "extracted", changes.layer.includes("proposed"), state.layer.includes("proposed"));
  if (key === "method") changes.layer = coupled(state.layer, "proposed", changes.method.includes("extracted"), state.method.includes("extracted"));
  choose(changes);
}

function coupled(list, value, now, before) {
  if (now === before || !list.length) return list;
  return now ? [...new Set([...list, value])] : without(list, value);
}

function toggle(key, text) {
  const line = element("label", "", "tick"), box = element("input");
  box.type = "checkbox";
  box.addEventListener("change", () => choose({ [key]: box.checked }));
  line.append(box, element("span", text));
  boxes.set(key, box);
  return line;
}

function slider(key, text) {
  const made = element("input");
  made.type = "range";
  [made.min, made.max, made.step] = [span[0], span[1], 1];
  made.setAttribute("aria-label", text);
  made.addEventListener("input", () => {
    const other = boxes.get(key === "from" ? "to" : "from");
    if (key === "from" && made.valueAsNumber > other.valueAsNumber) made.value = other.value;
    if (key === "to" && made.valueAsNumber < other.valueAsNumber) made.value = other.value;
    const edge = key === "from" ? span[0] : span[1];
    choose({ [key]: made.valueAsNumber === edge ? null : made.valueAsNumber }, true);
  });
  boxes.set(key, made);
  return made;
}

const bars = [];
function histogram() {
  const space = "http://www.w3.org/2000/svg", made = document.createElementNS(space, "svg");
  const width = Math.min(span[1] - span[0] + 1, 60), counted = new Array(width).fill(0);
  const slot = (year) => Math.min(width - 1, Math.floor((year - span[0]) / (span[1] - span[0] + 1) * width));
  for (const year of years) counted[slot(year)] += 1;
  const top = Math.max(...counted);
  made.setAttribute("viewBox", `0 0 ${width} 20`);
  made.setAttribute("preserveAspectRatio", "none");
  made.setAttribute("aria-hidden", "true");
  made.classList.add("histogram");
  counted.forEach((count, index) => {
    const bar = document.createElementNS(space, "rect"), high = count ? Math.max(1, Math.sqrt(count / top) * 20) : 0;
    for (const [name, value] of Object.entries({ x: index + 0.1, y: 20 - high, width: 0.8, height: high })) bar.setAttribute(name, value);
    const from = span[0] + index * (span[1] - span[0] + 1) / width;
    bars.push({ bar, from: Math.floor(from), to: Math.ceil(from + (span[1] - span[0] + 1) / width) - 1 });
    made.append(bar);
  });
  return made;
}

const timeTold = element("output", "", "dim");
function timeGroup() {
  const group = element("fieldset", "", "group"), track = element("div", "", "track");
  group.append(element("legend", "Time of what is claimed"));
  if (!years.length) { group.append(element("p", "No claim has a date.", "dim")); return group; }
  track.append(slider("from", "From year"), slider("to", "To year"));
  group.append(histogram(), track, timeTold, toggle("undated", "Keep claims without a date"));
  return group;
}

const wayTold = element("p", "", "dim small");
function wayGroup() {
  const group = element("fieldset", "", "group"), select = element("select");
  group.append(element("legend", "Tied by"));
  for (const [value, [text]] of Object.entries(WAYS)) { const option = element("option", text); option.value = value; select.append(option); }
  select.setAttribute("aria-label", "Tied by");
  select.addEventListener("change", () => choose({ by: select.value }));
  boxes.set("by", select);
  group.append(select, wayTold);
  return group;
}

function minGroup() {
  const line = element("label", "Independent sources, at least ", "tick"), made = element("input");
  [made.type, made.min, made.max] = ["number", 1, 99];
  made.addEventListener("change", () => choose({ min: Math.max(1, Math.min(99, Math.round(made.valueAsNumber) || 1)) }));
  boxes.set("min", made);
  line.append(made);
  return line;
}

function makeFilters() {
  const doubt = element("fieldset", "", "group");
  doubt.append(element("legend", "How well told"), minGroup(), toggle("contested", "≠ Only what is contested"));
  const family = (value) => value[0] + value.slice(1).toLowerCase().replaceAll("_", " ");
  form.append(
    timeGroup(), doubt, wayGroup(),
    ...ticks("layer", "How it is told", value => LAYERS[value], claim => [layerOf(claim)]),
    ...ticks("method", "Who checked it", value => METHODS[value], claim => claim.evidence.map(proof => proof.method)),
    ...ticks("family", "Kind of relation", family, claim => [claim.family], false),
    ...ticks("source", "Source", key => data.sources[key].title, claim => claim.evidence.map(proof => proof.source), false),
    ...ticks("side", "Perspective of", nameOf, claim => claim.sides || [], false),
    button("Reset filters", () => choose(Object.fromEntries(NARROWING.map(key => [key, START[key]]))), "chip"),
  );
  form.addEventListener("submit", event => event.preventDefault());
  fold.addEventListener("click", () => foldFilters(!form.hidden));
  foldFilters(!matchMedia("(min-width: 64rem)").matches);
}

function foldFilters(away) {
  form.hidden = away;
  fold.setAttribute("aria-expanded", String(!away));
}

// the form follows what is chosen
function showFilters() {
  for (const [key, made] of boxes) {
    const value = state[key];
    if (made instanceof Map) {
      for (const [one, box] of made) box.checked = value.includes(one);
      made.values().next().value.closest("details").querySelector(".told").textContent = value.length ? String(value.length) : "all";
    } else if (made.type === "checkbox") {
      made.checked = value;
      if (key === "undated") { made.disabled = state.from === null && state.to === null; made.parentElement.classList.toggle("off", made.disabled); }
    }
    else if (key === "from" || key === "to") {
      made.value = value ?? span[key === "from" ? 0 : 1];
      made.setAttribute("aria-valuetext", value === null ? `no limit (${made.value})` : made.value);
    } else made.value = value;
  }
  wayTold.textContent = WAYS[state.by][1];
  const [from, to] = [state.from ?? span[0], state.to ?? span[1]];
  timeTold.textContent = state.from === null && state.to === null ? `any time (${span[0]} to ${span[1]})` : `${from} to ${to}`;
  for (const { bar, from: first, to: last } of bars) bar.classList.toggle("in", last >= from && first <= to);
}
