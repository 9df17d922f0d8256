// The still pictures and words that a page shows before its program has arrived, made by the native
// tool with the same code that draws the live page.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Page width from which a still picture of this design size is shown. */
const MEDIA = [
  { name: 'embed-360x480', media: '(max-height: 520px) and (max-width: 400px)' },
  { name: 'embed-600x400', media: '(max-height: 520px) and (max-width: 700px)' },
  { name: '1280x800', media: '(min-width: 1024px)' },
  { name: '820x1180', media: '(min-width: 641px)' },
  { name: '390x844', media: '(max-width: 640px)' },
];

/** A frame's first view: its words and its picture, at one and at two device pixels. @typedef {{ words: string, light: string, dark: string }} Still addresses as in `srcset` */

/** A first view where nothing runs. @typedef {{ light: string, dark: string, width: number, height: number }} Whole addresses, and the size in px */

/** A page's words with a picture first in its chart. @param {string} words as the tool writes them @param {string} picture */
export function withPicture(words, picture) {
  const chart = /<div[^>]*\sclass="chart(?:\s[^"]*)?"[^>]*>/;
  if (!chart.test(words)) throw new Error('a page has no chart for its still picture');
  return words.replace(chart, (all) => all + picture);
}

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** PNG → WebP by the project's own Python (Pillow); a fraction of the bytes at the same look. @param {string} cache @param {string} png @param {string} webp */
function toWebp(cache, png, webp) {
  execFileSync(path.join(cache, 'python/bin/python'), ['-c',
    'import sys; from PIL import Image; Image.open(sys.argv[1]).convert("RGB").save(sys.argv[2], "WEBP", quality=72, method=6)', png, webp]);
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
  fs.writeFileSync(stamp, hash);
}

/**
 * @param {{ room: string, tool: string, pack: string, work: string, cache: string, place: (name: string, bytes: Buffer) => string }} given
 * @returns {{ html: string, title: string, alt: string, prepared: string, embed: Record<'wide' | 'narrow', Still>, whole: Whole, letter: string, plainTitle: string }} the title escaped
 */
export function makePosters({ room, tool, pack, work, cache, place }) {
  draw({ room, tool, pack, work, cache });
  /** @param {string} size @param {string} theme */
  const picture = (size, theme) => {
    const png = path.join(work, `${size}-${theme}.png`);
    const webp = png.replace(/png$/, 'webp');
    if (!fs.existsSync(webp)) toWebp(cache, png, webp);
    return place(`still-${size}-${theme}.webp`, fs.readFileSync(webp));
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
  /** What a frame shows of this size. @param {string} size */
  const stillOf = (size) => {
    /** @param {string} theme */
    const set = (theme) => (sizeOf(`${size}-2x`) ? `${picture(size, theme)} 1x, ${picture(`${size}-2x`, theme)} 2x` : `${picture(size, theme)} ${sizeOf(size).pixel_ratio}x`);
    return { words: fs.readFileSync(path.join(work, `${size}.html`), 'utf8'), light: set('light'), dark: set('dark') };
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
    embed: { wide: stillOf('embed-600x400'), narrow: stillOf('embed-360x480') },
    whole: wholeOf(),
    letter: path.join(work, 'letter.png'),
    prepared: prepared ? place('prepared.bin', fs.readFileSync(prepared)) : '',
  };
}
