// What is held by a hand or moved by keys in the page: the puck in its triangle, the knob on a way, and
// things that open while they are pressed. Only tells where the hand is; what that means is the room's.
import { CORNERS } from './page_signs.mjs';

/** @typedef {import('./page_renderer.mjs').PageRenderer} PageRenderer */

const HOLD_MS = 260;

/** The mix at a place of the triangle, in percents; places beside it are moved onto it. @param {number} x @param {number} y in the sign's own units */
export function mixAt(x, y) {
  const [[ax, ay], [bx, by], [cx, cy]] = CORNERS;
  const whole = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy);
  const meaning = ((by - cy) * (x - cx) + (cx - bx) * (y - cy)) / whole;
  const sound = ((cy - ay) * (x - cx) + (ax - cx) * (y - cy)) / whole;
  const shares = [meaning, sound, 1 - meaning - sound].map((share) => Math.max(share, 0));
  const sum = shares[0] + shares[1] + shares[2];
  const percents = shares.map((share) => Math.round(100 * share / sum));
  percents[2] = 100 - percents[0] - percents[1];
  if (percents[2] < 0) { percents[percents[0] > percents[1] ? 0 : 1] += percents[2]; percents[2] = 0; }
  return percents.join(' ');
}

/** Where a hand is on a thing, as the room is told. @param {HTMLElement} thing @param {PointerEvent} event */
function placeOn(thing, event) {
  const svg = thing.querySelector('svg');
  const box = (svg ?? thing).getBoundingClientRect();
  if (thing.classList.contains('puck')) {
    const scale = Math.min(box.width / 260, box.height / 200) || 1;
    return mixAt(130 + (event.clientX - box.left - box.width / 2) / scale, 100 + (event.clientY - box.top - box.height / 2) / scale);
  }
  const hops = Number(thing.getAttribute('aria-valuemax')) || 1;
  const share = Math.min(Math.max((event.clientX - box.left) / Math.max(box.width, 1), 0), 1);
  return (share * hops).toFixed(3);
}

/**
 * Where a key leads on a way, or ''. A step says only by how much: keys come faster than the page is made anew, and a
 * place counted from what stands here would lose one of two.
 * @param {HTMLElement} way @param {string} key
 */
export function keyPlace(way, key) {
  const places = /** @type {Record<string, string>} */ ({
    ArrowLeft: '-1', ArrowUp: '-1', ArrowRight: '+1', ArrowDown: '+1', Home: '0', End: way.getAttribute('aria-valuemax') || '1',
  });
  return places[key] ?? '';
}

const PUCK_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'm', 's', 'l', 'M', 'S', 'L'];

/** @param {PageRenderer} renderer @param {AbortSignal} [signal] ends what listens beyond the room's own part of the page */
export function listenToHands(renderer, signal) {
  const { root } = renderer;
  /** @param {HTMLElement} thing @param {'hand' | 'handEnd'} what @param {string} argument */
  const tell = (thing, what, argument) => {
    if (thing.dataset[what]) renderer.act(thing.dataset[what] ?? '', argument);
  };
  /** @param {Event} event @param {string} selector */
  const near = (event, selector) => {
    const found = event.target instanceof Element ? event.target.closest(selector) : null;
    return found instanceof HTMLElement ? found : null;
  };
  /** @type {HTMLElement | null} what is held now */
  let held = null;
  root.addEventListener('pointerdown', (event) => {
    const thing = near(event, '[data-hand]');
    if (!thing || event.button !== 0) return;
    held = thing;
    thing.setPointerCapture(event.pointerId);
    thing.focus({ preventScroll: true });
    event.preventDefault();
    tell(thing, 'hand', placeOn(thing, event));
  });
  root.addEventListener('pointermove', (event) => {
    if (held) tell(held, 'hand', placeOn(held, event));
  });
  /** @param {PointerEvent} event */
  const end = (event) => {
    const thing = held;
    held = null;
    if (thing?.classList.contains('scrub')) tell(thing, 'handEnd', placeOn(thing, event));
  };
  root.addEventListener('pointerup', end);
  root.addEventListener('pointercancel', end);
  root.addEventListener('keydown', (event) => {
    const thing = near(event, '[data-hand]');
    if (!thing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isPuck = thing.classList.contains('puck');
    const place = isPuck ? '' : keyPlace(thing, event.key);
    if (isPuck && PUCK_KEYS.includes(event.key)) tell(thing, 'handEnd', event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key);
    else if (place) tell(thing, 'handEnd', place);
    else return;
    event.preventDefault();
  });
  listenToHolds(renderer, near, signal);
}

/**
 * A button of class "hold" opens something when it is pressed. Where the finger stays down, it opens as well,
 * and letting go over one of the things that came chooses it; letting go elsewhere closes it again.
 * @param {PageRenderer} renderer @param {(event: Event, selector: string) => HTMLElement | null} near
 * @param {AbortSignal} [signal]
 */
function listenToHolds(renderer, near, signal) {
  const { root } = renderer;
  let timer = 0;
  /** @type {HTMLElement | null} held long enough to have opened */
  let open = null;
  let swallowsClick = false;
  /** @param {HTMLElement} thing */
  const press = (thing) => renderer.act(thing.dataset.press ?? '', thing.dataset.argument ?? '');
  root.addEventListener('pointerdown', (event) => {
    const thing = near(event, '.hold[data-press]');
    if (!thing || event.button !== 0) return;
    swallowsClick = false;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      open = thing;
      if (thing.hasPointerCapture(event.pointerId)) thing.releasePointerCapture(event.pointerId);
      press(thing);
    }, HOLD_MS);
  });
  const end = (/** @type {PointerEvent} */ event) => {
    window.clearTimeout(timer);
    if (!open) return;
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-press]');
    const chosen = event.type === 'pointerup' && under instanceof HTMLElement && under !== open && under.closest('.held-open') ? under : open;
    swallowsClick = true;
    open = null;
    press(chosen);
  };
  window.addEventListener('pointerup', end, { signal });
  window.addEventListener('pointercancel', end, { signal });
  root.addEventListener('contextmenu', (event) => { if (near(event, '.hold[data-press]')) event.preventDefault(); });
  root.addEventListener('click', (event) => {
    if (!swallowsClick) return;
    swallowsClick = false;
    event.stopPropagation();
    event.preventDefault();
  }, { capture: true });
}
