// A room whose pack is still being made: its page says how far that is (tools/run.mjs tells in coming.json beside
// it) and becomes the room as soon as the room is there.

/**
 * What coming.json says of a room.
 * @typedef {{ state: string, step: string, detail: string, share: number, left_s: number, sentence: string }} Progress
 * @typedef {Record<string, string>} Words
 */

/**
 * What the page shows. `share` stays as it was where it is undefined.
 * @typedef {{ state: 'coming' | 'failed' | 'stopped', title: string, step: string, detail: string, left: string, next: string, share?: number }} Shown
 */

/** Where the way down the river begins and ends, of 1 across. */
const BANKS = 0.06;

/** How far down the river runs at a place across, both of 1. @param {number} across */
const riverAt = (across) => 0.5 + 0.2 * Math.sin(across * 9.6 + 0.5) + 0.07 * Math.sin(across * 23 + 1.1);

/** The place on the river where so much of the way is behind. @param {number} share @returns {{ x: number, y: number }} of 1 */
export function placeAt(share) {
  const x = BANKS + share * (1 - 2 * BANKS);
  return { x, y: riverAt(x) };
}

/** The river as an SVG path in a box of 100 by 100. @param {number} [lower] */
export function riverPath(lower = 0) {
  const points = Array.from({ length: 101 }, (_, x) => `${x} ${(riverAt(x / 100) * 100 + lower).toFixed(1)}`);
  return `M${points.join('L')}`;
}

/** The way on it, from beginning to end. */
export function wayPath() {
  const points = Array.from({ length: 101 }, (_, step) => placeAt(step / 100)).map(({ x, y }) => `${(x * 100).toFixed(2)} ${(y * 100).toFixed(1)}`);
  return `M${points.join('L')}`;
}

/** @param {string} sentence @param {Record<string, string | number>} parts */
const fill = (sentence, parts) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(parts[name] ?? ''));

/** @param {number} seconds @param {Words} words */
export function leftInWords(seconds, words) {
  if (seconds < 45) return words['coming.left_moment'];
  const minutes = Math.round(seconds / 60);
  return minutes <= 1 ? words['coming.left_minute'] : fill(words['coming.left_minutes'], { count: minutes });
}

/** A step of the set-up goes by a plain name, the others say what they do. @param {string} step @param {Words} words */
function stepInWords(step, words) {
  if (step === '') return words['coming.begins'];
  if (step === 'site') return words['coming.laying_out'];
  if (step.startsWith('build-')) return words['coming.building'];
  return /^[a-z0-9@:/._-]+$/.test(step) ? words['coming.fetching'] : step;
}

/**
 * What to show for what was told; null: nobody told anything, because nobody is there ("gone"), or nobody who makes
 * rooms ("elsewhere").
 * @param {Progress | 'gone' | 'elsewhere'} told @param {string} name the room's @param {Words} words @returns {Shown}
 */
export function shownFor(told, name, words) {
  const title = fill(words['coming.title'], { room: name });
  if (told === 'gone' || told === 'elsewhere') {
    return { state: 'stopped', title, step: words['coming.stopped'], detail: '', left: '',
      next: words[told === 'gone' ? 'coming.stopped_next' : 'coming.elsewhere_next'] };
  }
  if (told.state === 'failed') {
    return { state: 'failed', title: fill(words['coming.failed'], { room: name }), step: told.sentence, detail: '', left: '', next: words['coming.failed_next'], share: told.share };
  }
  const next = words['coming.opens'];
  if (told.state === 'waits') return { state: 'coming', title, step: words['coming.waits'], detail: '', left: '', next, share: 0 };
  if (told.state === 'ready') return { state: 'coming', title, step: words['coming.opening'], detail: '', left: '', next, share: 1 };
  return { state: 'coming', title, step: stepInWords(told.step, words), detail: told.detail, left: leftInWords(told.left_s, words), next, share: told.share };
}

/** @param {unknown} said @param {string} room @returns {Progress | null} what it says of the room, if it says it rightly */
function ofRoom(said, room) {
  const found = /** @type {{ rooms?: Record<string, Partial<Progress>> } | null} */ (said)?.rooms?.[room];
  if (typeof found !== 'object' || found === null) return null;
  const { state, step = '', detail = '', share = 0, left_s = 0, sentence = '' } = found;
  return { state: String(state), step: String(step), detail: String(detail), share: Math.min(Math.max(Number(share) || 0, 0), 1), left_s: Number(left_s) || 0, sentence: String(sentence) };
}

/**
 * Asks once; true when the room has come and this page is no longer what its address gives.
 * @param {typeof fetch} ask @param {string} room @param {string} here the page's own address
 * @param {(told: Progress | 'gone' | 'elsewhere') => void} show @returns {Promise<boolean>}
 */
export async function look(ask, room, here, show) {
  try {
    const answer = await ask(new URL('coming.json', here).href, { cache: 'no-store' });
    const told = answer.ok ? ofRoom(await answer.json(), room) : null;
    if (told && told.state !== 'ready') {
      show(told);
      return false;
    }
    const page = await ask(here, { cache: 'no-store' });
    if (page.ok && !(await page.text()).includes('data-coming=')) return true;
    show(told ?? 'elsewhere');
  } catch {
    show('gone');
  }
  return false;
}
