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
 */

/**
 * @param {Window & typeof globalThis} scope
 * @param {boolean} embedded in somebody’s page @param {boolean} canStore
 * @param {(settings: Settings) => void} onChange called once at once, then on every change
 */
export function watchSettings(scope, embedded, canStore, onChange) {
  const dark = scope.matchMedia('(prefers-color-scheme: dark)');
  const still = scope.matchMedia('(prefers-reduced-motion: reduce)');
  const connection = /** @type {{ connection?: EventTarget & { saveData?: boolean } }} */ (
    /** @type {unknown} */ (scope.navigator)).connection;
  const tell = () => onChange({
    dark: dark.matches, reducedMotion: still.matches, embedded, canStore,
    metered: connection?.saveData === true, canSpeak: canSpeak(scope),
  });
  dark.addEventListener('change', tell);
  still.addEventListener('change', tell);
  connection?.addEventListener?.('change', tell);
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
