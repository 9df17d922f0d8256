// The still pictures and words that a page shows before its program has arrived, made by the native
// tool with the same code that draws the live page.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Which pages show the still picture of this design size: the first that holds. */
const MEDIA = [
  { name: 'embed-360x480', media: '(max-height: 520px) and (max-width: 400px)' },
  { name: 'embed-600x400', media: '(max-height: 520px) and (max-width: 700px)' },
  { name: '1280x800', media: '(min-width: 1024px)' },
  { name: '820x1180', media: '(min-width: 641px)' },
  { name: '390x844', media: '(max-width: 640px)' },
];

/** A frame's first views: how their addresses begin, and of each size which of the words it has (web/embed/poster.mjs). @typedef {{ at: string, words: string[], sizes: number[][] }} Stills each size its width, its height, and that */

/** A first view where nothing runs. @typedef {{ light: string, dark: string, width: number, height: number }} Whole addresses, and the size in px */

/** A page's words with a picture first in its chart. @param {string} words as the tool writes them @param {string} picture */
export function withPicture(words, picture) {
  const chart = /<div[^>]*\sclass="chart(?:\s[^"]*)?"[^>]*>/;
  if (!chart.test(words)) throw new Error('a page has no chart for its still picture');
  return words.replace(chart, (all) => all + picture);
}

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** PNG → WebP by the project's own Python (Pillow); a fraction of the bytes at the same look. @param {string} cache @param {string} folder */
function toWebp(cache, folder) {
  execFileSync(path.join(cache, 'python/bin/python'), ['-c',
    'import pathlib, sys; from PIL import Image\nfor png in pathlib.Path(sys.argv[1]).glob("*-*.png"): Image.open(png).convert("RGB").save(png.with_suffix(".webp"), "WEBP", quality=72, method=6)', folder]);
}

/** Draws them, once for each tool, pack, font and encoder. @param {{ room: string, tool: string, pack: string, work: string, cache: string }} given */
function draw({ room, tool, pack, work, cache }) {
  const fonts = path.join(cache, 'third_party/fonts');
  const made_of = [tool, path.join(pack, 'pack.meander'), path.join(cache, 'model/model.meander'), ...fs.readdirSync(fonts).map((name) => path.join(fonts, name))];
  const hash = made_of.reduce((sum, file) => sum.update(fs.readFileSync(file)), crypto.createHash('sha256')).digest('hex');
  const stamp = path.join(work, 'drawn');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return;
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  execFileSync(tool, ['poster', pack, work, room], { stdio: ['ignore', 'ignore', 'inherit'] });
  toWebp(cache, work);
  fs.writeFileSync(stamp, hash);
}

/**
 * @param {{ room: string, tool: string, pack: string, work: string, cache: string, place: (name: string, bytes: Buffer) => string, write: (address: string, bytes: Buffer) => void }} given
 * @returns {{ html: string, title: string, alt: string, prepared: string, embed: Stills, whole: Whole, letter: string, plainTitle: string }} the title escaped
 */
export function makePosters({ room, tool, pack, work, cache, place, write }) {
  draw({ room, tool, pack, work, cache });
  // One hash for all of a room: a frame has it once for every picture that it might show.
  const drawn = fs.readdirSync(work).filter((name) => name.endsWith('.webp')).sort();
  const at = `a/still-${drawn.reduce((sum, name) => sum.update(fs.readFileSync(path.join(work, name))), crypto.createHash('sha256')).digest('hex').slice(0, 12)}-`;
  /** @param {string} size @param {string} theme */
  const picture = (size, theme) => {
    const address = `${at}${size.replace('embed-', '')}-${theme}.webp`;
    write(address, fs.readFileSync(path.join(work, `${size}-${theme}.webp`)));
    return address;
  };
  const facts = JSON.parse(fs.readFileSync(path.join(work, 'poster.json'), 'utf8'));
  /** @param {string} name @returns {{ chart_width: number, chart_height: number, pixel_ratio: number, shown: boolean }} */
  const sizeOf = (name) => facts.sizes.find((/** @type {{ name: string }} */ size) => size.name === name);
  const sources = [];
  for (const { name, media } of MEDIA.filter((size) => sizeOf(size.name).shown)) {
    const { chart_width: width, chart_height: height } = sizeOf(name);
    const dark = picture(name, 'dark');
    const light = picture(name, 'light');
    sources.push(`<source media="${media} and (prefers-color-scheme: dark)" srcset="${dark}" width="${width}" height="${height}">`,
      `<source media="${media}" srcset="${light}" width="${width}" height="${height}">`);
  }
  const { chart_width: widest, chart_height: highest } = sizeOf('1280x800');
  const still = `<div class="poster"><picture>${sources.join('')}<img src="${picture('1280x800', 'light')}" width="${widest}" height="${highest}" alt="${escape(facts.alt ?? '')}"></picture></div>`;
  /** What frames show. @returns {Stills} */
  const stillsOf = () => {
    /** @type {Stills} */
    const stills = { at, words: [], sizes: [] };
    for (const { name } of /** @type {{ name: string }[]} */ (facts.sizes).filter((size) => size.name.startsWith('embed-'))) {
      for (const theme of ['light', 'dark']) picture(name, theme);
      if (name.endsWith('-2x')) continue;
      const words = fs.readFileSync(path.join(work, `${name}.html`), 'utf8');
      if (!stills.words.includes(words)) stills.words.push(words);
      stills.sizes.push([...name.slice(6).split('x').map(Number), stills.words.indexOf(words)]);
    }
    return stills;
  };
  /** The first view as one picture. @returns {Whole} */
  const wholeOf = () => {
    const isDrawn = fs.existsSync(path.join(work, 'whole-light.png'));
    const { chart_width: width, chart_height: height } = isDrawn ? { chart_width: 600, chart_height: 400 } : sizeOf('embed-600x400');
    const [light, dark] = ['light', 'dark'].map((theme) => picture(isDrawn ? 'whole' : 'embed-600x400-2x', theme));
    return { light, dark, width, height };
  };
  const words = fs.readFileSync(path.join(work, '1280x800.html'), 'utf8');
  const file = path.join(work, 'prepared.bin');
  const prepared = fs.existsSync(file) ? file : '';
  return {
    html: withPicture(words, still),
    title: escape(facts.title ?? 'Meander'),
    plainTitle: facts.title ?? 'Meander',
    alt: facts.alt ?? '',
    embed: stillsOf(),
    whole: wholeOf(),
    letter: path.join(work, 'letter.png'),
    prepared: prepared ? place('prepared.bin', fs.readFileSync(prepared)) : '',
  };
}
