// A figure's room begins to live in its page, and goes back to a picture. Fetched when a figure is to live.
import { loadSheet } from './dress.mjs';
import { make } from './poster.mjs';
import { absoluteOptions, start } from '../host/start.mjs';

/** @typedef {import('../host/host.mjs').Host} Host */

/** Nothing has come for so long: it will not. */
const PATIENCE_MS = 30_000;
/** A frame that took so long to come was not held up: nobody saw the figure. */
const UNSEEN_MS = 1_000;

/**
 * Until the live picture is complete; rejects where it will not be. What the room tells meanwhile goes to `wishes`.
 * @param {import('./figure.mjs').Figure} figure @param {import('../host/settings.mjs').FigureWishes} wishes @param {AbortSignal} ending
 */
const liveOrNot = (figure, wishes, ending) => new Promise((done, failed) => {
  const root = document.documentElement;
  let timer = 0;
  let isOver = false;
  const observer = new MutationObserver(() => {
    // Of a note it is one only by itself, as a room writes it that has nothing to show: an article's pane has such, too.
    const isRefused = figure.page.querySelector('.notice [data-press], :scope > .note.empty') !== null;
    if (isRefused) end(() => failed(new Error('the room has only a notice')));
    else if (root.dataset.ready !== undefined) end(() => done(undefined));
  });
  /** @param {() => void} how */
  const end = (how) => {
    isOver = true;
    observer.disconnect();
    clearTimeout(timer);
    how();
  };
  wishes.onFailure = () => end(() => failed(new Error('a file did not come')));
  wishes.onProgress = () => {
    clearTimeout(timer);
    if (!isOver) timer = window.setTimeout(giveUp, PATIENCE_MS);
  };
  /** Scrolled away nothing is drawn, so nothing can be complete: patience begins when it is seen again. */
  const giveUp = () => {
    const asked = performance.now();
    requestAnimationFrame(() => {
      if (isOver) return;
      if (performance.now() - asked > UNSEEN_MS) wishes.onProgress();
      else wishes.onFailure('');
    });
  };
  ending.addEventListener('abort', () => end(() => failed(new Error('nobody wants it any more'))));
  wishes.onProgress();
  observer.observe(root, { attributes: true, attributeFilter: ['data-ready'] });
  observer.observe(document.body, { childList: true, subtree: true });
});

/**
 * A whole room has the style sheet of whole pages, and none of those that make everything small; its poster has these.
 * @param {string} whole @param {boolean} isWhole
 */
function wear(whole, isWhole) {
  for (const link of /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll('link[rel="stylesheet"]:not(#figure-sheet)'))) {
    if (link.sheet) link.sheet.disabled = (link.getAttribute('href') === whole) !== isWhole;
  }
}

/** Where the pictures of a figure that rests lie: each keeps its memory as long as it has an address. @type {Set<string>} */
const kept = new Set();
/** What the page shows no more is given back. */
function giveBack() {
  for (const address of [...kept].filter((one) => !document.querySelector(`img[src="${one}"]`))) {
    URL.revokeObjectURL(address);
    kept.delete(address);
  }
}

/**
 * Resolves once its first picture is complete. Where that does not come, or `ending` says that nobody wants it any more, it
 * rejects and the page is what it was.
 * @param {import('./figure.mjs').Figure} figure @param {import('../host/settings.mjs').FigureWishes} given @param {AbortSignal} ending
 * @returns {Promise<Host>}
 */
export async function liven(figure, given, ending) {
  const { options, whole } = /** @type {import('./poster.mjs').Card} */ (figure.card);
  const isWhole = figure.choices.ui === 'full';
  const still = figure.page.cloneNode(true);
  /** What is its author's stays theirs; what came and what did not is this try's alone. @type {import('../host/settings.mjs').FigureWishes} */
  const wishes = Object.create(given);
  const lives = liveOrNot(figure, wishes, ending);
  const begun = (async () => {
    await loadSheet(document, isWhole ? whole : figure.index.living);
    if (isWhole) wear(whole, true);
    wishes.onProgress();
    return await start(window, absoluteOptions(options, document.baseURI), wishes);
  })();
  begun.catch(() => wishes.onFailure(''));
  try {
    await lives;
    const host = await begun;
    giveBack();
    return host;
  } catch (error) {
    // What is silent may still come, and is not wanted then.
    begun.then((host) => host.close(), () => {});
    delete document.documentElement.dataset.ready;
    if (isWhole) wear(whole, false);
    figure.page.replaceWith(still);
    throw error;
  }
}

/** Back to a picture, as it is now: its state, its words, nothing that runs. @param {import('./figure.mjs').Figure} figure @param {Host} host */
export async function toPicture(figure, host) {
  const { dataset } = document.documentElement;
  const canvas = document.getElementById('chart');
  const isLost = dataset.lost !== undefined;
  host.app?._app_frame();  // what was drawn before may be gone from the canvas
  const blob = !isLost && canvas instanceof HTMLCanvasElement && await new Promise((/** @type {(blob: Blob | null) => void} */ done) => { canvas.toBlob(done); });
  host.close();
  const still = /** @type {HTMLElement} */ (figure.page.cloneNode(true));
  const picture = make(document, 'div', 'poster');
  if (blob) {
    const image = document.createElement('img');
    image.alt = '';
    image.src = URL.createObjectURL(blob);
    kept.add(image.src);
    picture.append(image);
  }
  // Of a picture that is lost there is only the one before it, where it shows the same.
  if (!isLost || dataset.lost !== 'first') still.querySelector('.poster')?.remove();
  still.querySelector('#chart')?.replaceWith(picture);
  delete dataset.ready;
  delete dataset.lost;
  figure.page.replaceWith(still);
  giveBack();
}
