"use strict";
// What the page holds, and what ties whom. Actors are named by their rank: 0 is the most important.
const actors = data.actors;
const rankOf = new Map(actors.map((actor, rank) => [actor.id, rank]));
const nameOf = (id) => data.things[id] || (rankOf.has(id) ? actors[rankOf.get(id)].name : id);
const claimOf = new Map(data.claims.map(claim => [claim.id, claim]));
const textOf = (id) => (claimOf.has(id) ? claimOf.get(id).text : data.others[id]);
const WAYS = {
  direct: ["a direct claim", "A claim has both as its ends."], occasions: ["a shared occasion", "Both took part in one occasion."],
  propositions: ["what one says", "One says, wants or does something that involves the other."],
};
const METHODS = { curated: "curated by a person", reviewed: "reviewed by a person", extracted: "extracted by rules, seen by nobody" };
const LAYERS = Object.fromEntries(data.layers.map(layer => [layer.split(" ")[0], layer]));
const layerOf = (claim) => data.layers[claim.layer].split(" ")[0];
const yearOf = (day) => Number(/^-?\d+/.exec(day)[0]);
const number = (value) => value.toLocaleString("en");
const many = (count, one, more = one + "s") => `${number(count)} ${count === 1 ? one : more}`;

// the claims that pass, each with those of its evidence that pass
function passing(state) {
  const wanted = (list) => (list.length ? new Set(list) : null);
  const [layers, families, sources, sides, methods] = ["layer", "family", "source", "side", "method"].map(key => wanted(state[key]));
  const found = [];
  for (const claim of data.claims) {
    if (layers && !layers.has(layerOf(claim))) continue;
    if (families && !families.has(claim.family)) continue;
    if (sides && !(claim.sides || []).some(side => sides.has(side))) continue;
    if ((claim.origins || 1) < state.min) continue;
    if (state.contested && !claim.against) continue;
    if (!inTime(claim, state)) continue;
    const evidence = claim.evidence.filter(proof => (!sources || sources.has(proof.source)) && (!methods || methods.has(proof.method)));
    if (evidence.length) found.push({ claim, evidence });
  }
  return found;
}

// a claim's own time shares a year with what is asked for
function inTime(claim, state) {
  if (state.from === null && state.to === null) return true;
  if (!claim.first && !claim.last) return state.undated;
  if (state.from !== null && claim.last && yearOf(claim.last) < state.from) return false;
  return !(state.to !== null && claim.first && yearOf(claim.first) > state.to);
}

// pairs of actors and what ties them, by "one two", both ranks, the smaller first
function tied(passed, way) {
  const pairs = new Map();
  const add = (one, two, item) => {
    if (one === two) return;
    const [first, second] = one < two ? [one, two] : [two, one], id = `${first} ${second}`;
    let pair = pairs.get(id);
    if (!pair) pairs.set(id, pair = { id, ends: [first, second], items: new Set() });
    pair.items.add(item);
  };
  if (way === "occasions") {
    const met = new Map();
    for (const item of passed) {
      if (!item.claim.met) continue;
      if (!met.has(item.claim.event)) met.set(item.claim.event, new Map());
      const present = met.get(item.claim.event);
      for (const end of [item.claim.one, item.claim.two]) if (end !== undefined) present.set(end, [...(present.get(end) || []), item]);
    }
    for (const present of met.values()) {
      const there = [...present.keys()];
      there.forEach((one, index) => there.slice(index + 1).forEach(two => [...present.get(one), ...present.get(two)].forEach(item => add(one, two, item))));
    }
  } else {
    for (const item of passed) {
      const { one, two, involved } = item.claim;
      if (one === undefined) continue;
      if (way === "propositions") (involved || []).forEach(other => add(one, other, item));
      else if (two !== undefined) add(one, two, item);
    }
  }
  for (const pair of pairs.values()) summed(pair);
  return pairs;
}

// a day as exactly as it is told: the first of January may stand for a year
function exact(when, day, end) {
  const part = ((when || "").split("/").at(-end) || "").replace(/[?~%]/g, "");
  return /^-?\d+(-\d\d){0,2}$/.test(part) && day.startsWith(part) ? part : String(yearOf(day));
}

// what the line of a pair shows
function summed(pair) {
  const origins = new Set(), sources = new Set(), days = [];
  let plus = 0, minus = 0;
  pair.contested = false;
  for (const { claim, evidence } of pair.items) {
    if (layerOf(claim) !== "denied") { plus += claim.sign > 0; minus += claim.sign < 0; }
    if (claim.against) pair.contested = true;
    for (const [index, day] of [claim.first, claim.last].entries()) if (day) days.push([day, exact(claim.when, day, index)]);
    for (const proof of evidence) {
      sources.add(proof.source);
      for (const origin of proof.origins || [proof.source]) origins.add(origin);
    }
  }
  days.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  Object.assign(pair, { origins: origins.size, sources: sources.size, first: days[0]?.[1] || "", last: days.at(-1)?.[1] || "" });
  pair.sign = plus && minus ? "mixed" : plus ? "cooperative" : minus ? "conflictual" : "neutral";
}

// the claims of a pair: facts first, then by time
function inOrder(items) {
  return [...items].sort((a, b) => a.claim.layer - b.claim.layer || (a.claim.first || "~").localeCompare(b.claim.first || "~") || a.claim.text.localeCompare(b.claim.text));
}
