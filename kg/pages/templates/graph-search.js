"use strict";
// Find an actor by any of its names: a text field with a list below, as ARIA's combobox has it.
const find = document.getElementById("find"), foundList = document.getElementById("found");
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const names = actors.map((actor, rank) => [actor.name, actor.id.replaceAll("-", " "), ...(actor.names || [])].map(name => ({ rank, name, plain: plain(name) }))).flat();
let hits = [], at = -1;

function search(text) {
  const wanted = plain(text.trim()), best = new Map();
  if (wanted) {
    for (const item of names) {
      const where = item.plain.indexOf(wanted);
      if (where < 0) continue;
      const worth = item.plain === wanted ? 0 : where === 0 ? 1 : /[\s\-(]/.test(item.plain[where - 1]) ? 2 : 3;
      const known = best.get(item.rank);
      if (!known || worth < known.worth) best.set(item.rank, { ...item, worth });
    }
  }
  return [...best.values()].sort((a, b) => a.worth - b.worth || a.rank - b.rank).slice(0, 12);
}

function listHits() {
  hits = search(find.value);
  at = hits.length ? 0 : -1;
  foundList.replaceChildren(...hits.map((hit, index) => {
    const item = element("li", actors[hit.rank].name);
    item.id = `found-${index}`;
    item.setAttribute("role", "option");
    if (hit.name !== actors[hit.rank].name && hit.name !== actors[hit.rank].id.replaceAll("-", " ")) item.append(element("span", hit.name, "dim"));
    item.addEventListener("mousedown", event => { event.preventDefault(); takeHit(index); });
    return item;
  }));
  if (find.value.trim() && !hits.length) {
    const none = element("li", "Nobody of this name", "dim");
    none.setAttribute("role", "option");
    none.setAttribute("aria-disabled", "true");
    foundList.append(none);
  }
  foundList.hidden = !foundList.children.length;
  find.setAttribute("aria-expanded", String(!foundList.hidden));
  markHit();
}

function markHit() {
  [...foundList.children].forEach((item, index) => { if (hits.length) item.setAttribute("aria-selected", String(index === at)); });
  if (at >= 0) {
    find.setAttribute("aria-activedescendant", `found-${at}`);
    foundList.children[at].scrollIntoView({ block: "nearest" });
  } else find.removeAttribute("aria-activedescendant");
}

function takeHit(index) {
  const hit = hits[index];
  if (!hit) return;
  closeHits();
  find.value = "";
  showActor(hit.rank, true);
}

function closeHits() {
  foundList.hidden = true;
  find.setAttribute("aria-expanded", "false");
  find.removeAttribute("aria-activedescendant");
}

find.addEventListener("input", listHits);
find.addEventListener("focus", () => { if (find.value) listHits(); });
find.addEventListener("blur", closeHits);
find.addEventListener("keydown", event => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (foundList.hidden) listHits();
    else if (hits.length) { at = (at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length; markHit(); }
  } else if (event.key === "Enter") { event.preventDefault(); if (!foundList.hidden) takeHit(at); }
  else if (event.key === "Escape") {
    if (find.value) event.stopPropagation();
    find.value = "";
    closeHits();
  }
});
