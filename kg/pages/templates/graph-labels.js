"use strict";
// Labels of one size on the screen, placed in order of importance; none covers another, a dot or a mark.
const CELL = 64, FONT = "system-ui, sans-serif";
let labels = [], labelled = "", hovered = -1, marks = [], held = [];
const widths = new Map();

function relabel() { labelled = ""; }

class Taken {
  constructor() { this.cells = new Map(); }
  *near([left, top, right, bottom]) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield `${x} ${y}`;
  }
  add(box) { for (const cell of this.near(box)) { if (!this.cells.has(cell)) this.cells.set(cell, []); this.cells.get(cell).push(box); } }
  met(box) {
    const found = new Set();
    for (const cell of this.near(box)) for (const other of this.cells.get(cell) || [])
      if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) found.add(other);
    return found.size;
  }
  free(box) { return this.met(box) === 0; }
}

const ruler = document.createElement("canvas").getContext("2d");
function widthOf(text, font) {
  const key = `${font} ${text}`;
  if (!widths.has(key)) { ruler.font = font; widths.set(key, ruler.measureText(text).width); }
  return widths.get(key);
}

// how a name is written: smaller and shorter where the picture is narrow
function styleOf(rank, strong = false, most = graph.clientWidth < 520 ? 22 : 30) {
  const narrow = graph.clientWidth < 520, full = actors[rank].name;
  const text = full.length <= most ? full : `${full.slice(0, most - 2).trimEnd()}…`;
  const size = (strong ? 14 : 12.5) - (narrow ? 1.5 : 0), font = `${strong ? 600 : 400} ${size}px ${FONT}`;
  return { text, size, font, wide: widthOf(text, font) };
}

// what of the picture is seen, in pixels from its origin
function seen() {
  const scale = network.getScale(), { x, y } = network.getViewPosition(), [wide, high] = [graph.clientWidth / 2, graph.clientHeight / 2];
  return [x * scale - wide, y * scale - high, x * scale + wide, y * scale + high];
}
const within = (box, view) => box[0] >= view[0] + 2 && box[2] <= view[2] - 2 && box[1] >= view[1] && box[3] <= view[3];

// all in pixels of the screen, from the origin of the picture
function placeLabels() {
  const scale = network.getScale(), at = network.getPositions([...shownNow]), taken = new Taken();
  const selected = state.actor ? rankOf.get(state.actor) : -1;
  const spot = (rank) => ({ x: at[rank].x * scale, y: at[rank].y * scale, r: sizeOf(rank) * scale * 1.1 + 1 });
  for (const rank of shownNow) { const { x, y, r } = spot(rank); taken.add([x - r, y - r, x + r, y + r]); }
  const view = seen();
  taken.add([view[2] - zoomBar.offsetWidth - 14, view[3] - zoomBar.offsetHeight - 14, view[2], view[3]]);
  marks = [];
  const mark = (pair) => {
    const text = (pair.contested ? "≠" : "") + (pair.sign === "conflictual" || pair.sign === "mixed" ? "−" : "");
    const [one, two] = pair.ends.map(spot), half = text.length > 1 ? 13 : 7.5;
    if (!text || Math.hypot(one.x - two.x, one.y - two.y) < one.r + two.r + 22) return;
    for (const share of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]) {
      const [x, y] = [one.x + (two.x - one.x) * share, one.y + (two.y - one.y) * share], box = [x - half - 1, y - 8.5, x + half + 1, y + 8.5];
      if (!taken.free(box)) continue;
      marks.push({ box, ends: pair.ends, share, half, text, sign: pair.sign });
      taken.add(box);
      return;
    }
  };
  const weight = (rank) => (tiesOf.get(rank) || []).length;
  const inWeight = [...shownNow].sort((a, b) => weight(b) - weight(a) || a - b);
  const beside = selected >= 0 ? (tiesOf.get(selected) || []).flatMap(pair => pair.ends) : state.pair ? state.pair.split(",").map(id => rankOf.get(id)) : [];
  labels = [];
  const strongest = new Set(inWeight.slice(0, 8)), done = new Set();
  const name = (rank, most) => {
    if (!shownNow.has(rank) || done.has(rank)) return;
    const must = rank === hovered || rank === selected, strong = must || strongest.has(rank);
    const { text, size, font, wide } = styleOf(rank, strong, must ? Infinity : most), { x, y, r } = spot(rank), high = size * 1.3;
    const [under, over] = [y + r + 1, y - r - high - 1];
    const spots = [[x - wide / 2, under], [x - wide / 2, over], [x + r + 3, y - high / 2], [x - r - wide - 3, y - high / 2],
      [x - r, under], [x + r - wide, under], [x - r, over], [x + r - wide, over]];
    const boxes = spots.map(([left, top]) => [left - 2, top, left + wide + 2, top + high]);
    const bare = (one) => [...labels, ...marks].every(({ box: other }) => one[0] >= other[2] || one[2] <= other[0] || one[1] >= other[3] || one[3] <= other[1]);
    // who is out of sight has a label, too, to come into sight with; of who is seen none is cut
    const fits = within([x, y, x, y], view) ? boxes.filter(one => within(one, view)) : boxes;
    const pushed = ([left, top, right, bottom]) => { const by = Math.max(0, view[0] + 4 - left) - Math.max(0, right - view[2] + 4); return [left + by, top, right + by, bottom]; };
    const least = (few) => few.sort((a, b) => taken.met(a) - taken.met(b))[0];
    const box = fits.find(one => taken.free(one)) || (strong && least(fits.filter(bare))) || (must && boxes.map(pushed).find(bare));
    if (!box) return;
    done.add(rank);
    taken.add(box);
    labels.push({ rank, text, font: font.replace(`${size}px`, `${size / scale}px`), box, x: (box[0] + 2) / scale, y: (box[1] + high / 2) / scale });
  };
  // what a reader looks for first has the first place; that a line is conflictual is told by its dashes, too
  [hovered, selected, ...beside].forEach(rank => name(rank));
  pairsNow.filter(pair => pair.contested).forEach(mark);
  [...strongest, ...inWeight].forEach(rank => name(rank));
  inWeight.forEach(rank => name(rank, 18));
  pairsNow.filter(pair => !pair.contested).forEach(mark);
}

network.on("afterDrawing", context => {
  if (!shownNow.size || syncing) return;
  const scale = network.getScale(), ink = inks(), key = `${scale} ${hovered} ${state.actor} ${state.pair} ${shownNow.size}`;
  if (key !== labelled) { placeLabels(); labelled = key; }
  const at = network.getPositions([...shownNow]), view = seen();
  context.save();
  context.lineJoin = "round";
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { ends: [one, two], share, half, text, sign } of marks) {
    const x = at[one].x + (at[two].x - at[one].x) * share, y = at[one].y + (at[two].y - at[one].y) * share;
    context.beginPath();
    context.roundRect(x - half / scale, y - 7.5 / scale, 2 * half / scale, 15 / scale, 7.5 / scale);
    context.fillStyle = ink.paper;
    context.fill();
    context.lineWidth = 1.2 / scale;
    context.strokeStyle = context.fillStyle = sign === "conflictual" ? ink.minus : sign === "cooperative" ? ink.plus : ink.ink;
    context.stroke();
    context.font = `700 ${12 / scale}px ${FONT}`;
    context.fillText(text, x, y + 0.5 / scale);
  }
  for (const rank of held) network.body.nodes[rank]?.draw(context);
  for (const rank of shownNow) {
    const text = letters.get(actors[rank].side), size = sizeOf(rank);
    if (!text || size * scale < 7) continue;
    context.font = `600 ${size * (text.length > 1 ? 0.8 : 1)}px ${FONT}`;
    context.fillStyle = sideInk(actors[rank].side).border;
    context.fillText(text, at[rank].x, at[rank].y + size * 0.06 + (data.shapes[actors[rank].type] === "triangle" ? size * 0.15 : 0));
  }
  context.textAlign = "left";
  for (const label of labels) {
    if (!within(label.box, view)) continue;
    context.font = label.font;
    context.lineWidth = 3.5 / scale;
    context.strokeStyle = ink.paper;
    context.strokeText(label.text, label.x, label.y);
    context.fillStyle = ink.ink;
    context.fillText(label.text, label.x, label.y);
  }
  context.restore();
});

network.on("hoverNode", ({ node: rank }) => { hovered = rank; network.redraw(); });
network.on("blurNode", () => { hovered = -1; network.redraw(); });
network.on("dragStart", ({ nodes: ranks }) => { held = ranks; });
network.on("dragEnd", () => { held = []; moved = true; relabel(); network.redraw(); });
network.on("zoom", () => { moved = true; });
network.on("resize", () => { relabel(); if (!moved) fit(); });
network.on("click", ({ nodes: [rank], edges: [id], pointer }) => {
  if (rank === undefined) {
    const scale = network.getScale(), [x, y] = [pointer.canvas.x * scale, pointer.canvas.y * scale];
    const label = labels.find(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
    if (label) rank = label.rank;
  }
  if (rank !== undefined) showActor(rank);
  else if (id !== undefined) showPair(id);
  else choose({ actor: "", pair: "" });
});
