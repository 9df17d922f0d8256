// The page's fragment. In a page of our own a new stop is a new history entry, so that the browser's
// Back walks back; in somebody else's frame the fragment is only replaced, because a frame's entries
// would swallow the host page's Back button.

/**
 * @param {Window & typeof globalThis} scope
 * @param {boolean} framed
 * @param {(fragment: string, fromElsewhere: boolean) => void} onChange called when the reader, not the program, changed
 *   it; from elsewhere: to one that this page has not had, so not by Back or Forward
 * @param {(fragment: string) => void} [onSet] the program changed it
 */
export function openLink(scope, framed, onChange, onSet) {
  let last = fragmentOf(scope);
  const known = new Set(['', last]);
  const tell = () => {
    const now = fragmentOf(scope);
    // The skip link leads to a part of the page, not to another view.
    if (now === last || (!now && scope.location.hash.length > 1)) return;
    last = now;
    const isKnown = known.has(now);
    known.add(now);
    onChange(now, !isKnown);
  };
  scope.addEventListener('popstate', tell);
  scope.addEventListener('hashchange', tell);
  return {
    fragment: last,
    /** Also where the address itself could not be changed. */
    now: () => last,
    /** @param {string} fragment @param {boolean} newEntry */
    set(fragment, newEntry) {
      if (fragment === last) return;
      last = fragment;
      known.add(fragment);
      const address = fragment ? `#${fragment}` : scope.location.pathname + scope.location.search;
      try {
        if (newEntry && !framed) scope.history.pushState(null, '', address);
        else scope.history.replaceState(null, '', address);
      } catch {
        // about:srcdoc and rate limits refuse; the link can still be copied.
      }
      onSet?.(fragment);
    },
    /** Where the page around wants it to go: nobody is asked, and nobody's Back is touched. @param {string} fragment */
    follow(fragment) {
      if (fragment === last) return;
      last = fragment;
      known.add(fragment);
      try {
        scope.history.replaceState(null, '', fragment ? `#${fragment}` : scope.location.pathname + scope.location.search);
      } catch {
        // As above.
      }
      onChange(fragment, false);
    },
    close() {
      scope.removeEventListener('popstate', tell);
      scope.removeEventListener('hashchange', tell);
    },
  };
}

/**
 * The name of a part of the page is no journey: the skip link sets one where it is used before any script runs.
 * @param {Window & typeof globalThis} scope
 */
function fragmentOf(scope) {
  const fragment = scope.location.hash.replace(/^#/, '');
  return scope.document?.getElementById(fragment) ? '' : fragment;
}
