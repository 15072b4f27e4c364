"use strict";
// The page follows what is chosen, and the address.
function show() {
  showPicture();
  showFilters();
  showLegend();
  showTable();
  showPanel();
  if (toFit && state.view === "graph") { network.setSize("100%", "100%"); fit(); toFit = false; }
  network.redraw();
}

const help = document.getElementById("help");
document.getElementById("ask").addEventListener("click", () => help.showModal());
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const typing = event.target.matches("input:not([type=checkbox]):not([type=range]), select, textarea");
  if (event.key === "Escape") { if (state.actor || state.pair) choose({ actor: "", pair: "" }); return; }
  if (typing) return;
  if (event.key === "/") { event.preventDefault(); find.focus(); }
  if (event.key === "?") help.showModal();
  if (event.key === "t") choose({ view: state.view === "graph" ? "table" : "graph" });
  if (event.key === "f") { foldFilters(!form.hidden); if (!form.hidden) form.querySelector("input, select, summary").focus(); }
});
window.addEventListener("hashchange", () => { state = parsed(location.hash); show(); });

makeFilters();
state = parsed(location.hash);
show();
