// The front page (web/pages/index.html): an essay with a part for each explorer that is there, each with its first view as a
// figure. What the words say of a pack comes from the view itself, so that another pack tells its own; the two sentences of
// Inside are the same with every pack.
import { navFrom } from './site_coming.mjs';

/** @typedef {import('./site_embed.mjs').Embedded} Embedded */

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const COUNTS = ['no parts', 'one part', 'two parts', 'three parts', 'four parts', 'five parts', 'six parts'];

/** The example's bridge with a pair of its words pinned: puppy and dog, ball and toy, puppy and ran. inside.html has these in
 * its address when its first view's pairs are pressed. */
const PINNED = {
  puppy: '#inside.AQEnVGhlIHB1cHB5IGNoYXNlZCBhIGJhbGwgYWNyb3NzIHRoZSB5YXJkJUEgc21hbGwgZG9nIHJhbiBhZnRlciBpdHMgdG95IG91dHNpZGUkVGhlIGtpdHRlbiBzbGVwdCBvbiB0aGUgc29mYSBhbGwgZGF5AAAEAAABAgMAAgQABwMCA5h6',
  ball: '#inside.AQEnVGhlIHB1cHB5IGNoYXNlZCBhIGJhbGwgYWNyb3NzIHRoZSB5YXJkJUEgc21hbGwgZG9nIHJhbiBhZnRlciBpdHMgdG95IG91dHNpZGUkVGhlIGtpdHRlbiBzbGVwdCBvbiB0aGUgc29mYSBhbGwgZGF5AAAEAAABAgMAAgQABwMFB0Fp',
  ran: '#inside.AQEnVGhlIHB1cHB5IGNoYXNlZCBhIGJhbGwgYWNyb3NzIHRoZSB5YXJkJUEgc21hbGwgZG9nIHJhbiBhZnRlciBpdHMgdG95IG91dHNpZGUkVGhlIGtpdHRlbiBzbGVwdCBvbiB0aGUgc29mYSBhbGwgZGF5AAAEAAABAgMAAgQABwMCBOid',
};

/** "“a” to “b” · Meander" and "From a to b · Meander" → "from a to b". @param {string} title */
const endsOf = (title) => {
  // A line's own full stop would end ours.
  const plain = title.replace(/ · Meander$/, '').replaceAll('.”', '”');
  return /^From /.test(plain) ? `f${plain.slice(1)}` : `from ${plain}`;
};

/** "Chelsea: tiger cat · Meander" → its two halves. @param {string} title */
const halvesOf = (title) => {
  const [name, ...rest] = title.replace(/ · Meander$/, '').split(': ');
  return { name, said: rest.join(': ') || 'nothing yet' };
};

/** One element; where nothing of it runs, a picture that leads to the room. @param {Embedded} embedded */
function figureOf({ room, title, alt, whole }) {
  const name = escape(title.replace(/ · Meander$/, ''));
  return `<figure class="essay-figure"><meander-figure id="figure-${room}" room="${room}"><a href="${room}.html"><picture><source srcset="${whole.dark}" media="(prefers-color-scheme: dark)"><img src="${whole.light}" alt="${escape(alt)}" width="${whole.width}" height="${whole.height}" loading="lazy"></picture></a></meander-figure><figcaption>${name}</figcaption></figure>`;
}

/**
 * The template without the parts of rooms that are not there, and what it asks for.
 * @param {string} template @param {Embedded[]} rooms @param {string} page a finished page, for its river of rooms
 * @returns {{ template: string, parts: Record<string, string>, title: string, description: string }}
 */
export function essayParts(template, rooms, page) {
  const [head, ...rest] = template.split(/<!-- part: /);
  const [last, foot] = (rest.pop() ?? '').split('<!-- end -->');
  let count = 0;
  const kept = [...rest, last].map((part) => {
    const room = part.slice(0, part.indexOf(' '));
    if (!rooms.some((one) => one.room === room)) return '';
    count += 1;
    return part.slice(part.indexOf('-->') + 3).replaceAll('{{number}}', String(count));
  });
  /** @type {Record<string, string>} */
  const parts = { nav: navFrom(page, ''), count: COUNTS[count], minutes: `about ${2 * count} minutes` };
  for (const embedded of rooms) {
    parts[`${embedded.room}.figure`] = figureOf(embedded);
    parts[`${embedded.room}.ends`] = escape(endsOf(embedded.title));
  }
  const photo = rooms.find(({ room }) => room === 'pictures');
  if (photo) {
    const { name, said } = halvesOf(photo.title);
    Object.assign(parts, { 'pictures.name': escape(name), 'pictures.class': escape(said) });
  }
  for (const [name, fragment] of Object.entries(PINNED)) parts[`inside.${name}`] = `inside.html${fragment}`;
  const [title, description] = [/<title>([^<]*)</, /name="description" content="([^"]*)"/].map((what) => what.exec(head)?.[1] ?? '');
  return { template: `${head}${kept.join('')}${foot}`, parts, title, description };
}
