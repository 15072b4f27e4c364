"use strict";
// The same ties as a table: for reading, for the keyboard, and to take away.
const tableView = document.getElementById("view-table"), graphView = document.getElementById("view-graph");
const tabs = { graph: document.getElementById("tab-graph"), table: document.getElementById("tab-table") };
const COLUMNS = ["actor", "tied to", "claims", "sources", "sign", "contested", "first", "last"];

function pairRows() {
  return [...pairsNow].sort((a, b) => b.origins - a.origins || b.items.size - a.items.size || a.ends[0] - b.ends[0] || a.ends[1] - b.ends[1])
    .map(pair => ({ pair, row: [...pair.ends.map(end => actors[end].name), pair.items.size, pair.origins, pair.sign, pair.contested ? "≠" : "", pair.first, pair.last] }));
}

function showTable() {
  for (const [view, tab] of Object.entries(tabs)) {
    tab.setAttribute("aria-selected", String(state.view === view));
    tab.tabIndex = state.view === view ? 0 : -1;
  }
  graphView.hidden = state.view !== "graph";
  tableView.hidden = state.view !== "table";
  if (state.view !== "table") { tableView.replaceChildren(); return; }
  const rows = pairRows(), pairOf = new Map(rows.map(({ pair, row }) => [row, pair]));
  const table = sortable(COLUMNS, rows.map(({ row }) => row), (value, column, row) => (column === "actor"
    ? button(value, () => showPair(pairOf.get(row).id, true)) : document.createTextNode(value)));
  table.addEventListener("click", event => { if (!event.target.closest("button, a")) event.target.closest("tbody tr")?.querySelector("button").click(); });
  const acts = element("p", "", "acts controls");
  acts.append(button("Download CSV", () => download("ties.csv", "text/csv;charset=utf-8", csvOfPairs()), "chip"), button("Download JSON", () => download("ties.json", "application/json", jsonOfPairs()), "chip"));
  tableView.replaceChildren(acts, table);
}

// one line for each claim of each pair that is shown
function csvOfPairs() {
  const columns = ["one", "one_name", "two", "two_name", "sign", "claim", "layer", "text", "when", "contested", "evidence", "sources", "dataset"];
  const rows = pairRows().flatMap(({ pair }) => inOrder(pair.items).map(({ claim, evidence }) => [
    ...pair.ends.flatMap(end => [actors[end].id, actors[end].name]), pair.sign, claim.id, layerOf(claim), claim.text, claim.when || "", claim.against ? "yes" : "",
    evidence.map(proof => proof.id).join("|"), [...new Set(evidence.map(proof => proof.source))].join("|"), data.dataset,
  ]));
  return csv(columns, rows);
}

function jsonOfPairs() {
  const ties = pairRows().map(({ pair }) => ({
    ends: pair.ends.map(end => actors[end].id), sign: pair.sign, sources: pair.origins, contested: pair.contested, first: pair.first, last: pair.last,
    claims: inOrder(pair.items).map(({ claim, evidence }) => ({ id: claim.id, layer: layerOf(claim), text: claim.text, when: claim.when || "", against: claim.against || [],
      evidence: evidence.map(({ id, source, method, place }) => ({ id, source, method, place: place || "" })) })),
  }));
  return JSON.stringify({ dataset: data.dataset, shown: inForce(), address: `#${written(state)}`, ties }, null, 1);
}

for (const [view, tab] of Object.entries(tabs)) {
  tab.addEventListener("click", () => choose({ view }));
  tab.addEventListener("keydown", event => {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const other = view === "graph" ? "table" : "graph";
    choose({ view: other });
    tabs[other].focus();
  });
}
