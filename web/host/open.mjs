// "Open" in a frame: the room's own page in a new tab, with the state as it is now. Sandboxes refuse new windows;
// then whoever shows the frame is told the address.

/**
 * Opens it, or says that it was refused. @param {Window} scope @param {string} address
 */
export function openWindow(scope, address) {
  try {
    const opened = scope.open(address, '_blank');
    if (opened) opened.opener = null;
    return opened !== null;
  } catch {
    return false;
  }
}

/** @param {string} href @param {string} fragment @param {Document} document */
export function addressOf(href, fragment, document) {
  const address = new URL(href, document.baseURI);
  if (fragment) address.hash = fragment;
  return address.href;
}

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
