"use strict";
// Labels of one size on the screen, placed in order of importance; none covers another, a dot or a mark.
const CELL = 64, FONT = "system-ui, sans-serif";
let labels = [], labelled = "", hovered = -1, marks = [];
const widths = new Map();

function relabel() { labelled = ""; }

class Taken {
  constructor() { this.cells = new Map(); }
  *near([left, top, right, bottom]) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield `${x} ${y}`;
  }
  add(box) { for (const cell of this.near(box)) { if (!this.cells.has(cell)) this.cells.set(cell, []); this.cells.get(cell).push(box); } }
  free(box) {
    for (const cell of this.near(box)) for (const other of this.cells.get(cell) || [])
      if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return false;
    return true;
  }
}

function widthOf(context, text, font) {
  const key = `${font} ${text}`;
  if (!widths.has(key)) { context.font = font; widths.set(key, context.measureText(text).width); }
  return widths.get(key);
}

// all in pixels of the screen, from the origin of the picture
function placeLabels(context) {
  const scale = network.getScale(), at = network.getPositions([...shownNow]), taken = new Taken();
  const selected = state.actor ? rankOf.get(state.actor) : -1;
  const spot = (rank) => ({ x: at[rank].x * scale, y: at[rank].y * scale, r: sizeOf(rank) * scale + 2 });
  for (const rank of shownNow) { const { x, y, r } = spot(rank); taken.add([x - r, y - r, x + r, y + r]); }
  marks = [];
  const mark = (pair) => {
    const text = (pair.contested ? "≠" : "") + (pair.sign === "conflictual" || pair.sign === "mixed" ? "−" : "");
    const [one, two] = pair.ends.map(spot), half = text.length > 1 ? 11 : 7;
    if (!text || Math.hypot(one.x - two.x, one.y - two.y) < one.r + two.r + 22) return;
    for (const share of [0.5, 0.42, 0.58, 0.34, 0.66]) {
      const [x, y] = [one.x + (two.x - one.x) * share, one.y + (two.y - one.y) * share], box = [x - half, y - 7, x + half, y + 7];
      if (!taken.free(box)) continue;
      marks.push({ x: x / scale, y: y / scale, half, text, contested: pair.contested });
      taken.add(box);
      return;
    }
  };
  const middle = network.getViewPosition(), [halfWide, halfHigh] = [graph.clientWidth / 2, graph.clientHeight / 2];
  const inside = ([left, top, right, bottom]) => Math.min(left - middle.x * scale, -(right - middle.x * scale)) > -halfWide
    && Math.min(top - middle.y * scale, -(bottom - middle.y * scale)) > -halfHigh;
  const weight = (rank) => (tiesOf.get(rank) || []).length;
  const inWeight = [...shownNow].sort((a, b) => weight(b) - weight(a) || a - b);
  const beside = selected >= 0 ? (tiesOf.get(selected) || []).flatMap(pair => pair.ends) : state.pair ? state.pair.split(",").map(id => rankOf.get(id)) : [];
  labels = [];
  const strongest = new Set(inWeight.slice(0, 8)), done = new Set();
  const name = (rank) => {
    if (!shownNow.has(rank) || done.has(rank)) return;
    done.add(rank);
    const must = rank === hovered || rank === selected, strong = must || strongest.has(rank);
    const full = actors[rank].name, text = must || full.length <= 30 ? full : `${full.slice(0, 28).trimEnd()}…`;
    const size = strong ? 14 : 12.5, font = `${strong ? 600 : 400} ${size}px ${FONT}`;
    const { x, y, r } = spot(rank), wide = widthOf(context, text, font), high = size * 1.3;
    const [under, over] = [y + r + 1, y - r - high - 1];
    const spots = [[x - wide / 2, under], [x - wide / 2, over], [x + r + 3, y - high / 2], [x - r - wide - 3, y - high / 2],
      [x - r, under], [x + r - wide, under], [x - r, over], [x + r - wide, over]];
    const boxes = spots.map(([left, top]) => [left - 2, top, left + wide + 2, top + high]);
    const bare = (one) => labels.every(({ box: other }) => one[0] >= other[2] || one[2] <= other[0] || one[1] >= other[3] || one[3] <= other[1]);
    const box = boxes.find(one => inside(one) && taken.free(one)) || (strong && boxes.find(one => inside(one) && bare(one)))
      || boxes.find(one => taken.free(one)) || (must && boxes.find(bare));
    if (!box) return;
    taken.add(box);
    labels.push({ rank, text, font: font.replace(`${size}px`, `${size / scale}px`), box, x: (box[0] + 2) / scale, y: (box[1] + high / 2) / scale });
  };
  // what a reader looks for first has the first place; that a line is conflictual is told by its dashes, too
  [hovered, selected, ...beside, ...strongest].forEach(name);
  pairsNow.filter(pair => pair.contested).forEach(mark);
  inWeight.forEach(name);
  pairsNow.filter(pair => !pair.contested).forEach(mark);
}

network.on("afterDrawing", context => {
  if (!shownNow.size || syncing) return;
  const scale = network.getScale(), ink = inks(), key = `${scale} ${hovered} ${state.actor} ${state.pair} ${shownNow.size}`;
  if (key !== labelled) { placeLabels(context); labelled = key; }
  context.save();
  context.lineJoin = "round";
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const mark of marks) {
    context.beginPath();
    context.roundRect(mark.x - mark.half / scale, mark.y - 7 / scale, 2 * mark.half / scale, 14 / scale, 7 / scale);
    context.fillStyle = ink.paper;
    context.fill();
    context.font = `700 ${13 / scale}px ${FONT}`;
    context.fillStyle = mark.contested ? ink.ink : ink.bad;
    context.fillText(mark.text, mark.x, mark.y);
  }
  const at = network.getPositions([...shownNow]);
  for (const rank of shownNow) {
    const text = letters.get(actors[rank].side), size = sizeOf(rank);
    if (!text || size * scale < 7) continue;
    context.font = `600 ${size * (text.length > 1 ? 0.8 : 1)}px ${FONT}`;
    context.fillStyle = sideInk(actors[rank].side).border;
    context.fillText(text, at[rank].x, at[rank].y + size * 0.06 + (data.shapes[actors[rank].type] === "triangle" ? size * 0.15 : 0));
  }
  context.textAlign = "left";
  for (const label of labels) {
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
network.on("dragEnd", () => { moved = true; relabel(); network.redraw(); });
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
