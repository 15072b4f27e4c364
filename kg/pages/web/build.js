// Builds the scripts of sparql.html: build.js FOLDER. The same inputs give the same bytes.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

const target = process.argv[2];
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const used = new Set(), files = {};

function put(name, text) {
  writeFileSync(join(target, name), text);
  files[name] = createHash("sha256").update(text).digest("hex");
}

// import "packed:PATH" gives a file, deflated, as base64
const packed = {
  name: "packed",
  setup(build) {
    build.onResolve({ filter: /^packed:/ }, async ({ path, resolveDir }) => {
      const found = await build.resolve(path.slice("packed:".length), { resolveDir, kind: "import-statement" });
      return { path: found.path, namespace: "packed" };
    });
    build.onLoad({ filter: /./, namespace: "packed" }, ({ path }) => ({
      contents: deflateSync(readFileSync(path), { level: 9 }).toString("base64"),
      loader: "text",
    }));
  },
};

async function bundle(source, name) {
  const { outputFiles, metafile } = await build({
    entryPoints: [source],
    bundle: true,
    charset: "ascii",
    define: { "import.meta.url": '""' },
    format: "iife",
    legalComments: "inline",
    metafile: true,
    minify: true,
    plugins: [packed],
    target: "es2022",
    write: false,
  });
  const text = outputFiles[0].text;
  if (/<\/script|<!--/i.test(text)) throw new Error(`${name} cannot stand inside a script element`);
  for (const input of Object.keys(metafile.inputs)) {
    const found = input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
    if (found) used.add(found[1]);
  }
  put(name, text);
}

function licence(name) {
  const places = [`node_modules/${name}/LICENSE`, `licenses/${name}.txt`];
  const found = places.find(existsSync);
  if (!found) throw new Error(`no licence text for ${name}`);
  return readFileSync(found, "utf8").trim();
}

// the crates that a WebAssembly names in its messages
function crates(path) {
  const found = readFileSync(path, "latin1").matchAll(/registry\/src\/[^/]+\/([a-z0-9_-]+?-\d+\.\d+\.\d+)\//g);
  return [...new Set([...found].map(match => match[1]))].sort().join(", ");
}

mkdirSync(target, { recursive: true });
await bundle("editor.js", "editor.js");
await bundle("engine.js", "engine.js");
const packages = [...used].sort().map(name => {
  const { version, license, integrity } = lock[`node_modules/${name}`];
  return { name, version, license, integrity };
});
const parts = packages.map(({ name, version, license }) => `${name} ${version} (${license})\n\n${licence(name)}\n`
  + (name === "oxigraph" ? `\nIts WebAssembly names these Rust crates, each of them offered under MIT: ${crates("node_modules/oxigraph/web_bg.wasm")}.\n` : ""));
parts.push(readFileSync("licenses/vis-network.txt", "utf8"));
put("licenses.txt", `What the pages of this site hold of others, with its licences\n\n${parts.join(`\n${"-".repeat(72)}\n\n`)}`);
writeFileSync(join(target, "VENDOR.json"), JSON.stringify({ inputs: process.env.KG_INPUTS ?? "", packages, files }, null, 1) + "\n");
