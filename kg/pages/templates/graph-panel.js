"use strict";
// What is chosen, in words: an actor with its ties, or a pair with its claims and the sentences behind them.
const panel = document.getElementById("panel");

function chip(text, className = "") { return element("span", text, `kind ${className}`); }

function cite(proof) {
  const source = data.sources[proof.source];
  const told = [source.author, `“${source.title}”`, source.outlet, source.date, proof.place].filter(Boolean).join(", ");
  return `${told} [kg evidence ${proof.id}]; data ${data.dataset.slice(0, 12)}`;
}

function evidenceBox(proof) {
  const source = data.sources[proof.source], box = element("div", "", "evidence"), line = element("p");
  if (proof.quote) box.append(element("q", proof.quote));
  else if (proof.sentence) box.append(element("q", proof.sentence), element("small", " (the sentence there that names both)", "dim"));
  const at = proof.paragraph ? `#p${proof.paragraph}` : "";
  const title = source.short || source.title, page = source.page ? source.page + at : source.url;
  const named = page ? link(title, page) : element("cite", title);
  named.title = source.title;
  line.append(named);
  const told = [source.outlet, source.date && `published ${source.date}`, proof.place].filter(Boolean);
  if (told.length) line.append(document.createTextNode(`, ${told.join(", ")}`));
  box.append(line);
  const how = [proof.by ? `according to ${proof.by}` : "in the author’s own voice", proof.wording, proof.said && `said ${proof.said}`];
  how.push(proof.method + (proof.confidence ? ` ${proof.confidence.toFixed(2)}` : ""));
  box.append(element("p", how.filter(Boolean).join(" · ")), button("Copy as citation", event => copy(cite(proof), event.currentTarget), "small controls"));
  return box;
}

function claimBox({ claim, evidence }) {
  const box = element("article", "", "claim"), line = element("p"), layer = LAYERS[layerOf(claim)];
  line.append(chip(layer, claim.layer ? "" : "fact"));
  if (claim.against) line.append(chip("≠ contested", "contested"));
  box.append(line, element("p", claim.text, "says"));
  const told = [claim.when && `happened ${claim.told}`, claim.event && nameOf(claim.event), claim.where && `at ${nameOf(claim.where)}`, claim.outcome && `outcome: ${claim.outcome}`].filter(Boolean);
  if (claim.layer && claim.when) told[0] = `for ${claim.told}`;
  if (told.length) box.append(element("p", told.join(" · "), "dim small"));
  for (const other of claim.against || []) if (textOf(other)) {
    const against = element("p", "", "small");
    const opposed = claimOf.get(other), between = opposed ? [opposed.one, opposed.two] : [];
    const told = between.every(end => end !== undefined) && between[0] !== between[1] && opposed;
    against.append(document.createTextNode("≠ "), told ? button(textOf(other), () => showPair([...between].sort((a, b) => a - b).join(" "), true)) : element("span", textOf(other)));
    box.append(against);
  }
  box.append(...evidence.map(evidenceBox));
  return box;
}

// the first of a list, the others made when they are asked for
const tieList = () => element("ul", "", "ties");
function folded(items, make, first, what, around) {
  const list = around();
  list.append(...items.slice(0, first).map(make));
  if (items.length <= first) return [list];
  const more = element("details", "", "more");
  more.append(element("summary", `Show all ${many(items.length, what)}`));
  more.addEventListener("toggle", () => {
    more.firstChild.textContent = more.open ? "Show fewer" : `Show all ${many(items.length, what)}`;
    if (more.children.length > 1) return;
    const others = around();
    others.append(...items.slice(first).map(make));
    more.append(others);
  });
  return [list, more];
}
window.addEventListener("beforeprint", () => panel.querySelectorAll(".more").forEach(more => more.dispatchEvent(new Event("toggle"))));

function heading(text) {
  const made = element("h2", text);
  made.tabIndex = -1;
  return made;
}

function closer() {
  const made = button("×", () => { choose({ actor: "", pair: "" }); find.focus(); }, "chip close");
  made.setAttribute("aria-label", "Close details");
  return made;
}

function pairPanel(id) {
  const pair = pairs.get(id), [one, two] = id.split(" ").map(Number);
  const parts = [closer(), heading(`${actors[one].name} – ${actors[two].name}`)];
  if (pair) {
    const sum = [many(pair.items.size, "claim"), `${many(pair.origins, "independent source")}`, pair.sign];
    if (pair.contested) sum.push("≠ contested in part");
    parts.push(element("p", sum.join(" · "), "dim"));
  } else parts.push(element("p", "No claim that passes the filters ties them.", "dim"));
  const ways = element("p", "", "acts");
  for (const end of [one, two]) ways.append(button(`All ties of ${actors[end].name}`, () => showActor(end, true)));
  parts.push(ways);
  if (pair) parts.push(...folded(inOrder(pair.items), claimBox, 10, "claim", () => element("div")));
  return parts;
}

function actorPanel(rank) {
  const actor = actors[rank], found = tiesOf.get(rank) || [], id = actor.id;
  const parts = [closer(), heading(actor.name)];
  const said = [TYPES[actor.type] === "other" ? "actor" : TYPES[actor.type], actor.side && actor.side !== id && `side: ${nameOf(actor.side)}`].filter(Boolean);
  const about = element("p", said.join(" · "), "dim");
  if (actor.page) about.append(document.createTextNode(" · "), link("page of this actor", actor.page));
  parts.push(about);
  if (actor.names) parts.push(element("p", `Also: ${actor.names.join(" · ")}`, "dim small names"));
  const others = found.map(pair => pair.ends[0] === rank ? pair.ends[1] : pair.ends[0]), unseen = others.filter(other => !shownNow.has(other));
  const acts = element("p", "", "acts");
  if (unseen.length) acts.append(button(`Show ${many(unseen.length, "more neighbour")}`, () => choose({ add: [...new Set([...state.add, ...unseen.map(other => actors[other].id)])], hide: state.hide.filter(other => !unseen.includes(rankOf.get(other))) })));
  if (state.around !== id && found.length) acts.append(button("Only its surroundings", () => choose({ around: id, add: [], hide: [], all: false })));
  if (state.around) acts.append(button(`Back to the first ${Math.min(data.top, tiesOf.size)}`, () => choose({ around: "", add: [], hide: [], all: false })));
  if (shownNow.has(rank)) acts.append(button("Hide", () => choose({ hide: [...new Set([...state.hide, id])], add: without(state.add, id), around: state.around === id ? "" : state.around, actor: "" })));
  else acts.append(button("Show in the picture", () => showActor(rank, true)));
  parts.push(acts);
  parts.push(element("p", found.length ? many(found.length, "tie") : "No claim that passes the filters ties this actor.", "dim"));
  const best = [...found].sort((a, b) => b.origins - a.origins || b.items.size - a.items.size || a.id.localeCompare(b.id));
  parts.push(...folded(best, pair => {
    const line = element("li"), other = pair.ends[0] === rank ? pair.ends[1] : pair.ends[0];
    line.append(button(actors[other].name, () => showPair(pair.id, true)));
    line.append(element("span", [many(pair.items.size, "claim"), pair.origins > 1 && many(pair.origins, "source"), pair.sign, pair.contested && "≠ contested"].filter(Boolean).join(" · "), "dim small"));
    return line;
  }, 15, "tie", tieList));
  return parts;
}

function nothingPanel() {
  const why = !data.claims.length ? "No claim here ties two actors." : !tiesOf.size ? "No claim that passes the filters ties two actors." : "All actors are hidden.";
  const acts = element("p", "", "acts");
  if (written({ ...state, view: "graph" })) acts.append(button("Reset all", () => choose({ ...START, view: state.view })));
  return [heading("Nothing to show"), element("p", why, "dim"), acts];
}

function startPanel() {
  if (!shownNow.size) return nothingPanel();
  const parts = [heading("Choose an actor or a line"), element("p", "A line leads to the claims behind it, and under each to its sentence, or its source and paragraph. An actor leads to its ties.", "dim")];
  const weight = (rank) => (tiesOf.get(rank) || []).length, best = [...shownNow].sort((a, b) => weight(b) - weight(a) || a - b);
  const several = best.filter(rank => weight(rank) > 1).length;  // those with one tie are many
  parts.push(element("h3", "In the picture, by ties"), ...folded(best, rank => {
    const line = element("li", "", "short");
    line.append(button(actors[rank].name, () => showActor(rank, true)), element("span", many(weight(rank), "tie"), "dim small"));
    return line;
  }, Math.min(30, Math.max(8, several)), "actor", tieList));
  return parts;
}

let focusPanel = false;
function showPanel() {
  panel.replaceChildren(...(state.pair ? pairPanel(pairOfState()) : state.actor ? actorPanel(rankOf.get(state.actor)) : startPanel()));
  panel.scrollTop = 0;
  if (focusPanel) panel.querySelector("h2").focus();
  focusPanel = false;
}

// an actor that is not in the picture comes into it
function showActor(rank, byKeys = false) {
  const id = actors[rank].id, changes = { actor: id, pair: "" };
  if (!shownNow.has(rank)) Object.assign(changes, { add: [...state.add, id], hide: without(state.hide, id) });
  focusPanel = byKeys;
  choose(changes);
  if (byKeys && state.view === "graph") {
    network.focus(rank, { scale: Math.max(network.getScale(), 0.7), animation: false });
    relabel();
    network.redraw();
  }
  reveal();
}

function showPair(id, byKeys = false) {
  const ends = id.split(" ").map(Number), missing = ends.filter(end => !shownNow.has(end)).map(end => actors[end].id);
  focusPanel = byKeys;
  choose({ pair: ends.map(end => actors[end].id).join(","), actor: "", add: [...state.add, ...missing], hide: state.hide.filter(one => !missing.includes(one)) });
  reveal();
}

// on a phone the details stand below the picture
function reveal() { if (matchMedia("(max-width: 48rem)").matches) panel.scrollIntoView({ block: "start" }); }
