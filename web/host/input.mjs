// Fingers, mouse, wheel and keys on the chart, told to the program as they come. The chart takes
// only what is its own: in a frame on another site the wheel and one finger belong to the page; Tab
// is never taken, and Escape gives the keyboard back.
import { ByteWriter, EventKind } from './wire.mjs';

/** @typedef {(kind: number, bytes: Uint8Array) => void} Tell */

const Phase = Object.freeze({ move: 0, down: 1, up: 2, cancel: 3, leave: 4 });
const WHEEL_LINE_PX = 16;
const WHEEL_MOST_PX = 120;

/** A wheel event's distance in pixels, whatever unit it came in. @param {{ deltaY: number, deltaMode: number }} event */
export function wheelPixels(event, pageHeight = 800) {
  const unit = event.deltaMode === 1 ? WHEEL_LINE_PX : event.deltaMode === 2 ? pageHeight : 1;
  return Math.max(-WHEEL_MOST_PX, Math.min(WHEEL_MOST_PX, event.deltaY * unit));
}

/**
 * The name of a key the chart takes for itself, or '' for one that is the page's. Combinations with
 * Ctrl or ⌘ are the browser's; of Alt only Alt+←, which the chart reads as Back.
 * @param {{ key: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean }} event
 */
export function chartKey(event) {
  if (event.ctrlKey || event.metaKey) return '';
  if (event.altKey) return event.key === 'ArrowLeft' ? 'Backspace' : '';
  if (event.key === ' ') return 'Space';
  if ([...event.key].length === 1) return event.key;
  const own = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', 'Backspace', 'Escape'];
  return own.includes(event.key) ? event.key : '';
}

/** A picture that is as it stands: only what is dragged sideways on it is its own. @param {HTMLCanvasElement} canvas */
const isFixed = (canvas) => 'fixed' in canvas.dataset;

/**
 * @param {HTMLCanvasElement} canvas @param {() => boolean} isGuest in somebody’s page now @param {Tell} tell
 * @param {AbortSignal} signal ends it @param {Handles} [handles]
 */
export function listen(canvas, isGuest, tell, signal, handles = new Handles()) {
  listenToPointers(canvas, isGuest, tell);
  // Said before the browser decides: a finger that comes down here does not scroll the page.
  canvas.addEventListener('touchstart', (event) => {
    const [touch] = event.touches;
    if (event.touches.length === 1 && handles.near(placeOf(canvas, touch))) event.preventDefault();
  }, { passive: false });
  canvas.addEventListener('wheel', (event) => {
    if (isFixed(canvas)) return;  // the page's
    const pinch = event.ctrlKey || event.metaKey;
    if (!isGuest() || pinch) event.preventDefault();
    const { x, y } = placeOf(canvas, event);
    tell(EventKind.wheel, new ByteWriter().f32(x).f32(y).f32(wheelPixels(event)).u8(pinch).take());
  }, { passive: false });
  listenToKeys(canvas, tell, signal);
}

const HANDLE_REACH_PX = 27;

/** Places where a finger is the chart's own, whoever's page it is. */
export class Handles {
  /** @type {Float32Array} x, y, x, … in CSS pixels */
  places = new Float32Array();

  /** @param {{ x: number, y: number }} place */
  near(place) {
    for (let at = 0; at + 1 < this.places.length; at += 2) {
      if (Math.hypot(place.x - this.places[at], place.y - this.places[at + 1]) <= HANDLE_REACH_PX) return true;
    }
    return false;
  }
}

/** Which fingers the browser may take for a scroll. @param {HTMLCanvasElement} canvas @param {boolean} isGuest */
export function setTouch(canvas, isGuest) {
  canvas.style.touchAction = isGuest ? 'pan-x pan-y' : 'none';
}

/** @param {HTMLCanvasElement} canvas @param {() => boolean} isGuest @param {Tell} tell */
function listenToPointers(canvas, isGuest, tell) {
  /** @param {number} phase @param {PointerEvent} event */
  const say = (phase, event) => {
    const { x, y } = placeOf(canvas, event);
    tell(EventKind.pointer, new ByteWriter().u8(phase).u32(event.pointerId)
      .u8(event.pointerType === 'touch').f32(x).f32(y).f64(event.timeStamp / 1000).take());
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    // A finger in an embed may turn out to scroll the page, so it is not held.
    if (!isGuest() || event.pointerType !== 'touch') canvas.setPointerCapture(event.pointerId);
    say(Phase.down, event);
  });
  canvas.addEventListener('pointermove', (event) => say(Phase.move, event));
  canvas.addEventListener('pointerup', (event) => say(Phase.up, event));
  canvas.addEventListener('pointercancel', (event) => say(Phase.cancel, event));
  canvas.addEventListener('pointerleave', (event) => say(Phase.leave, event));
  setTouch(canvas, isGuest());
  // Two fingers on an embed are ours: without this the browser would take them as a page scroll.
  canvas.addEventListener('touchmove', (event) => {
    if (event.touches.length >= 2 && !isFixed(canvas)) event.preventDefault();
  }, { passive: false });
}

/** @param {HTMLCanvasElement} canvas @param {Tell} tell @param {AbortSignal} signal */
function listenToKeys(canvas, tell, signal) {
  let byKeyboard = false;
  document.addEventListener('keydown', () => { byKeyboard = true; }, { capture: true, passive: true, signal });
  document.addEventListener('pointerdown', () => { byKeyboard = false; }, { capture: true, passive: true, signal });
  canvas.addEventListener('keydown', (event) => {
    const key = chartKey(event);
    if (!key) return;
    event.preventDefault();
    tell(EventKind.key, new ByteWriter().text(key).u8(event.shiftKey).take());
    if (key === 'Escape') canvas.blur();
  });
  canvas.addEventListener('focus', () => tell(EventKind.focus, new ByteWriter().u8(1).u8(byKeyboard).take()));
  canvas.addEventListener('blur', () => tell(EventKind.focus, new ByteWriter().u8(0).u8(byKeyboard).take()));
}

/** @param {HTMLCanvasElement} canvas @param {{ clientX: number, clientY: number }} event CSS pixels inside the chart */
function placeOf(canvas, event) {
  const box = canvas.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}
