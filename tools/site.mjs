#!/usr/bin/env node
// Lays out dist/, a folder that any static host can serve: node tools/site.mjs --out DIR --build DIR
// --cache DIR. Names carry the hash of their content, everything that shrinks has a .br beside it, all
// addresses are relative. Written to DIR.partial, then renamed.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { creditsHtml } from './site_credits.mjs';
import { brotli } from './site_brotli.mjs';
import { makePosters } from './site_posters.mjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const words = process.argv.slice(2);
/** @param {string} name @param {string} otherwise */
const option = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
const out = path.resolve(option('--out', 'dist'));
const build = path.resolve(option('--build', 'build'));
const cache = path.resolve(option('--cache', ''));
const partial = `${out}.partial`;
const STYLES = ['base', 'shell', 'pane', 'walk', 'key', 'journeys', 'stage', 'dialog', 'phone', 'sentences', 'sentences_small', 'print'];
/** The explorers of this build, their packs, and what of a pack the first picture needs. */
const ROOMS = [
  { room: 'ideas', pack: 'wikipedia', first: /^(positions|topics|trust|regions|importance|titles)-.*bin$/ },
  { room: 'sentences', pack: 'sentences', first: /^shelves-.*bin$/ },
];
const FONTS = ['MeanderSans-Regular', 'MeanderSans-Bold', 'Vollkorn-SemiBoldItalic', 'Vollkorn-Medium'];

/** Where each file of the project went, by its plain name. @type {Map<string, string>} */
const placed = new Map();

/** @param {string} name @param {Buffer | string} bytes @param {string} [folder] @returns {string} its address from the site's root */
function place(name, bytes, folder = 'a') {
  const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const hash = crypto.createHash('sha256').update(content).digest('hex').slice(0, 12);
  const { name: stem, ext } = path.parse(name);
  const address = `${folder}/${stem}-${hash}${ext}`;
  write(address, content);
  placed.set(name, address);
  return address;
}

/** @param {string} address @param {Buffer | string} bytes */
function write(address, bytes) {
  const file = path.join(partial, address);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
}

/** @param {...string} parts */
const read = (...parts) => fs.readFileSync(path.join(...parts));

/**
 * Modules import one another by hashed names: leaves first, each import replaced by where it went. Imports of
 * types, in comments, may go in circles and are left alone.
 * @param {string} file absolute @param {Map<string, string>} done
 * @returns {string} its hashed base name
 */
function placeModule(file, done) {
  const known = done.get(file);
  if (known) return known;
  // Comments stay at home; their type imports would lead round in circles.
  const code = fs.readFileSync(file, 'utf8').replace(/\/\*\*[^]*?\*\//g, '').replace(/^\s*\/\/.*\n/gm, '');
  const source = code.replace(/((?:^|\})[^'\n]*\bfrom\s+|await import\s*\(\s*)'(\.[^']+)'/gm, (_, lead, target) =>
    `${lead}'./${placeModule(path.resolve(path.dirname(file), target), done)}'`);
  const address = place(path.basename(file), source);
  done.set(file, path.basename(address));
  return path.basename(address);
}

function placeStyles() {
  const tokens = path.join(partial, 'tokens.css');
  execFileSync('python3', [path.join(project, 'tools/tokens.py'), path.join(project, 'data/design/tokens.json'), '--css', tokens]);
  const css = [fs.readFileSync(tokens, 'utf8'), ...STYLES.map((name) => read(project, 'web/pages', `${name}.css`).toString())].join('\n');
  fs.unlinkSync(tokens);
  const fontFolders = ['@fontsource-variable/vollkorn', '@fontsource/lato'].map((name) => path.join(project, 'node_modules', name, 'files'));
  const linked = css.replace(/url\("([^"]+)"\)/g, (_, name) => {
    if (name.endsWith('.svg')) return `url("${path.basename(place(name, read(project, 'web/icons', name)))}")`;
    const folder = fontFolders.find((candidate) => fs.existsSync(path.join(candidate, name)));
    if (!folder) throw new Error(`the font ${name} is not there; ./meander setup fetches it`);
    return `url("${path.basename(place(name, read(folder, name)))}")`;
  });
  // Comments and indentation stay at home.
  place('meander.css', linked.replace(/\/\*[^]*?\*\//g, '').replace(/\n\s+/g, '\n').replace(/\n+/g, '\n'));
}

/** Copies a pack's or the model's folder as it is: its names carry hashes already. @param {string} from @param {string} to @param {string} head */
function placePack(from, to, head) {
  for (const name of fs.readdirSync(from)) if (name !== head) write(`${to}/${name}`, read(from, name));
  return place(head, read(from, head), to);
}

/** @param {string} template @param {Record<string, string>} parts */
function fill(template, parts) {
  return read(project, 'web/pages', template).toString().replace(/\{\{([^}]+)\}\}/g, (_, name) => {
    const value = parts[name] ?? placed.get(name);
    if (value === undefined) throw new Error(`${template} asks for {{${name}}}, which nothing gives`);
    return value;
  });
}

/** Compresses what gains by it. @returns {number} bytes of the .br files */
function compress() {
  const files = fs.readdirSync(partial, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|woff2|webp|png)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  const [begun, all] = [Date.now(), files.reduce((sum, file) => sum + fs.statSync(file).size, 0)];
  let [total, done, told] = [0, 0, 0];
  for (const file of files) {
    done += fs.statSync(file).size;
    if (done / all >= told + 0.1 && done < all) {
      told = done / all;
      console.log(`  site: ${(done / 1e6).toFixed(1)} of ${(all / 1e6).toFixed(1)} MB compressed, ${Math.round((Date.now() - begun) / 1000 * (1 / told - 1))} s left`);
    }
    const packed = brotli(fs.readFileSync(file), path.join(cache, 'brotli'));
    if (packed) {
      fs.writeFileSync(`${file}.br`, packed);
      total += packed.length;
    }
  }
  return total;
}

/** What a browser fetches for the first complete picture, as it travels. @param {string[]} addresses */
function firstViewBytes(addresses) {
  return addresses.reduce((sum, address) => {
    const file = path.join(partial, address);
    return sum + fs.statSync(fs.existsSync(`${file}.br`) ? `${file}.br` : file).size;
  }, 0);
}

function main() {
  fs.rmSync(partial, { recursive: true, force: true });
  fs.mkdirSync(partial, { recursive: true });
  placeStyles();
  /** @type {Map<string, string>} */
  const modules = new Map();
  for (const module of ['web/pages/main.mjs', 'web/pages/to_map.mjs', 'web/host/engine_runner.mjs']) {
    placeModule(path.join(project, module), modules);
  }
  place('app.mjs', read(build, 'web/src/app/app.mjs'));
  place('app.wasm', read(build, 'web/src/app/app.wasm'));
  place('engine.mjs', read(build, 'web/src/engine/engine.mjs'));
  place('engine.wasm', read(build, 'web/src/engine/engine.wasm'));
  const fonts = FONTS.map((name) => place(`${name}.ttf`, read(cache, 'third_party/fonts', `${name}.ttf`)));
  const model = placePack(path.join(cache, 'model'), 'model', 'model.meander');
  const program = {
    appModule: placed.get('app.mjs'), appWasm: placed.get('app.wasm'),
    engineRunner: placed.get('engine_runner.mjs'), engineModule: placed.get('engine.mjs'),
    engineWasm: placed.get('engine.wasm'), model, fonts,
  };
  const preloads = [
    `<link rel="modulepreload" href="${program.appModule}">`,
    `<link rel="preload" href="${program.appWasm}" as="fetch" crossorigin>`,
  ].join('\n');
  /** @type {[string, string[]][]} */
  const firsts = [];
  for (const { room, pack: name, first } of ROOMS) {
    const folder = path.join(build, 'packs', name);
    const pack = placePack(folder, `packs/${name}`, 'pack.meander');
    const posters = makePosters({ room, tool: path.join(build, 'native/src/cli/meander-cli'), pack: folder, work: path.join(build, 'posters', room), cache, place });
    const options = { room, ...program, pack, ...(posters.prepared && { prepared: posters.prepared }) };
    write(`${room}.html`, fill(`${room}.html`, {
      root: posters.html ? ' data-poster' : '', title: posters.title, og: posters.og, static: posters.html,
      preloads: `${preloads}\n`, options: JSON.stringify(options).replaceAll('<', '\\u003c'),
    }));
    firsts.push([room, [`${room}.html`, ...['meander.css', 'main.mjs', 'app.mjs', 'app.wasm', 'engine_runner.mjs', 'engine.mjs', 'engine.wasm']
      .map((file) => /** @type {string} */ (placed.get(file))), ...fonts, pack,
      ...fs.readdirSync(path.join(partial, 'packs', name)).filter((file) => first.test(file)).map((file) => `packs/${name}/${file}`)]]);
  }
  write('index.html', fill('index.html', {}));
  write('credits.html', fill('credits.html', { credits: creditsHtml(project, cache, partial, write) }));
  compress();
  const sizes = firsts.map(([room, addresses]) => /** @type {[string, number]} */ ([room, firstViewBytes(addresses)]));
  fs.rmSync(`${out}.old`, { recursive: true, force: true });
  if (fs.existsSync(out)) fs.renameSync(out, `${out}.old`);
  fs.renameSync(partial, out);
  fs.rmSync(`${out}.old`, { recursive: true, force: true });
  for (const [room, bytes] of sizes) {
    console.log(`${out}: about ${Math.round(bytes / 1000)} kB before the first live picture of ${room}, page fonts and the still one aside`);
  }
}

try {
  main();
} catch (error) {
  console.error(`meander: the site could not be laid out: ${/** @type {Error} */ (error).message}.`);
  process.exit(1);
}
