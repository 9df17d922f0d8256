// The page of a room that is still being made: shows how far it is and opens the room by itself.
import { look, placeAt, shownFor } from '../host/coming.mjs';

const LOOKS_EVERY_MS = 1000;

const { room, name, words } = JSON.parse(document.getElementById('coming')?.textContent ?? '{}');
const part = (/** @type {string} */ key) => /** @type {HTMLElement} */ (document.querySelector(`[data-part="${key}"]`));
const here = location.href.replace(/#.*/, '');

/** What did not change is not written: a screen reader would say it again. @param {string} key @param {string} text */
function write(key, text) {
  if (part(key).textContent !== text) part(key).textContent = text;
}

/** @param {Parameters<typeof shownFor>[0]} told */
function show(told) {
  const shown = shownFor(told, name, words);
  document.documentElement.dataset.coming = shown.state;
  for (const key of /** @type {const} */ (['title', 'step', 'detail', 'left', 'next'])) write(key, shown[key]);
  if (shown.share === undefined) return;
  const { x, y } = placeAt(shown.share);
  part('travelled').style.clipPath = `inset(0 ${((1 - x) * 100).toFixed(1)}% 0 0)`;
  part('here').style.left = `${(x * 100).toFixed(1)}%`;
  part('here').style.top = `${(y * 100).toFixed(1)}%`;
  part('river').setAttribute('aria-valuenow', String(Math.round(shown.share * 100)));
}

async function wait() {
  if (await look(fetch, room, here, show)) location.reload();
  else setTimeout(wait, LOOKS_EVERY_MS);
}
await wait();
