// What a link to a page of the site shows where links are pasted: OpenGraph and Twitter cards. They hold whole addresses,
// so only a site that was told where it will lie has them (`./meander site --url`).
import fs from 'node:fs';

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * @param {string} base where the site will lie, or ''
 * @param {string} page its name
 * @param {{ title: string, alt: string, letter: string }} says plain words, and a picture of 1200 × 630 on disk
 * @param {(name: string, bytes: Buffer) => string} place
 */
export function cardOf(base, page, { title, alt, letter }, place) {
  if (!base) return '';
  const root = base.replace(/\/*$/, '/');
  const tags = [['property', 'og:type', 'website'], ['property', 'og:site_name', 'Meander'], ['property', 'og:title', title], ['property', 'og:description', alt],
    ['property', 'og:url', root + (page === 'index.html' ? '' : page)], ['property', 'og:image', root + place(`card-${page.replace(/\.html$/, '')}.png`, fs.readFileSync(letter))],
    ['property', 'og:image:width', '1200'], ['property', 'og:image:height', '630'], ['property', 'og:image:alt', alt], ['name', 'twitter:card', 'summary_large_image']];
  // A room's page says these two of itself wherever it lies (web/pages/ROOM.html).
  const isSaid = (/** @type {string} */ name) => page !== 'index.html' && (name === 'og:title' || name === 'og:description');
  return tags.filter(([, name]) => !isSaid(name)).map(([kind, name, content]) => `<meta ${kind}="${name}" content="${escape(content)}">\n`).join('');
}
