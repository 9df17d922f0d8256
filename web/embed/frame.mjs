// A figure in a frame: its poster at once, the live room on a click, when near, or never; put to rest when it is out of
// sight. The one script of embed.html that is there at once; what the live room needs is fetched when it is to live.
import { dress, loadSheet, watchForced } from './dress.mjs';
import { Figure, fragment } from './figure.mjs';
import { hearParent, heightFor, heightTeller, stateOf, tellHeight, tellParent, themeOf } from './messages.mjs';
import { readFrameOptions } from './options.mjs';
import { make } from './poster.mjs';
import { cutSecret } from '../host/open.mjs';

/** Its first module does not come for so long: it will not. */
const PATIENCE_MS = 30_000;
/** As long as an author's picture is waited for. */
const PICTURE_MS = 10_000;
/** Out of sight for so long, its drawing context is given back. */
const REST_AFTER_MS = 8_000;

const root = document.documentElement;
root.dataset.begun = '';  // or waiting.mjs says that nothing came
delete root.dataset.failed;
document.querySelector('.waiting-failed')?.remove();
cutSecret(window);
const choices = readFrameOptions(location.search, document.baseURI);
// Who spares data is not given megabytes unasked; `asked`: they pressed already (figure.mjs).
if (/** @type {any} */ (navigator).connection?.saveData && choices.start === 'near') choices.start = 'click';
if (choices.ui === 'full') root.dataset.framed = '';  // as any page of a room in a frame
const figure = new Figure(JSON.parse(document.getElementById('meander')?.textContent ?? '{}'), choices);
const { words } = figure.index;
/** @type {import('../host/host.mjs').Host | null} */
let host = null;
/** Ends the start that is under way. @type {AbortController | null} */
let starting = null;
/** … and that start. @type {Promise<void>} */
let begun;
/** Where the page around wants it to go, asked while it was starting. @type {string | null} */
let wanted = null;
/** Play was pressed, or asked for, before there was anything to press. */
let playsSoon = false;
/** While it becomes a picture: what is wished meanwhile waits for it. @type {Promise<void> | null} */
let resting = null;
let restTimer = 0;
let restsByItself = false;

/** @type {import('../host/settings.mjs').FigureWishes} */
const wishes = {
  theme: choices.theme, lock: choices.lock, ui: choices.ui === 'full' ? 2 : 1, pathColor: 0, get title() { return figure.title; }, changes: new EventTarget(),
  // What is about to be left is nobody's news.
  onLink: (state) => { if (wanted === null) tellParent(window, { type: 'link', state }); },
  onFailure: () => {},
  onProgress: () => {},
  onRefused: (address) => void figure.sayAddress(address),
  onContext: (isLost) => {
    if (isLost) figure.sayFailure(words.lost);
    else figure.note.replaceChildren();
  },
};
const dressAgain = () => dress(root, choices, figure.index.water, wishes);
/** Asked to play it plays: where it does so already its button would stop it. */
function pressPlay() {
  const button = /** @type {HTMLElement | null} */ (figure.page.querySelector('.play-button'));
  if (!button?.querySelector('.icon-pause')) button?.click();
}

const fetchLife = async () => await import('./life.mjs');
/** What it takes to live; rejects where that does not come, or is not wanted any more. @param {AbortSignal} ending @returns {ReturnType<typeof fetchLife>} */
const lifeOrNot = (ending) => new Promise((done, failed) => {
  const timer = window.setTimeout(failed, PATIENCE_MS);
  ending.addEventListener('abort', failed);
  fetchLife().then(done, failed).finally(() => clearTimeout(timer));
});

/** @param {boolean} [plays] begins to play as soon as it lives, also where it is starting already */
async function goLive(plays = false) {
  if (resting) await resting;
  const before = figure.condition;
  if (before === 'live' || !figure.card || figure.isStill) return;
  playsSoon ||= plays;
  if (before !== 'starting') await (begun = begin(before));
}

/** @param {import('./figure.mjs').Condition} before */
async function begin(before) {
  restsByItself = false;
  figure.note.replaceChildren();
  figure.become('starting');
  starting = new AbortController();
  const { signal } = starting;
  const slow = window.setTimeout(() => { figure.note.textContent = words.starting; }, 1500);
  try {
    const { liven } = await lifeOrNot(signal);
    host = await liven(figure, wishes, signal);
    figure.note.replaceChildren();
    const hadFocus = document.hasFocus() && figure.cover.contains(document.activeElement);
    figure.lay();
    // Who pressed Play by a key goes on from there; nobody else is led anywhere.
    if (hadFocus) /** @type {HTMLElement | null} */ (figure.page.querySelector('.play-button') ?? document.getElementById('chart'))?.focus({ preventScroll: true });
    if (wanted !== null) host.services.link.follow?.(wanted);
    wanted = null;
    figure.become('live');
    watchSight();
    if (playsSoon) pressPlay();
  } catch {
    const now = !signal.aborted ? 'failed' : before === 'resting' && wanted === null ? before : 'poster';
    if (signal.aborted) figure.note.replaceChildren();
    else figure.sayFailure(words.failed);
    figure.condition = now;  // of another state it is a poster only where this says so; who is told comes below
    if (wanted !== null) figure.showPoster();
    wanted = null;
    figure.become(now);
  } finally {
    clearTimeout(slow);
    starting = null;
    playsSoon = false;
  }
}

/** Back to a picture, as it is now; where it is only starting, as it was before. */
async function end() {
  starting?.abort();
  if (starting) return begun;
  if (figure.condition !== 'live' || !host) return;
  const ended = host;
  host = null;
  const { toPicture } = await fetchLife();
  await toPicture(figure, ended);
  figure.become('resting');
  // It may have been scrolled back meanwhile.
  if (restsByItself && isSeen) void goLive();
}
function rest() { resting ??= end().finally(() => { resting = null; }); }

/** Whether anybody can see it. */
let isSeen = true;
const sight = new IntersectionObserver(([entry]) => {
  isSeen = entry.isIntersecting;
  if (isSeen && ['near', 'asked'].includes(choices.start) && figure.condition === 'poster') void goLive();
  if (isSeen && restsByItself && figure.condition === 'resting') void goLive();
  watchSight();
}, { threshold: [0, 0.2] });

function watchSight() {
  clearTimeout(restTimer);
  if (isSeen || figure.condition !== 'live') return;
  restTimer = window.setTimeout(() => {
    restsByItself = true;
    rest();
  }, REST_AFTER_MS);
}

/** Another state, from the page around: alive, or where it stays still, as the words of that state. @param {string} state */
function goTo(state) {
  figure.isOwn = state === figure.pictured;
  wishes.changes.dispatchEvent(new Event('change'));
  if (host && figure.condition === 'live') return host.services.link.follow?.(state);
  history.replaceState(null, '', state ? `#${state}` : location.pathname + location.search);
  if (figure.condition === 'starting') {
    wanted = state;  // the room may have read the address already
  } else if (figure.isStill || figure.condition === 'poster' || !figure.card) {
    if (figure.condition === 'resting') figure.condition = 'poster';
    figure.showPoster();
  }
  void goLive();
}

/** @param {Record<string, unknown>} said */
function hear(said) {
  if (resting) return void resting.then(() => hear(said));  // in the order in which it was said
  const state = said.type === 'open' ? stateOf(said.state, choices.room) : null;
  if (state !== null) goTo(state);
  if (said.type === 'live') void goLive();
  if (said.type === 'rest') rest();
  if (said.type === 'play') {
    if (figure.condition === 'live') pressPlay();
    else void goLive(true);
  }
  // Asked to move, it says that it stays as it is.
  if ((state !== null || said.type === 'live' || said.type === 'play') && figure.isStill && figure.condition !== 'live') figure.become(figure.condition);
  const theme = said.type === 'theme' ? themeOf(said.theme) : null;
  if (theme !== null) {
    choices.theme = theme;
    dressAgain();
    if (figure.condition === 'poster' && figure.room) figure.showPoster();
  }
  if (said.type === 'ask') {
    figure.become(figure.condition);
    tellParent(window, { type: 'link', state: fragment() });
    tellSize(true);
  }
}

const isToBeTold = heightTeller();
/** @param {boolean} [again] */
function tellSize(again = false) {
  const height = heightFor(window.innerWidth, choices.ui === 'full');
  if (isToBeTold(window.innerWidth, height, performance.now(), again)) tellHeight(window, height, new URLSearchParams(location.search).get('id')?.slice(0, 80) || 'meander');
}

/** What stood in its place stays until the author's picture has come, or does not come: a frame has a cache of its own. */
const pictured = () => new Promise((/** @type {(now?: unknown) => void} */ done) => {
  const image = /** @type {HTMLImageElement | null} */ (document.querySelector('.own-poster img'));
  if (!image || image.complete) return done();
  image.onload = image.onerror = done;
  setTimeout(done, PICTURE_MS);
});

/** Until the page around has laid it out, or as long as that hides it, a frame has no size: nothing could tell what fits into it. */
const sized = () => new Promise((/** @type {(now?: unknown) => void} */ done) => {
  if (window.innerWidth > 0) done();
  else window.addEventListener('resize', done, { once: true });
});

/** The room's own words and pictures, or why there are none. */
async function showFirst() {
  if (!figure.room) {
    choices.start = 'still';
    choices.room = 'index';
    choices.poster = choices.posterDark = '';  // nobody would see that something is wrong
    figure.showPoster(words.noRoom);
    return figure.become('failed');
  }
  try {
    const answer = await fetch(figure.room.card);
    if (!answer.ok) throw new Error(figure.room.card);
    figure.card = /** @type {import('./poster.mjs').Card} */ (await answer.json());
    await loadSheet(document, figure.card.sheet);
    await sized();
    figure.showPoster();
    await pictured();
    // It may have been pressed meanwhile.
    if (figure.condition === 'poster') figure.become('poster');
  } catch {
    figure.card = null;
    figure.showPoster();
    figure.sayFailure(words.failed);
    figure.become('failed');
  }
}

document.addEventListener('click', (event) => {
  if ((figure.condition === 'live' && !resting) || !(event.target instanceof Element) || event.target.closest('.figure-note, .figure-address')) return;
  event.preventDefault();
  event.stopPropagation();
  if (figure.isStill || event.target.closest('a.open-button')) figure.open();
  else void goLive(event.target.closest('.play-button') !== null);
}, { capture: true });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', dressAgain);
window.addEventListener('resize', () => {
  figure.fit();
  tellSize();
});
window.addEventListener('hashchange', () => { if (figure.condition === 'poster') figure.showPoster(); });

watchForced(document, figure.index.forced);
document.body.append(figure.cover, figure.note, make(document, 'div', 'figure-line'));
dressAgain();
// What is said before there is something to show waits for it.
const shown = showFirst();
hearParent(window, (said) => { void shown.then(() => hear(said)); });
await shown;
document.title = figure.name || document.title;
tellSize();
if (figure.card) sight.observe(root);
