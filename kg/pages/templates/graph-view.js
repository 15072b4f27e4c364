"use strict";
// The picture: places and shapes come from Python, vis-network draws dots and lines; labels and marks are ours.
const HUES = [212, 6, 140, 280, 32, 182, 328, 92];
const bySide = counts(() => []);
for (const actor of actors) if (actor.side) bySide.set(actor.side, (bySide.get(actor.side) || 0) + 1);
const sides = [...bySide.keys()].sort((a, b) => bySide.get(b) - bySide.get(a) || a.localeCompare(b));
const DASHES = { cooperative: false, conflictual: [9, 6], mixed: [12, 4, 2, 4], neutral: [2, 5] };
const graph = document.getElementById("graph");
let stretch = 1;  // wider or higher than it was laid out, as the screen is
let printing = false, passed = [], pairs = new Map(), tiesOf = new Map(), shownNow = new Set(), pairsNow = [];

// a side is a colour and a letter, or two where a letter would not tell it from a larger side
const letters = new Map();
for (const side of sides) {
  const name = nameOf(side), used = new Set(letters.values());
  const initials = name.split(/[\s-]+/).map(word => word[0] || "").join("").slice(0, 2);
  letters.set(side, [name[0], initials, name.slice(0, 2)].find(text => text && !used.has(text)) || name.slice(0, 3));
}

const lit = () => isDark() && !printing;
// the colours of page.css, which a canvas cannot read by itself
const inksOf = {}, probe = element("i");
probe.hidden = true;
document.body.append(probe);
function inks() {
  const mode = printing ? "print" : lit() ? "dark" : "light";
  if (!inksOf[mode]) {
    probe.style.colorScheme = lit() ? "dark" : "light";
    inksOf[mode] = Object.fromEntries(["paper", "ink", "card", "accent", "plus", "minus", "neither"].map(name => {
      probe.style.color = `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    }));
    if (printing) inksOf[mode].paper = "#ffffff";
  }
  return inksOf[mode];
}
function sideInk(side) {
  const index = sides.indexOf(side), hue = HUES[index];
  if (hue === undefined) return lit() ? { border: "#a9b2bf", background: "#2a3039" } : { border: "#5d6673", background: "#eceef1" };
  return lit() ? { border: `hsl(${hue}, 70%, 72%)`, background: `hsl(${hue}, 32%, 22%)` } : { border: `hsl(${hue}, 62%, 36%)`, background: `hsl(${hue}, 62%, 93%)` };
}

function node(rank) {
  const actor = actors[rank], { border, background } = sideInk(actor.side), strong = inks().accent;
  return {
    id: rank, x: actor.x * stretch, y: actor.y / stretch, shape: data.shapes[actor.type] || "triangle", size: sizeOf(rank), label: undefined,
    color: { border, background, highlight: { border: strong, background }, hover: { border: strong, background } },
  };
}
const sizeOf = (rank) => Math.min(22, 9 + 2.2 * Math.sqrt(tiesOf.has(rank) ? tiesOf.get(rank).length : 0));

function edge(pair) {
  const ink = inks(), color = pair.sign === "conflictual" ? ink.minus : pair.sign === "cooperative" ? ink.plus : ink.neither;
  return {
    id: pair.id, from: pair.ends[0], to: pair.ends[1], width: Math.min(1.6 + (pair.origins - 1) * 1.5, 10), dashes: DASHES[pair.sign],
    color: { color, highlight: ink.accent, hover: ink.accent },
  };
}

const nodes = new vis.DataSet(data.nodes.map(({ id, x, y, shape }) => ({ id, x, y, shape })));
const edges = new vis.DataSet(data.edges.map(({ id, from, to }) => ({ id, from, to })));
const network = new vis.Network(graph, { nodes, edges }, {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false },
  nodes: { borderWidth: 2, borderWidthSelected: 4, size: 12, labelHighlightBold: false },
  edges: { smooth: false, selectionWidth: 2, hoverWidth: 1, color: { inherit: false } },
  interaction: { hover: true, keyboard: false, selectConnectedEdges: false, hoverConnectedEdges: false, multiselect: false },
});
network.canvas.frame.tabIndex = -1;  // the table is the way for the keyboard
network.once("afterDrawing", () => performance.mark("kg-first-draw"));

// Who is shown: the most important of those that a claim ties, and whom the reader added; or the surroundings of one
function chosenActors() {
  const hidden = new Set(state.hide.map(id => rankOf.get(id))), shown = new Set();
  const around = state.around ? rankOf.get(state.around) : -1;
  if (around >= 0) {
    shown.add(around);
    for (const pair of tiesOf.get(around) || []) pair.ends.forEach(end => shown.add(end));
  } else {
    const ranked = [...tiesOf.keys()].sort((a, b) => a - b);
    (state.all ? ranked : ranked.slice(0, data.top)).forEach(rank => shown.add(rank));
  }
  state.add.forEach(id => shown.add(rankOf.get(id)));
  for (const rank of hidden) shown.delete(rank);
  return shown;
}

let before = "", toFit = false, syncing = true, moved = false;
function compute() {
  const key = JSON.stringify(NARROWING.map(one => state[one]));
  if (key === before) return;
  before = key;
  passed = passing(state);
  pairs = tied(passed, state.by);
  tiesOf = new Map();
  for (const pair of pairs.values()) for (const end of pair.ends) {
    if (!tiesOf.has(end)) tiesOf.set(end, []);
    tiesOf.get(end).push(pair);
  }
}

function sync(set, wanted) {
  const ids = new Set(wanted.map(item => item.id));
  const gone = set.getIds().filter(id => !ids.has(id));
  if (gone.length) set.remove(gone);
  if (wanted.length) set.update(wanted);
}

function showPicture() {
  compute();
  const was = shownNow;
  shownNow = chosenActors();
  pairsNow = [...pairs.values()].filter(pair => shownNow.has(pair.ends[0]) && shownNow.has(pair.ends[1]));
  syncing = true;  // no labels for dots that are not there yet
  sync(nodes, [...shownNow].map(node));
  sync(edges, pairsNow.map(edge));
  syncing = false;
  relabel();
  const news = [...shownNow].filter(rank => !was.has(rank)).length;
  toFit ||= news > 3 || was.size > 1.5 * shownNow.size;
  const rank = state.actor ? rankOf.get(state.actor) : -1, id = pairOfState();
  if (shownNow.has(rank)) network.selectNodes([rank], false);
  else if (id && edges.get(id)) network.selectEdges([id]);
  else network.unselectAll();
}

const pairOfState = () => (state.pair ? state.pair.split(",").map(id => rankOf.get(id)).sort((a, b) => a - b).join(" ") : "");

// the whole picture with its labels, as wide and as high as there is room
function fit() {
  const at = network.getPositions([...shownNow]), ranks = Object.keys(at), [wide, high] = [graph.clientWidth, graph.clientHeight];
  if (!ranks.length || !wide) return;
  const across = ranks.map(rank => at[rank].x / stretch), down = ranks.map(rank => at[rank].y * stretch);
  const [left, right, top, bottom] = [across, down].flatMap(line => line.reduce(([low, up], one) => [Math.min(low, one), Math.max(up, one)], [Infinity, -Infinity]));
  const halves = ranks.map(rank => Math.min(styleOf(Number(rank)).wide / 2 + 6, wide * 0.16)), above = 32;
  let scale = 1, [before, after] = [20, 20], wider = 1;
  for (let round = 0; round < 4; round++) {
    const [room, tall] = [wide - before - after, high - 2 * above];
    wider = Math.min(1.35, Math.max(0.72, Math.sqrt((room / tall) * ((bottom - top || 1) / (right - left || 1)))));
    scale = Math.min(room / (right - left || 1) / wider, tall / (bottom - top || 1) * wider, 1.3);
    [before, after] = [20, 20];
    across.forEach((x, index) => {
      before = Math.max(before, halves[index] - (x - left) * wider * scale);
      after = Math.max(after, halves[index] - (right - x) * wider * scale);
    });
  }
  if (Math.abs(wider - stretch) > 0.01) {
    stretch = wider;
    nodes.update(ranks.map((rank, index) => ({ id: Number(rank), x: across[index] * stretch, y: down[index] / stretch })));
  }
  const middle = { x: (left + right) / 2 * stretch + (after - before) / 2 / scale, y: (top + bottom) / 2 / stretch };
  network.moveTo({ position: middle, scale, animation: false });
  relabel();
  moved = false;
}

function recolour() {
  if (shownNow.size) { nodes.update([...shownNow].map(node)); edges.update(pairsNow.map(edge)); }
  showLegend();
  network.redraw();
}

document.addEventListener("theme", recolour);
function onPaper(now) { printing = now; recolour(); }
window.addEventListener("beforeprint", () => onPaper(true));
window.addEventListener("afterprint", () => onPaper(false));

const zoomBar = document.getElementById("zoom");
for (const [text, label, act] of [
  ["+", "Nearer", () => network.moveTo({ scale: network.getScale() * 1.3 })],
  ["−", "Farther", () => network.moveTo({ scale: network.getScale() / 1.3 })],
  ["⤢", "Whole picture", fit],
]) {
  const made = button(text, act, "chip");
  made.setAttribute("aria-label", label);
  made.title = label;
  zoomBar.append(made);
}
