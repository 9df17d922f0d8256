#!/usr/bin/env node
// Lays out dist/, a folder that any static host can serve: node tools/site.mjs --out DIR --build DIR
// [--tool FILE] --cache DIR --rooms "ROOM…" [--lines PACK] [--url BASE [--figures FILE]] [--in-haste].
// The rooms named are those whose packs are made; the others get a page that waits for theirs. Names carry the
// hash of their content, everything that shrinks has a .br beside it, all addresses are relative. In haste, for
// who waits for a first address, nothing is compressed at its best. Written to DIR.partial, then put in place
// file by file, pages last: what is open goes on.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardOf } from './site_card.mjs';
import { creditsHtml } from './site_credits.mjs';
import { readExplorers } from './explorers.mjs';
import { comingParts } from './site_coming.mjs';
import { essayParts } from './site_essay.mjs';
import { modulesOf } from './figure_single.mjs';
import { livingCss, placeEmbed } from './site_embed.mjs';
import { howHtml, measure } from './site_how.mjs';
import { brotli, brotliAll } from './site_brotli.mjs';
import { placeOnnx, placeRuntime } from './site_onnx.mjs';
import { placeFigures, readFigures } from './site_figures.mjs';
import { makePosters } from './site_posters.mjs';
import { settle } from './site_settle.mjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const given = process.argv.slice(2);
/** @param {string} name @param {string} otherwise */
const option = (name, otherwise) => (given.includes(name) ? given[given.indexOf(name) + 1] : otherwise);
/** Every sentence of a reader's. @type {Record<string, string>} */
const words = JSON.parse(fs.readFileSync(path.join(project, 'web/words.json'), 'utf8'));
const out = path.resolve(option('--out', 'dist'));
const build = path.resolve(option('--build', 'build'));
const cache = path.resolve(option('--cache', ''));
/** The native tool: all of it, or what a first ./meander waits for. */
const tool = path.resolve(option('--tool', path.join(build, 'native/src/cli/meander-cli')));
/** Where the site will lie, for what needs whole addresses. */
const url = option('--url', '');
const inHaste = given.includes('--in-haste');
const partial = `${out}.partial`;
const lines = option('--lines', 'sentences');
const EXPLORERS = readExplorers(project).map((each) => (each.room === 'sentences' ? { ...each, pack: lines } : each));
/** What a frame is before anybody presses, each after what it needs. */
const FRAME = ['host/open.mjs', 'embed/options.mjs', 'embed/messages.mjs', 'embed/poster.mjs', 'embed/dress.mjs', 'embed/figure.mjs', 'embed/frame.mjs'];
/** In this order: what all rooms have, what some have, each sheet once, and paper over everything. */
const STYLES = ['base', 'shell', 'pane', 'walk', 'why', 'key', 'tour', 'journeys', 'duet', 'stage', 'search', 'dialog', 'phone', 'share', 'list',
  ...new Set(EXPLORERS.flatMap(({ styles }) => styles)), 'figure', 'touch', 'print', 'forced'];
/** Those whose packs are made. */
const READY = option('--rooms', EXPLORERS.map(({ room }) => room).join(' ')).split(' ').filter(Boolean);
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
  const address = place(path.basename(file), linkModules(bare(file), file, done));
  done.set(file, path.basename(address));
  return path.basename(address);
}

/**
 * A module's code; comments and indentation stay at home: their type imports would lead round in circles. A comment behind
 * code is one where no quote follows that might close a string. @param {string} file
 */
const bare = (file) => fs.readFileSync(file, 'utf8').replace(/\/\*\*[^]*?\*\//g, '').replace(/^\s*\/\/.*\n/gm, '').replace(/ {2}\/\/ [^\n'"`]*$/gm, '').replace(/\n\s+/g, '\n');

/** What it imports, by where that went. @param {string} code @param {string} file @param {Map<string, string>} done @returns {string} */
const linkModules = (code, file, done) => code.replace(/((?:^|\})[^'\n]*\bfrom\s+|\bimport\s*\(\s*)'(\.[^']+)'/gm, (_, lead, target) =>
  `${lead}'./${placeModule(path.resolve(path.dirname(file), target), done)}'`);

/**
 * Modules that are always fetched together, as one file under the last one's name: compressed apart they weigh a fifth
 * more. They import each other and nothing else, each only what stands before it, and no two have one name at the top.
 * @param {string[]} files @param {Map<string, string>} done
 */
function placeJoined(files, done) {
  const last = /** @type {string} */ (files.at(-1));
  const code = files.map((file) => linkModules(bare(file).replace(/^import \{[^}]*\} from '[^']+';\n/gm, '').replace(/^export /gm, ''), file, done)).join('');
  const address = place(path.basename(last), code);
  done.set(last, path.basename(address));
}

/** The design's colours. */
function tokens() {
  const file = path.join(partial, 'tokens.css');
  execFileSync('python3', [path.join(project, 'tools/tokens.py'), path.join(project, 'data/design/tokens.json'), '--css', file]);
  const css = fs.readFileSync(file, 'utf8');
  fs.unlinkSync(file);
  return css;
}

/** Pictures and faces by where they went. @param {string} css */
function link(css) {
  const fontFolders = ['@fontsource-variable/vollkorn', '@fontsource/lato'].map((name) => path.join(project, 'node_modules', name, 'files'));
  return css.replace(/url\("([^"]+)"\)/g, (_, name) => {
    if (name.endsWith('.svg')) return `url("${path.basename(place(name, read(project, 'web/icons', name)))}")`;
    const folder = fontFolders.find((candidate) => fs.existsSync(path.join(candidate, name)));
    if (!folder) throw new Error(`the font ${name} is not there; ./meander setup fetches it`);
    return `url("${path.basename(place(name, read(folder, name)))}")`;
  });
}

/** @param {string} colours */
function placeStyles(colours) {
  const linked = link([colours, ...STYLES.map((name) => read(project, 'web/pages', `${name}.css`).toString())].join('\n'));
  // Comments and indentation stay at home.
  return place('meander.css', linked.replace(/\/\*[^]*?\*\//g, '').replace(/\n\s+/g, '\n').replace(/\n+/g, '\n'));
}

/** A style sheet of one page; comments and indentation stay at home. @param {string} name */
const placeSheet = (name) => place(name, read(project, 'web/pages', name).toString().replace(/\/\*[^]*?\*\//g, '').replace(/\n\s+/g, '\n'));

/** Copies a pack's or the model's folder as it is: its names carry hashes already. @param {string} from @param {string} to @param {string} head */
function placePack(from, to, head) {
  for (const name of fs.readdirSync(from)) if (name !== head) write(`${to}/${name}`, read(from, name));
  return place(head, read(from, head), to);
}

/** @param {string} template @param {Record<string, string>} parts @param {string} [text] what it says, where that is not all of the file */
function fill(template, parts, text = read(project, 'web/pages', template).toString()) {
  return text.replace(/\{\{([^}]+)\}\}/g, (_, name) => {
    const value = parts[name] ?? placed.get(name);
    if (value === undefined) throw new Error(`${template} asks for {{${name}}}, which nothing gives`);
    return value;
  });
}

/** Compresses what gains by it. */
async function compress() {
  const files = fs.readdirSync(partial, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|woff2|webp|png|gif|onnx)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  const begun = Date.now();
  let told = 0;
  await brotliAll(files, path.join(cache, 'brotli'), (done, all) => {
    if (done / all < told + 0.1 || done === all) return;
    told = done / all;
    console.log(`  site: ${(done / 1e6).toFixed(1)} of ${(all / 1e6).toFixed(1)} MB compressed, ${Math.round((Date.now() - begun) / 1000 * (1 / told - 1))} s left`);
  }, inHaste);
}

/**
 * What a figure fetches after a click, as it travels: the room's program and first view; of the modules, those that
 * embed.html does not have before.
 * @param {string[]} addresses @param {Map<string, string>} modules
 */
async function clickBytes(addresses, modules) {
  const folder = path.join(partial, 'a');
  const [frame, first] = ['web/embed/frame.mjs', 'web/embed/life.mjs'].map((file) => placeModule(path.join(project, file), modules));
  const before = new Set(modulesOf(folder, frame, [[first, '']]).slice(1).map(([name]) => name));
  const names = modulesOf(folder, first, [], true).map(([name]) => name);
  let sum = 0;
  for (const address of [...names.filter((name) => !before.has(name)).map((name) => `a/${name}`), ...addresses]) {
    const bytes = read(partial, address);
    sum += (await brotli(bytes, path.join(cache, 'brotli'), inHaste) ?? bytes).length;
  }
  return sum;
}

/** What a browser fetches for the first complete picture, as it travels. @param {string[]} addresses */
function firstViewBytes(addresses) {
  return addresses.reduce((sum, address) => {
    const file = path.join(partial, address);
    return sum + fs.statSync(fs.existsSync(`${file}.br`) ? `${file}.br` : file).size;
  }, 0);
}

/** A room whose questions need an engine of their own has one (src/engine/CMakeLists.txt); the others share one. @param {string} room */
const engineOf = (room) => (fs.existsSync(path.join(build, `web/src/engine/engine_${room}.wasm`)) ? `engine_${room}` : 'engine');

/** "How this was worked out": measured, drawn, written. @param {string} pack */
function placeHow(pack) {
  const { measures, light, dark } = measure({ tool, pack, work: path.join(build, 'how') });
  placeSheet('how.css');
  const pictures = { light: place('example-light.svg', light), dark: place('example-dark.svg', dark) };
  write('how.html', fill('how.html', { how: howHtml(measures, words, pictures) }));
}

async function main() {
  fs.rmSync(partial, { recursive: true, force: true });
  fs.mkdirSync(partial, { recursive: true });
  const colours = tokens();
  const whole = placeStyles(colours);
  /** @type {Map<string, string>} */
  const modules = new Map();
  for (const module of ['web/pages/main.mjs', 'web/pages/waiting.mjs', 'web/pages/essay.mjs', 'web/pages/theme.mjs', 'web/host/engine_runner.mjs', 'web/host/onnx_worker.mjs', 'web/host/network_worker.mjs']) {
    placeModule(path.join(project, module), modules);
  }
  placeJoined(FRAME.map((name) => path.join(project, 'web', name)), modules);
  const engines = new Map(EXPLORERS.filter(({ room }) => READY.includes(room)).map(({ room }) => [room, engineOf(room)]));
  for (const stem of new Set(engines.values())) for (const end of ['mjs', 'wasm']) place(`${stem}.${end}`, read(build, `web/src/engine/${stem}.${end}`));
  const fonts = FONTS.map((name) => place(`${name}.ttf`, read(cache, 'third_party/fonts', `${name}.ttf`)));
  const model = placePack(path.join(cache, 'model'), 'model', 'model.meander');
  const living = place('living.css', livingCss(project, fonts, link));
  const program = { engineRunner: placed.get('engine_runner.mjs'), model, fonts };
  /** @type {[string, string[]][]} */
  const firsts = [];
  /** @type {import('./site_embed.mjs').Embedded[]} */
  const embedded = [];
  for (const { room, pack: name, first } of EXPLORERS.filter((explorer) => READY.includes(explorer.room))) {
    const folder = path.join(build, 'packs', name);
    const pack = placePack(folder, `packs/${name}`, 'pack.meander');
    const posters = makePosters({ room, tool, pack: folder, work: path.join(build, 'posters', room), cache, place, write });
    // A program of its own for every room (src/app/CMakeLists.txt).
    const [appModule, appWasm] = ['mjs', 'wasm'].map((end) => place(`app_${room}.${end}`, read(build, `web/src/app/app_${room}.${end}`)));
    const preloads = [`<link rel="modulepreload" href="${appModule}">`, `<link rel="preload" href="${appWasm}" as="fetch" crossorigin>`].join('\n');
    const engine = [`${engines.get(room)}.mjs`, `${engines.get(room)}.wasm`];
    const onnx = room === 'inside' ? placeOnnx(cache, place) : room === 'pictures' ? placeRuntime(cache, place) : undefined;
    const chunks = fs.readdirSync(path.join(partial, 'packs', name)).filter((file) => first.some((section) => file.startsWith(`${section}-`))).map((file) => `packs/${name}/${file}`);
    const drawn = [appModule, appWasm, ...fonts, pack, ...chunks];
    const options = { room, clickBytes: await clickBytes([...drawn, living, ...(posters.prepared ? [posters.prepared] : [])], modules), ...program, appModule, appWasm, engineModule: placed.get(engine[0]), engineWasm: placed.get(engine[1]), pack, ...(posters.prepared && { prepared: posters.prepared }),
      ...(onnx && { onnx: { ...onnx, worker: placed.get(room === 'inside' ? 'onnx_worker.mjs' : 'network_worker.mjs') } }) };
    write(`${room}.html`, fill(`${room}.html`, {
      root: posters.html ? ' data-poster' : '', title: posters.title, og: cardOf(url, `${room}.html`, { ...posters, title: posters.plainTitle }, place), static: posters.html, lost: words['error.context'],
      preloads: `${preloads}\n`, options: JSON.stringify(options).replaceAll('<', '\\u003c'),
    }));
    embedded.push({ room, title: posters.plainTitle, alt: posters.alt, styles: EXPLORERS.find((one) => one.room === room)?.styles ?? [], stills: posters.embed, whole: posters.whole, options });
    firsts.push([room, [`${room}.html`, ...['meander.css', 'main.mjs', 'engine_runner.mjs', ...engine]
      .map((file) => /** @type {string} */ (placed.get(file))), ...drawn]]);
  }
  write('hosting.md', read(project, 'docs/hosting.md'));
  const coming = EXPLORERS.filter(({ room }) => !READY.includes(room));
  if (coming.length > 0) {
    placeSheet('coming.css');
    placeModule(path.join(project, 'web/pages/coming.mjs'), modules);
  }
  for (const { room } of coming) {
    write(`${room}.html`, fill('coming.html', comingParts(room, read(partial, `${EXPLORERS[0].room}.html`).toString(), words)));
  }
  placeEmbed({ project, tokens: colours, words, rooms: embedded, living, place, link, write, fill, whole, placeModule: (file) => placeModule(file, modules) });
  placeSheet('essay.css');
  const essay = essayParts(read(project, 'web/pages/index.html').toString(), embedded, read(partial, `${EXPLORERS[0].room}.html`).toString());
  const card = { title: essay.title, alt: essay.description, letter: path.join(build, 'posters', EXPLORERS[0].room, 'letter.png') };
  write('index.html', fill('index.html', { ...essay.parts, og: cardOf(url, 'index.html', card, place) }, essay.template));
  // By plain names: a page's address says which tour, a post is copied from the example.
  for (const [from, to] of [['data/tours', 'tours'], ['web/examples', 'examples']]) {
    for (const name of fs.readdirSync(path.join(project, from))) write(`${to}/${name}`, read(project, from, name));
  }
  placeHow(path.join(build, 'packs/wikipedia'));
  // In the sheet of the page before.
  write('credits.html', fill('credits.html', { credits: creditsHtml(project, cache, READY, lines, write) }));
  const figures = option('--figures', '');
  if (figures) {
    placeFigures({ figures: readFigures(fs.readFileSync(figures, 'utf8'), figures), url, tool, folder: partial });
  }
  await compress();
  const sizes = firsts.map(([room, addresses]) => /** @type {[string, number]} */ ([room, firstViewBytes(addresses)]));
  settle(partial, out);
  for (const [room, bytes] of sizes) {
    console.log(`${out}: about ${Math.round(bytes / 1000)} kB before the first live picture of ${room}, page fonts and the still one aside`);
  }
}

try {
  await main();
} catch (error) {
  console.error(`meander: the site could not be laid out: ${/** @type {Error} */ (error).message}.`);
  process.exit(1);
}
