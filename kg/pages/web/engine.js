// The worker of sparql.html: Oxigraph in WebAssembly, over the triples that the page gives it.
import init, { Store } from "oxigraph/web.js";
import wasm from "packed:oxigraph/web_bg.wasm";

const LARGEST = 100_000_000; // characters of an answer; a browser's tab dies of some more
let store;

async function unpacked(base64) {
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function load(graph) {
  const [code, triples] = await Promise.all([unpacked(wasm), unpacked(graph)]);
  await init({ module_or_path: code });
  store = new Store();
  store.load(triples, { format: "application/n-triples", lenient: true, no_transaction: true });
  return { triples: store.size };
}

function ask({ query, triples }) {
  if (triples) return { triples: store.query(query).map(({ subject, predicate, object }) => [subject, predicate, object].map(String)) };
  const answer = store.query(query, { results_format: "application/sparql-results+json" });
  if (answer.length > LARGEST) throw new Error("the answer is larger than 100 MB; add a LIMIT");
  return { answer };
}

self.onmessage = async ({ data }) => {
  const start = performance.now();
  try {
    const found = data.graph ? await load(data.graph) : ask(data);
    self.postMessage({ ...found, id: data.id, time: performance.now() - start });
  } catch (error) {
    // what WebAssembly itself throws leaves the engine unusable
    const broken = !store || error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    self.postMessage({ error: String(error?.message ?? error), broken, id: data.id, time: performance.now() - start });
  }
};
