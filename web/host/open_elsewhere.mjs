// "Open" of a room that lives in a frame. Apart from open.mjs, of which a figure's poster has need as well.
import { addressOf, openWindow } from './open.mjs';

/**
 * @param {Window & typeof globalThis} scope @param {HTMLElement} root @param {() => string} fragment
 * @param {((address: string) => void) | undefined} onRefused @param {AbortSignal} signal
 */
export function openElsewhere(scope, root, fragment, onRefused, signal) {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a.open-button') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    event.stopPropagation();
    const address = addressOf(link.getAttribute('href') ?? '', fragment(), scope.document);
    if (!openWindow(scope, address)) onRefused?.(address);
  }, { capture: true, signal });
}
