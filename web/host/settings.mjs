// What the reader's system asks for: dark, less motion, few bytes; and whether we are in a frame.
import { canSpeak } from './voice.mjs';

/**
 * @typedef {object} Settings
 * @property {boolean} dark
 * @property {boolean} reducedMotion
 * @property {boolean} embedded
 * @property {boolean} canStore
 * @property {boolean} metered
 * @property {boolean} canSpeak
 * @property {boolean} canSend the system has a way of its own to send a link
 * @property {boolean} alone it fills the screen
 * @property {boolean} locked
 * @property {number} ui
 * @property {number} pathColor
 * @property {string} title
 */

/**
 * What an author chose for a frame, and what the frame wants to hear of (web/embed/frame.mjs).
 * @typedef {object} FigureWishes
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {boolean} lock
 * @property {0 | 1 | 2} ui canvas/room.h's FrameUi
 * @property {number} pathColor 0, or 1 << 24 and its red, green and blue
 * @property {string} title
 * @property {EventTarget} changes tells `change` where one of these is another
 * @property {(fragment: string) => void} onLink
 * @property {(sentence: string) => void} onFailure a file did not come
 * @property {() => void} onProgress
 * @property {(address: string) => void} onRefused a new window was refused
 * @property {(isLost: boolean) => void} onContext what it draws with was taken from it, or is back
 */

/** It fills the screen by itself; a whole screen of somebody’s page does not count. @param {Window} scope */
export const isAlone = (scope) => scope.document.fullscreenElement !== null ||
  (scope.matchMedia('(display-mode: fullscreen)').matches && scope.innerWidth >= scope.screen.width - 1 && scope.innerHeight >= scope.screen.height * 0.9);

/**
 * @param {Window & typeof globalThis} scope
 * @param {boolean} embedded in somebody’s page @param {boolean} canStore
 * @param {(settings: Settings) => void} onChange called once at once, then on every change
 * @param {FigureWishes} [figure] @param {AbortSignal} [signal] ends it
 */
export function watchSettings(scope, embedded, canStore, onChange, figure, signal) {
  const dark = scope.matchMedia('(prefers-color-scheme: dark)');
  const still = scope.matchMedia('(prefers-reduced-motion: reduce)');
  const connection = /** @type {{ connection?: EventTarget & { saveData?: boolean } }} */ (
    /** @type {unknown} */ (scope.navigator)).connection;
  const tell = () => onChange({
    dark: figure && figure.theme !== 'auto' ? figure.theme === 'dark' : dark.matches, reducedMotion: still.matches, embedded, canStore,
    metered: connection?.saveData === true, canSpeak: canSpeak(scope), canSend: !embedded && typeof scope.navigator.share === 'function', alone: embedded && isAlone(scope),
    locked: figure?.lock ?? false, ui: figure?.ui ?? 0, pathColor: figure?.pathColor ?? 0, title: figure?.title ?? '',
  });
  dark.addEventListener('change', tell, { signal });
  still.addEventListener('change', tell, { signal });
  connection?.addEventListener?.('change', tell, { signal });
  figure?.changes.addEventListener('change', tell, { signal });
  if (embedded) {
    scope.document.addEventListener('fullscreenchange', tell, { signal });
    scope.matchMedia('(display-mode: fullscreen)').addEventListener('change', tell, { signal });
  }
  tell();
}

/** True in any frame, also where the parent may not be looked at. @param {Window} scope */
export function isFramed(scope) {
  try {
    return scope.self !== scope.top;
  } catch {
    return true;
  }
}
