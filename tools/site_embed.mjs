// What lives in other people's pages: embed.html and element.js by their plain names, since posts name them for years,
// and what the first of them needs, by hashed ones: a card for each room (its first view as words and pictures, where
// its program lies), and style sheets that are small because a figure is.
import fs from 'node:fs';
import path from 'node:path';

/** Of one room. @typedef {{ room: string, title: string, alt: string, styles: string[], stills: import('./site_posters.mjs').Stills, whole: import('./site_posters.mjs').Whole, options: object }} Embedded */
/**
 * @typedef {object} Given
 * @property {string} project
 * @property {string} tokens the colours, as CSS
 * @property {Record<string, string>} words
 * @property {Embedded[]} rooms
 * @property {string} living the style sheet of figures that live, where it was placed
 * @property {(name: string, bytes: string) => string} place
 * @property {(css: string) => string} link pictures and faces by where they went
 * @property {(address: string, bytes: string) => void} write
 * @property {(template: string, parts: Record<string, string>) => string} fill
 * @property {(file: string) => string} placeModule
 * @property {string} whole the style sheet of whole pages
 */

/** The end of the block that opens at `from`. @param {string} css @param {number} from */
function endOfBlock(css, from) {
  let depth = 0;
  for (let at = from; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    if (css[at] === '}' && (depth -= 1) === 0) return at;
  }
  throw new Error('a style sheet has a block without an end');
}

/**
 * A style sheet for a page that is a figure whatever its size: what holds on small pages and in frames holds always,
 * what holds on large ones never. @param {string} css
 */
export function alwaysSmall(css) {
  const bare = css.replace(/\/\*[^]*?\*\//g, '');
  let out = '';
  let at = 0;
  for (const found of bare.matchAll(/@(media|font-face)\b([^{]*)\{/g)) {
    if (found.index < at) continue;
    const open = found.index + found[0].length - 1;
    const end = endOfBlock(bare, open);
    out += bare.slice(at, found.index);
    at = end + 1;
    const query = found[2].trim();
    if (found[1] === 'font-face' || /min-width|print/.test(query)) continue;
    const inside = bare.slice(open + 1, end);
    const left = query.split(' and ').filter((part) => !/max-height: 520px|max-width: (640|700|1023)px/.test(part)).join(' and ');
    out += left === '' ? inside : `@media ${left} {${inside}}`;
  }
  return (out + bare.slice(at)).replaceAll(':where([data-framed]) ', '').replaceAll('Vollkorn, Georgia, serif', 'var(--words)').replace(/\n\s+/g, '\n').replace(/\n+/g, '\n');
}

/** The chart's own faces for the words beside it: what is fetched for the one serves the other. @param {string[]} fonts where they were placed */
const facesCss = ([sans, bold, italic, medium]) => [['Lato', '400', 'normal', sans], ['Lato', '700', 'normal', bold],
  ['Vollkorn', '400 900', 'italic', italic], ['Vollkorn', '400 900', 'normal', medium]]
  .map(([family, weight, style, address]) => `@font-face { font-family: ${family}; font-weight: ${weight}; font-style: ${style}; font-display: swap; src: url("${path.basename(address)}") format("truetype"); }`).join('\n');

/** Without the white space that only people need; no string of ours has these signs in it. @param {string} css */
const squeezed = (css) => css.replace(/\s*([{};,])\s*/g, '$1').replaceAll(': ', ':').replaceAll(';}', '}');

/**
 * Of the design's colours those that a figure's sheets name; the chart has its own. @param {string} tokens @param {string} sheets
 */
export const onlyUsed = (tokens, sheets) => tokens.replace(/\/\*[^]*?\*\//g, '')
  .replace(/\s*--([\w-]+): [^;]+;/g, (line, name) => (sheets.includes(`var(--${name})`) || sheets.includes(`var(--${name},`) ? line : ''));

/** @param {string} project @param {string[]} names style sheets in web @param {(css: string) => string} link */
const sheetsOf = (project, names, link) => link(squeezed(names.map((name) => alwaysSmall(fs.readFileSync(path.join(project, 'web', name), 'utf8'))).join('\n')));

const LIVING = ['pages/search.css', 'pages/dialog.css', 'pages/inside_cards.css', 'pages/sentences_cards.css', 'pages/pictures_choice.css', 'pages/drawings_tools.css'];

/** What nobody sees before a figure lives. @param {string} project @param {string[]} fonts @param {(css: string) => string} link pictures by where they went */
export const livingCss = (project, fonts, link) => `${facesCss(fonts)}\n${sheetsOf(project, LIVING, link)}`;

/** What embed.html may say, by the names that web/embed/frame.mjs has for it. @param {Record<string, string>} words */
const wordsOf = (words) => ({
  own: words['figure.own'], near: words['figure.near'], still: words['figure.still'], starting: words['figure.starting'], failed: words['figure.failed'], lost: words['error.context'],
  retry: words['figure.retry'], noRoom: words['figure.no_room'], address: words['figure.address'], copy: words['figure.copy'],
  copied: words['figure.copied'], copyRefused: words['figure.copy_refused'], close: words['figure.close'], play: words['figure.play'], open: words['figure.whole'],
});

/** @param {Given} given */
export function placeEmbed({ project, tokens, words, rooms, living, place, link, write, fill, placeModule, whole }) {
  /** @param {string[]} names */
  const styles = (names) => sheetsOf(project, names, link);
  const shared = styles(['pages/base.css', 'pages/stage.css']), figure = styles(['pages/figure.css', 'embed/embed.css']);
  const forced = styles(['pages/forced.css']);
  const sheets = rooms.map(({ styles: own }) => styles(own.map((name) => `pages/${name}.css`).filter((name) => !LIVING.includes(name))));
  const colours = squeezed(onlyUsed(tokens, [shared, figure, forced, styles(LIVING), ...sheets].join('')));
  place('embed_base.css', `${colours}:root{--words:Vollkorn,Georgia,serif}${shared}`);
  place('embed.css', figure);
  placeModule(path.join(project, 'web/embed/frame.mjs'));
  const water = JSON.parse(fs.readFileSync(path.join(project, 'data/design/tokens.json'), 'utf8')).colours.water;
  /** @type {Record<string, { card: string, name: string }>} */
  const index = {};
  for (const [i, { room, title, styles: own, stills, options }] of rooms.entries()) {
    const sheet = own.length > 0 ? place(`embed_${room}.css`, sheets[i]) : '';
    index[room] = { card: place(`embed_${room}.json`, JSON.stringify({ title, sheet, whole, stills, options })), name: words[`shell.${room}`] };
  }
  write('embed.html', fill('../embed/embed.html', {
    index: JSON.stringify({ rooms: index, words: wordsOf(words), living, forced: place('forced.css', forced), water }).replaceAll('<', '\\u003c'),
    failed: words['figure.failed'], retry: words['figure.retry'],
  }));
  const element = fs.readFileSync(path.join(project, 'web/embed/element.mjs'), 'utf8');
  write('element.js', element.replace(/\/\*\*[^]*?\*\//g, '').replace(/^\s*\/\/.*\n/gm, '').replace(/\n\s+/g, '\n'));
}
