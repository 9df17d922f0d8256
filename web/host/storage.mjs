// Local storage that may be refused: frames on other sites, private windows and sandboxes throw on
// the very name. What was kept is read once at the start; after that writing is all there is. In somebody
// else's page nothing is kept even where it could be.

const PREFIX = 'meander.';

/** @typedef {{ canStore: boolean, recalled: [string, string][], remember: (key: string, value: string) => void }} Storage */

const NONE = { canStore: false, recalled: [], remember() {} };

/** @param {{ localStorage: globalThis.Storage }} scope usually `window` @param {boolean} framed @returns {Storage} */
export function openStorage(scope, framed) {
  if (framed) return NONE;
  try {
    const store = scope.localStorage;
    store.setItem(`${PREFIX}probe`, '1');
    store.removeItem(`${PREFIX}probe`);
    return {
      canStore: true,
      recalled: recall(store),
      remember(key, value) {
        try {
          if (value) store.setItem(PREFIX + key, value);
          else store.removeItem(PREFIX + key);
        } catch {
          // Full, or withdrawn meanwhile: the link carries what matters.
        }
      },
    };
  } catch {
    return NONE;
  }
}

/** @param {globalThis.Storage} store @returns {[string, string][]} */
function recall(store) {
  /** @type {[string, string][]} */
  const kept = [];
  for (let i = 0; i < store.length; ++i) {
    const key = store.key(i);
    if (key?.startsWith(PREFIX)) kept.push([key.slice(PREFIX.length), store.getItem(key) ?? '']);
  }
  return kept;
}
