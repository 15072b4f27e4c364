"use strict";
const panel = document.getElementById("panel");
const label = new Map(data.nodes.map(node => [node.id, node.label]));
function place(evidence) {
  const where = evidence.paragraph ? `, ¶${evidence.paragraph}` : "";
  const date = evidence.published ? `, ${evidence.published}` : "";
  return `${evidence.title} (${evidence.source}${date}${where}): ${evidence.voiceName}` +
    (evidence.wording ? `, ${evidence.wording}` : "") + ` · ${evidence.method}`;
}

function showPair(id) {
  const [one, two] = id.split(" ");
  panel.replaceChildren(element("h2", `${label.get(one)} – ${label.get(two)}`));
  for (const claim of data.pairs[id] || []) {
    const box = element("div", "", "claim");
    const line = element("p");
    line.append(element("span", claim.class, "kind"), document.createTextNode(claim.text));
    box.append(line);
    for (const evidence of claim.evidence) {
      if (evidence.quote) box.append(element("p", `“${evidence.quote}”`, "evidence"));
      box.append(element("p", place(evidence), "evidence"));
    }
    panel.append(box);
  }
  panel.append(button(`All ties of ${label.get(one)}`, () => showActor(one)), button(`All ties of ${label.get(two)}`, () => showActor(two)));
}

function showActor(id) {
  network.selectNodes([id], true);
  panel.replaceChildren(element("h2", label.get(id)));
  const names = data.names[id];
  if (names) panel.append(element("p", `Also: ${names.join(" · ")}`, "evidence"));
  const ties = Object.keys(data.pairs).filter(pair => pair.split(" ").includes(id));
  for (const pair of ties.sort((a, b) => data.pairs[b].length - data.pairs[a].length)) {
    const other = pair.split(" ").find(end => end !== id) || id;
    const count = data.pairs[pair].length;
    panel.append(button(`${label.get(other)}: ${count} ${count === 1 ? "claim" : "claims"}`, () => { network.selectEdges([pair]); showPair(pair); }));
  }
}

function start() {
  const names = Object.keys(data.names).length ? "Type a name, or choose" : "Choose";
  panel.replaceChildren(element("p", `${names} an actor or a line: the claims behind it appear here, each with its source and paragraph.`));
  for (const node of [...data.nodes].sort((a, b) => a.label.localeCompare(b.label))) panel.append(button(node.label, () => focusOn(node.id)));
}

function focusOn(id) {
  network.focus(id, { scale: 1, animation: false });
  showActor(id);
}

function colours() {
  const ink = isDark() ? "#e7e9ee" : "#1d2430";
  return {
    nodes: { font: { color: ink, size: 18 }, borderWidth: 1.5, size: 12, color: isDark()
      ? { background: "#2b3440", border: "#8ab8f0", highlight: { background: "#3c5575", border: "#ffffff" } }
      : { background: "#eef3fa", border: "#1f5fa8", highlight: { background: "#cfe0f5", border: "#123a68" } } },
    edges: { color: { color: isDark() ? "#5c6878" : "#a9b3c0", highlight: isDark() ? "#8ab8f0" : "#1f5fa8" }, smooth: false },
    physics: { enabled: false },
    interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false }, selectConnectedEdges: false },
  };
}

// Places, shapes and widths come from Python; colours follow the reader's choice of light or dark.
const nodes = data.nodes.map(({ id, label, shape, x, y }) => ({ id, label, shape, x, y }));
const edges = data.edges.map(({ id, from, to, width }) => ({ id, from, to, width }));
const network = new vis.Network(document.getElementById("graph"), { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) }, colours());
network.once("afterDrawing", () => network.moveTo({ scale: Math.min(1.2, network.getScale() * 0.82) })); // room for labels
document.addEventListener("theme", () => network.setOptions(colours()));
network.on("click", chosen => {
  if (chosen.nodes.length) showActor(chosen.nodes[0]);
  else if (chosen.edges.length) showPair(chosen.edges[0]);
  else start();
});

const find = document.getElementById("find");
const byName = new Map();
for (const node of data.nodes) for (const name of [node.label, ...(data.names[node.id] || [])]) byName.set(name.toLowerCase(), node.id);
document.getElementById("actors").append(...[...byName.keys()].map(name => { const option = element("option"); option.value = name; return option; }));
find.addEventListener("input", () => { const id = byName.get(find.value.trim().toLowerCase()); if (id) focusOn(id); });
document.addEventListener("keydown", event => {
  if (event.key === "/" && document.activeElement !== find) { event.preventDefault(); find.focus(); }
  if (event.key === "Escape") { find.value = ""; start(); }
});
start();
