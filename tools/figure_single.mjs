#!/usr/bin/env node
// One figure as one file that works from disk and where only uploads are taken: node tools/figure_single.mjs
// --dist DIST --parts PARTS --figure FOLDER. Takes the room's page out of dist/ and puts everything it would
// fetch into it: style, faces, program, the parts of the pack that the state needs, the answers it asks for.
// What is not in it is not fetched either: the page then says where the live one is.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withPicture } from './site_posters.mjs';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
/** Nothing lies there, and nothing is asked there: addresses that the page's own files are known by. */
const HERE = 'https://inside.invalid/';

/** @type {Record<string, string>} */
const KINDS = { '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.webp': 'image/webp', '.png': 'image/png' };
/** @param {string} file */
const asData = (file) => `data:${KINDS[path.extname(file)]};base64,${fs.readFileSync(file).toString('base64')}`;
/** In a page's block of JSON nothing may end it. @param {unknown} value */
const inPage = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');
/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** @param {Buffer} bytes */
const packed = (bytes) => zlib.gzipSync(bytes, { level: 9 }).toString('base64');

/**
 * The modules that `entry` needs, leaves first; their imports name them.
 * @param {string} folder @param {string} entry @param {[string, string][]} [found] @param {boolean} [atOnce] without those that are fetched only when they are needed
 */
export function modulesOf(folder, entry, found = [], atOnce = false) {
  if (found.some(([name]) => name === entry)) return found;
  const source = fs.readFileSync(path.join(folder, entry), 'utf8');
  const searched = atOnce ? source.replace(/import\s*\('[^']*'\)/g, '') : source;
  for (const [, name] of searched.matchAll(/'\.\/([\w.-]+\.mjs)'/g)) modulesOf(folder, name, found, atOnce);
  found.push([entry, source]);
  return found;
}

/** The style sheet with all that it names inside. @param {string} file */
function styleOf(file) {
  const folder = path.dirname(file);
  return fs.readFileSync(file, 'utf8').replace(/url\("([^"]+)"\)/g, (_, name) => `url("${asData(path.join(folder, name))}")`);
}

/**
 * Runs in the page, before the room's own script: gives it its files. Plain text here, so it names nothing of this file.
 * @param {string} here
 */
function opener(here) {
  const block = (/** @type {string} */ id) => JSON.parse(document.getElementById(id)?.textContent ?? '{}');
  const files = block('meander-files');
  /** @param {string} text */
  const unpack = (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  };
  const missing = () => new Response('', { status: 404 });
  window.fetch = async (asked) => {
    const name = String(asked instanceof Request ? asked.url : asked).split('/').pop() ?? '';
    if (!Object.hasOwn(files, name)) return missing();
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
    return new Response(unpack(files[name]), { headers: { 'Content-Type': type } });
  };
  /** @type {Map<string, string>} */
  const addresses = new Map();
  for (const [name, source] of block('meander-modules')) {
    const text = source.replace(/'\.\/([\w.-]+\.mjs)'/g, (/** @type {string} */ all, /** @type {string} */ other) => (addresses.has(other) ? `'${addresses.get(other)}'` : all));
    addresses.set(name, URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  }
  const settings = document.getElementById('meander');
  const options = JSON.parse(settings?.textContent ?? '{}');
  options.appModule = addresses.get(options.appModule);
  options.engineModule = URL.createObjectURL(new Blob(['export default () => { throw new Error("not in this file"); };'], { type: 'text/javascript' }));
  for (const name of ['engineRunner', 'engineWasm']) options[name] = `${here}${name}`;
  if (settings) settings.textContent = JSON.stringify(options);
  /** @type {any} */ (window).Worker = undefined;  // the engine is not here; what was asked of it is
  // Beside this file lies no other: what leads to one of the site's pages opens it where the site is.
  for (const press of ['click', 'auxclick']) {
    document.addEventListener(press, (event) => {
      const href = event.target instanceof Element ? event.target.closest('a[href^="./"]')?.getAttribute('href') : null;
      if (!href || (event instanceof MouseEvent && event.button > 1)) return;
      event.preventDefault();
      event.stopPropagation();
      if (options.address) window.open(new URL(href, options.address), '_blank', 'noopener');
    }, { capture: true });
  }
  void import(addresses.get(options.main) ?? '');
}

/** What stands for larger files while those travel (docs/format.md, of photos): in here they are. */
const FOR_THE_WIRE = /^(first-|first_units-|first_icons-|thumbs-)/;

/**
 * @param {{ dist: string, parts: string, figure: string }} given folders: the built site, what `figure --parts` wrote, the figure's own
 * @returns {string} the page
 */
export function singleFile({ dist, parts, figure }) {
  const facts = JSON.parse(fs.readFileSync(path.join(figure, 'figure.json'), 'utf8'));
  /** @type {Record<string, string>} */
  const words = JSON.parse(fs.readFileSync(path.join(project, 'web/words.json'), 'utf8'));
  const page = fs.readFileSync(path.join(dist, `${facts.room}.html`), 'utf8');
  const options = JSON.parse(/<script type="application\/json" id="meander">([^]*?)<\/script>/.exec(page)?.[1] ?? '{}');
  const main = /<script type="module" src="([^"]+)"/.exec(page)?.[1] ?? '';
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? '';
  if (!options.appWasm || !main || !style) throw new Error(`${facts.room}.html in ${dist} is no room's page; ./meander site lays it out`);
  /** @type {Record<string, string>} */
  const files = {};
  /** @param {string} name @param {string} file */
  const put = (name, file) => { files[name] = packed(fs.readFileSync(file)); };
  put(path.basename(options.appWasm), path.join(dist, options.appWasm));
  for (const font of options.fonts) put(path.basename(font), path.join(dist, font));
  for (const file of JSON.parse(fs.readFileSync(path.join(parts, 'files.json'), 'utf8'))) {
    if (!/\.(ttf)$/.test(file) && !file.endsWith('model.meander') && !FOR_THE_WIRE.test(path.basename(file))) put(path.basename(file), file);
  }
  put('prepared.bin', path.join(parts, 'prepared.bin'));
  const folder = path.join(dist, 'a');
  const modules = modulesOf(folder, path.basename(main));
  modulesOf(folder, path.basename(options.appModule), modules);
  const isPlaced = /^https?:/.test(facts.link);
  const inside = {
    ...(isPlaced && { address: facts.link.replace(/[?#].*$/s, '') }), title: facts.title,
    room: options.room, main: path.basename(main), appModule: path.basename(options.appModule),
    appWasm: HERE + path.basename(options.appWasm), pack: `${HERE}pack.meander`, model: `${HERE}model.meander`,
    fonts: options.fonts.map((/** @type {string} */ font) => HERE + path.basename(font)), prepared: `${HERE}prepared.bin`,
    fragment: facts.state, engineMissing: `${words['figure.single']}${isPlaced ? ` ${facts.link}` : ''}`,
  };
  const picture = `<div class="poster"><picture><source media="(prefers-color-scheme: dark)" srcset="${asData(path.join(figure, 'poster-dark.webp'))}">` +
    `<img src="${asData(path.join(figure, 'poster-light.webp'))}" width="${facts.width}" height="${facts.height}" alt="${escape(facts.alt)}"></picture></div>`;
  const shown = withPicture(fs.readFileSync(path.join(parts, 'page.html'), 'utf8'), picture);
  const body = page.slice(page.indexOf('<div class="loading-line">'), page.indexOf('</body>')).replace(/<noscript>[^]*?<\/noscript>/, '');
  return `<!doctype html>
<html lang="en" data-poster>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${escape(facts.title)}</title>
<meta name="description" content="${escape(facts.alt)}">
<style>${styleOf(path.join(dist, style))}
/* The one picture is wider than a phone: whole, and a stage's begins at the top. */
@media (max-width: 640px) { .room .poster img { left: 0; top: 0; transform: none; width: 100%; height: 100%; object-fit: contain; } .inside .poster img { object-position: top; } }${isPlaced ? '' : `
/* Nobody knows where the other pages are. */
a[href^="./"]:not([aria-current]) { display: none; }`}</style>
</head>
<body>
<div id="page">${shown}</div>
${body}<script type="application/json" id="meander">${inPage(inside)}</script>
<script type="application/json" id="meander-files">${inPage(files)}</script>
<script type="application/json" id="meander-modules">${inPage(modules)}</script>
<script>(${String(opener)})(${inPage(HERE)});</script>
</body>
</html>
`;
}

/** @param {string} name */
const option = (name) => {
  const at = process.argv.indexOf(name);
  if (at < 0 || !process.argv[at + 1]) throw new Error(`${name} is missing`);
  return path.resolve(process.argv[at + 1]);
};

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  try {
    const figure = option('--figure');
    const page = singleFile({ dist: option('--dist'), parts: option('--parts'), figure });
    const file = path.join(figure, 'figure-single.html');
    fs.writeFileSync(`${file}.partial`, page);
    fs.renameSync(`${file}.partial`, file);
    console.error(`figure-single.html: ${(page.length / 1e6).toFixed(1)} MB`);
  } catch (error) {
    console.error(`meander: the single file could not be made: ${/** @type {Error} */ (error).message}.`);
    process.exitCode = 1;
  }
}
