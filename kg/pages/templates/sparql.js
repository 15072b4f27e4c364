"use strict";
const SHOWN = 1000, LONGEST = 100_000, WIDEST = 5000, DEEPEST = 200;
const base = data.prefixes[""];
const found = id => document.getElementById(id);
const answer = found("answer"), status = found("status"), clock = found("clock"), errors = found("error");
const numbers = new Intl.NumberFormat("en");
const seconds = ms => (ms < 999.5 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`);
const counted = (number, one, more = `${one}s`) => `${numbers.format(number)} ${number === 1 ? one : more}`;

// --- the engine, in a worker of its own: to stop a query is to end the worker
let patience = 60_000; // ms; an answer that grows for longer may take the tab with it
let worker = null, ready = false, running = null, waiting = false, asked = 0;

function startEngine(said) {
  ready = false;
  const address = URL.createObjectURL(new Blob([data.engine], { type: "text/javascript" }));
  worker = new Worker(address);
  worker.onmessage = ({ data: told }) => {
    URL.revokeObjectURL(address);
    if (told.id === 0) opened(told, said);
    else if (running && told.id === running.id) done(told);
  };
  worker.onerror = event => fail(`The engine could not start: ${event.message || "this browser lets no worker run here"}`);
  worker.postMessage({ id: 0, graph: data.graph });
}

function opened(told, said) {
  if (told.error) return fail(`The engine could not start: ${told.error}. A browser of 2023 or later is needed.`);
  ready = true;
  status.textContent = said || `Ready: ${counted(told.triples, "triple")} in ${seconds(told.time)}.`;
  if (waiting) run();
}

function busy(is) {
  found("run").disabled = is;
  found("stop").disabled = !is;
}

function run() {
  if (running) return;
  showError();
  const query = editor.text, refused = refusal(query);
  if (refused) return fail(refused);
  waiting = !ready;
  busy(true);
  if (!ready) return;
  // known prefixes stand before the first line, so that lines keep their numbers
  const before = Object.entries(data.prefixes).map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}> `).join("");
  const triples = ["CONSTRUCT", "DESCRIBE"].includes(form(query));
  running = { id: ++asked, query, shift: before.length, start: performance.now() };
  running.timer = setInterval(() => {
    const time = performance.now() - running.start;
    clock.textContent = seconds(time);
    if (time > patience) stop();
  }, 200);
  status.textContent = "Running …";
  worker.postMessage({ id: running.id, query: before + query, triples });
}

function finish() {
  if (running) clearInterval(running.timer);
  clock.textContent = "";
  running = null;
  waiting = false;
  busy(false);
}

function stop() {
  if (!running && !waiting) return;
  const said = running ? `Stopped after ${seconds(performance.now() - running.start)}.` : "Stopped.";
  const began = running;
  finish();
  answer.replaceChildren();
  status.textContent = said;
  if (!began) return;
  worker.terminate();
  startEngine(`${said} Ready again.`);
  editor.focus();
}

function done(told) {
  const { query, shift } = running;
  finish();
  if (told.error) {
    if (told.broken) { worker.terminate(); startEngine("The engine was started again."); }
    return fail(told.error, shift);
  }
  status.textContent = "";
  if (told.triples) showTriples(told.triples, told.time);
  else showAnswer(told.answer, told.time);
  remember(query);
}

// --- what is refused, as `kg query` refuses it; no query could reach a network from here
const QUIET = /"""[^]*?"""|'''[^]*?'''|<[^<>"{}|^`\s]*>|#[^\n\r]*|"[^"\n\r]*"|'[^'\n\r]*'/g;

function form(query) {
  const bare = query.replace(QUIET, " ").replace(/^\s*((prefix\s+[^\s:]*:|base)\s*)*/i, "");
  return (/^[A-Za-z]+/.exec(bare) || [""])[0].toUpperCase();
}

function refusal(query) {
  if (!query.trim()) return "There is no query yet.";
  if (query.length > LONGEST) return `The query is longer than ${numbers.format(LONGEST)} characters.`;
  if (/service/i.test(query)) return "SERVICE is refused: a query asks this graph and no other (nor may the word stand in a string).";
  if (/\\(u00[0-7]|U000000[0-7])/.test(query)) return "ASCII characters are to be written as such, not as \\u escapes.";
  if (["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"].includes(form(query))) return "Updates are refused: a query only reads.";
  if (/(?<![?$:\w])from\s*(named\s*)?(<|\w*:)/i.test(query.replace(/(^|\s)#[^\n\r]*/g, " "))) return "FROM is refused: all claims stand in one graph.";
  let depth = 0, deepest = 0;
  for (const character of query.replace(QUIET, " ")) {
    if ("{([".includes(character)) deepest = Math.max(deepest, ++depth);
    else if ("})]".includes(character)) depth = Math.max(0, depth - 1);
  }
  return deepest > DEEPEST ? `The query nests brackets more than ${DEEPEST} deep.` : "";
}

function showError(title = "", text = "", line = 0) {
  errors.replaceChildren();
  if (title) errors.append(element("p", title));
  if (text) {
    const said = element("p");
    said.append(element("code", text));
    errors.append(said);
  }
  editor.mark(line);
}

function fail(text, shift = -1) {
  finish();
  status.textContent = "";
  answer.replaceChildren();
  if (shift < 0) return showError(text);
  const place = /(\d+):(\d+)/.exec(text), line = place ? Number(place[1]) : 0;
  const column = place ? Math.max(1, Number(place[2]) - (line === 1 ? shift : 0)) : 0;
  const unknown = undeclared();
  if (place && unknown) return showError(`The prefix ${unknown}: is not declared.`, "", lineOf(`${unknown}:`));
  // what the parser expected, without its classes of characters
  const told = place ? text.replace(/^[^]*?\d+:\d+(-\d+(:\d+)?)?:?\s*/, "").replace(/,?\s*\[[^[\]]*\]/g, "").replace(/\bof\s*,\s*/, "of ").trim() : text;
  showError(place ? `Line ${line}, column ${column}: this is not SPARQL.` : "The query failed.", told, line);
}

function undeclared() {
  const bare = editor.text.replace(QUIET, " ");
  const declared = [...bare.matchAll(/prefix\s+([\w-]*):/gi)].map(match => match[1]);
  const used = [...bare.matchAll(/(?<![\w:?$-])([A-Za-z][\w-]*):(?=[\w])/g)].map(match => match[1]);
  return used.find(prefix => !declared.includes(prefix) && !Object.hasOwn(data.prefixes, prefix));
}

function lineOf(part) {
  return editor.text.slice(0, editor.text.indexOf(part)).split("\n").length;
}

// --- answers
const quickest = Object.entries(data.prefixes).sort((one, two) => two[1].length - one[1].length);

function short(iri) {
  for (const [prefix, namespace] of quickest) {
    if (iri.startsWith(namespace) && iri.length > namespace.length) {
      const rest = iri.slice(namespace.length);
      return prefix === "" || prefix === "kg" ? rest : `${prefix}:${rest}`;
    }
  }
  return iri;
}

const NUMBER = /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(integer|decimal|double|float|int|long|nonNegativeInteger)$/;

function plain(term) {
  if (!term) return null;
  if (term.type === "uri") return short(term.value);
  if (term.type === "bnode") return `_:${term.value}`;
  if (term.type === "triple") return `<< ${["subject", "predicate", "object"].map(part => plain(term.value[part])).join(" ")} >>`;
  const number = NUMBER.test(term.datatype || "") ? Number(term.value) : NaN;
  return Number.isFinite(number) && (Number.isSafeInteger(number) || !/^[-+]?\d+$/.test(term.value)) ? number : term.value;
}

function address(iri) {
  if (!iri.startsWith(base)) return /^https?:\/\//i.test(iri) && !iri.startsWith(data.prefixes.kg) ? iri : "";
  const id = iri.slice(base.length), own = (from, key) => (Object.hasOwn(from, key) ? from[key] : "");
  const claim = own(data.claims, id);
  if (claim) return own(data.sources, claim[1]) && data.sources[claim[1]] + claim[2];
  const source = own(data.evidence, id);
  if (source) return own(data.sources, source) && `${data.sources[source]}#${id}`;
  return own(data.actors, id) || own(data.sources, id);
}

function shown(value, term, row) {
  if (!term || term.type !== "uri") {
    const made = element("span", value === null ? "" : String(value), String(value).length > 40 ? "long" : /^[-\d/.,:?~%XTZ+]+$/.test(value) ? "id" : "");
    made.dir = "auto";
    return made;
  }
  const made = element("span", "", value.length > 32 ? "" : "id"), to = address(term.value), id = term.value.startsWith(base) ? term.value.slice(base.length) : "";
  made.append(to ? link(value, to) : document.createTextNode(value));
  if (id && Object.hasOwn(data.claims, id)) {
    if (!row.includes(data.claims[id][0])) made.append(element("small", data.claims[id][0]));
  } else if (id && Object.hasOwn(data.names, id)) made.title = data.names[id];
  return made;
}

function head(title, ...downloads) {
  const made = element("div", "", "head");
  made.append(element("h2", title), ...downloads);
  return made;
}

function region(content, label) {
  const made = element("div", "", "wide");
  made.tabIndex = 0; // can be scrolled by keyboard
  made.setAttribute("role", "region");
  made.setAttribute("aria-label", label);
  made.append(content);
  return made;
}

function showAnswer(text, time) {
  const told = JSON.parse(text);
  const asJson = button("JSON", () => download("answer.json", "application/sparql-results+json", text));
  if (typeof told.boolean === "boolean") {
    answer.replaceChildren(head("Answer", asJson), element("p", told.boolean ? "Yes" : "No", "verdict"));
    status.textContent = `${told.boolean ? "Yes" : "No"}, in ${seconds(time)}.`;
    return;
  }
  const columns = told.head.vars, bindings = told.results.bindings;
  const rows = bindings.map(binding => {
    const row = columns.map(name => plain(binding[name]));
    row.terms = binding;
    return row;
  });
  const asCsv = button("CSV", () => download("answer.csv", "text/csv;charset=utf-8", csv(columns, rows)));
  const title = rows.length > SHOWN ? `Answer: the first ${numbers.format(SHOWN)} rows` : "Answer";
  answer.replaceChildren(head(title, asCsv, asJson));
  if (rows.length) answer.append(region(sortable(columns, rows, (value, name, row) => shown(value, row.terms[name], row), SHOWN), "Rows of the answer"));
  status.textContent = `${counted(rows.length, "row")} in ${seconds(time)}.`;
}

// a term of N-Triples, shortened where its prefix allows
const used = new Set();
function turtle(term) {
  return term.replace(/^<([^>]*)>$|\^\^<([^>]*)>$/, (whole, iri, datatype) => {
    const is = iri ?? datatype, open = datatype === undefined ? "" : "^^";
    for (const [prefix, namespace] of quickest) {
      if (is.startsWith(namespace) && /^[A-Za-z0-9_]([\w-]*[\w])?$/.test(is.slice(namespace.length))) {
        used.add(prefix);
        return `${open}${prefix}:${is.slice(namespace.length)}`;
      }
    }
    return whole;
  });
}

function showTriples(triples, time) {
  used.clear();
  const lines = triples.map(triple => `${triple.map(turtle).join(" ")} .\n`).sort();
  const top = [...used].sort().map(prefix => `@prefix ${prefix}: <${data.prefixes[prefix]}> .\n`);
  const whole = `${top.join("")}\n${lines.join("")}`;
  const title = lines.length > SHOWN ? `Answer: the first ${numbers.format(SHOWN)} triples` : "Answer";
  const text = element("pre", `${top.join("")}\n${lines.slice(0, SHOWN).join("")}`);
  text.tabIndex = 0;
  answer.replaceChildren(head(title, button("Turtle", () => download("answer.ttl", "text/turtle", whole))), text);
  status.textContent = `${counted(lines.length, "triple")} in ${seconds(time)}.`;
}

// --- examples, prefixes, the address
const examples = new Map(data.examples.map(example => [example.name, example]));

function choose(name) {
  const example = examples.get(name);
  found("examples").value = example ? name : "";
  about(example);
  if (!example) return;
  editor.text = example.query;
  changed();
}

function about(example) {
  const box = found("about");
  box.replaceChildren();
  box.hidden = !example;
  if (!example) return;
  box.append(element("p", `${example.summary}.`, "narrow"));
  if (!example.parameters.length) return;
  const list = element("ul");
  for (const [name, help, value] of example.parameters) {
    const line = element("li");
    line.append(element("code", `?${name}`), document.createTextNode(` ${help}${value ? `; in this example ` : ""}`));
    if (value) line.append(element("code", value));
    list.append(line);
  }
  box.append(list);
}

function hash() {
  const example = examples.get(found("examples").value);
  if (example && example.query === editor.text) return `#example=${encodeURIComponent(example.name)}`;
  return `#query=${encodeURIComponent(editor.text)}`;
}

function changed() {
  showError();
  const example = examples.get(found("examples").value);
  if (example && example.query !== editor.text && !editor.text) about();
  found("link").href = hash();
}

function remember() {
  try { history.replaceState(null, "", hash()); } catch { /* the link still holds it */ }
}

function restore() {
  const [, key, value] = /^#(query|example)=(.*)$/s.exec(location.hash) || [];
  if (!key) return false;
  let text = "";
  try { text = decodeURIComponent(value); } catch { return false; }
  if (key === "example" && examples.has(text)) {
    if (examples.get(text).query !== editor.text) choose(text);
    return true;
  }
  if (key === "query" && text !== editor.text) { // shown and not run: it is somebody else's
    choose("");
    const wide = text.split("\n").some(line => line.length > WIDEST); // the editor takes seconds for such a line
    if (wide) status.textContent = `The query of this link has a line of more than ${numbers.format(WIDEST)} characters and is not shown.`;
    else editor.text = text.slice(0, LONGEST);
    changed();
  }
  return key === "query";
}

function writePrefixes() {
  const bare = editor.text.replace(/#[^\n\r]*/g, " ");
  const has = prefix => new RegExp(`prefix\\s+${prefix}:`, "i").test(bare);
  const uses = prefix => new RegExp(`(^|[^\\w:<-])${prefix}:[\\w-]`).test(bare.replace(QUIET, " "));
  let missing = Object.keys(data.prefixes).filter(prefix => !has(prefix) && uses(prefix));
  if (!missing.length && !/prefix/i.test(bare)) missing = ["", "kg"];
  const lines = missing.map(prefix => `PREFIX ${prefix}: <${data.prefixes[prefix]}>\n`);
  if (lines.length) editor.text = lines.join("") + editor.text;
  status.textContent = lines.length ? `${counted(lines.length, "prefix", "prefixes")} written.` : "All prefixes in use stand there.";
  editor.focus();
}

const editor = Editor.open(found("editor"), { label: "SPARQL query", describedby: "keys", run, change: changed });
found("run").addEventListener("click", run);
found("stop").addEventListener("click", stop);
found("prefixes").addEventListener("click", writePrefixes);
found("examples").addEventListener("change", event => choose(event.target.value));
found("link").addEventListener("click", event => {
  event.preventDefault();
  remember();
  const said = text => { status.textContent = text; };
  const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject();
  copied.then(() => said("The link is copied."), () => said("The link stands in the address bar."));
});
found("known").append(...Object.keys(data.prefixes).flatMap(prefix => [element("code", `${prefix}:`), " "]));
addEventListener("hashchange", restore);
if (!restore()) {
  editor.text = "# The claims on record, newest first. Ctrl+Enter runs this; a shipped question is a good beginning, too.\nSELECT ?when ?text ?claim WHERE {\n  ?claim a kg:Fact ; kg:text ?text ; kg:earliest ?when .\n}\nORDER BY DESC(?when)\nLIMIT 50\n";
  changed();
}
startEngine();
