// What a figure and the page around it tell each other (docs/embedding.md). Out: to the framing page and nobody else;
// nothing that is said is secret. In: from the framing page only. Every message is an object with `meander: 1`.

/** The version of what is said here. */
const VERSION = 1;

/**
 * How high a figure of this width would like to be. It hangs on the width alone; where that hangs on the height, see
 * `heightTeller`. @param {number} width @param {boolean} whole
 */
export function heightFor(width, whole) {
  if (whole) return 760;
  return Math.round(width < 480 ? (width * 4) / 3 : (width * 2) / 3);
}

/** A page that does as it is told has done it by then. */
const AT_ONCE_MS = 1_000;

/**
 * Whether a height is to be told: at another width. A page that does as it is told may get a
 * scroll bar by it, or lose it, and with it the width that led there: where the width is at once again what it was before,
 * the larger of the two heights is the one that stands.
 * @returns {(width: number, height: number, now: number, again?: boolean) => boolean} `again`: asked for, so in any case
 */
export function heightTeller() {
  let last = 0, before = 0, changed = -Infinity, told = 0;
  return (width, height, now, again = false) => {
    const isBack = width === before && now - changed < AT_ONCE_MS;
    if (width !== last) {
      before = last;
      last = width;
      changed = now;
    } else if (!again) {
      return false;
    }
    if (!again && isBack && height < told) return false;
    told = height;
    return true;
  };
}

/** @param {Window} scope @param {Record<string, unknown>} message */
export function tellParent(scope, message) {
  if (scope.parent !== scope) scope.parent.postMessage({ meander: VERSION, ...message }, '*');
}

/** In the shapes that pages already listen for: ours, Datawrapper's, AMP's. @param {Window} scope @param {number} height @param {string} id */
export function tellHeight(scope, height, id) {
  if (scope.parent === scope) return;
  tellParent(scope, { type: 'height', height });
  scope.parent.postMessage({ 'datawrapper-height': { [id]: height } }, '*');
  scope.parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
}

/** A state as it stands after '#', or null where it can be none, or none of that room. @param {unknown} said @param {string} [room] */
export const stateOf = (said, room = '[a-z]{1,24}') => (typeof said === 'string' && RegExp(`^(#?${room}\\.[\\w-]{1,60000})?$`).test(said) ? said.replace(/^#/, '') : null);

/** A theme, or null where it is none: a list of one is no word. @param {unknown} said @returns {import('./options.mjs').Theme | null} */
export const themeOf = (said) => (said === 'auto' || said === 'light' || said === 'dark' ? said : null);

/**
 * @param {Window} scope @param {(message: Record<string, unknown>) => void} hear
 */
export function hearParent(scope, hear) {
  scope.addEventListener('message', (event) => {
    const said = event.data;
    if (event.source !== scope.parent || scope.parent === scope) return;
    if (typeof said === 'object' && said !== null && said.meander === VERSION && typeof said.type === 'string') hear(said);
  });
}
