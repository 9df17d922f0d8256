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
 * WordPress writes `#?secret=…` behind the address of whatever it frames, at once or a moment later. It is no part of
 * what is to be shown; cut off here before anybody reads the address. @param {Window} scope
 */
export function cutSecret(scope) {
  const cut = () => {
    const { hash, pathname, search } = scope.location;
    const own = hash.replace(/#?\?secret=[\w-]*$/, '');
    if (own === hash) return;
    try {
      scope.history.replaceState(null, '', own || pathname + search);
    } catch {
      // Where addresses cannot be changed nobody could have written it either.
    }
  };
  cut();
  for (const change of ['popstate', 'hashchange']) scope.addEventListener(change, cut);
}
