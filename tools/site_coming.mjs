// The page of a room whose pack is not made yet (web/pages/coming.html): what the page can say before it has asked.
import { riverPath, shownFor, wayPath } from '../web/host/coming.mjs';

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The rooms' river as a finished page has it, with another stop as the one at hand. @param {string} page @param {string} room */
export function navFrom(page, room) {
  const nav = /<nav [^>]*class="rooms"[^]*?<\/nav>/.exec(page)?.[0] ?? '';
  return nav.replace(/ aria-current="[^"]*"/g, '').replace(`<a data-key="${room}"`, `<a data-key="${room}" aria-current="true"`);
}

/**
 * What coming.html asks for.
 * @param {string} room @param {string} page a finished page of another room @param {Record<string, string>} words
 */
export function comingParts(room, page, words) {
  const name = words[`shell.${room}`] ?? room;
  const shown = shownFor({ state: 'making', step: '', detail: '', share: 0, left_s: 0, sentence: '' }, name, words);
  const own = Object.fromEntries(Object.entries(words).filter(([key]) => key.startsWith('coming.') && !key.startsWith('coming.what')));
  const banks = [riverPath(-17).replace('M', 'M0 0L') + 'L100 0Z', riverPath(17).replace('M', 'M0 100L') + 'L100 100Z'].map((shape) => `<path class="land" d="${shape}"/>`);
  const lines = [-17, 17].map((lower) => `<path class="coast" d="${riverPath(lower)}"/>`)
    .concat([-27, -37, -49, -63, 27, 37, 49, 63].map((lower) => `<path class="contour" d="${riverPath(lower)}"/>`));
  /** @param {string[]} inside */
  const svg = (...inside) => `<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">${inside.join('')}</svg>`;
  const river = svg(...banks, ...lines, `<path class="ahead" d="${wayPath()}"/>`);
  const travelled = svg(`<path class="casing" d="${wayPath()}"/>`, `<path class="behind" d="${wayPath()}"/>`);
  const main = `<div class="coming-river" data-part="river" role="progressbar" aria-label="${escape(words['coming.progress'].replace('{room}', name))}" aria-valuemin="0" aria-valuemax="100" aria-valuenow="0">${river}<div class="coming-travelled" data-part="travelled">${travelled}</div><span class="coming-start"></span><span class="coming-end"></span><span class="coming-here" data-part="here"></span></div>
<div class="coming-words">
<h1 class="display" data-part="title">${escape(shown.title)}</h1>
<p class="read">${escape(words[`coming.what_${room}`] ?? words['coming.what'])}</p>
<p class="coming-step"><span data-part="step" aria-live="polite">${escape(shown.step)}</span> <span class="number" data-part="detail"></span></p>
<p class="coming-left number" data-part="left"></p>
<p class="read" data-part="next" aria-live="polite">${escape(shown.next)}</p>
<noscript><p class="note">${escape(words['coming.without_scripts'])}</p></noscript>
<p><a class="button primary" href="ideas.html">${escape(words['coming.meanwhile'])}</a></p>
</div>`;
  return {
    title: escape(shown.title), skip: escape(words['coming.skip']), nav: navFrom(page, room), main,
    options: JSON.stringify({ room, name, words: own }).replaceAll('<', '\\u003c'),
  };
}
