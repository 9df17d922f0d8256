// The canvas: its size in device pixels, kept exact by the browser's own measure, and the loss and
// return of its drawing context. A new size is applied only right before the next frame is drawn, so
// that the chart is never blank for a moment.
import { ByteWriter, EventKind } from './wire.mjs';

/** Phones draw at most two device pixels a CSS pixel: more cannot be told apart and costs four times. */
const MOST_RATIO_TOUCH = 2;
const MOST_RATIO = 3;

/** @typedef {{ width: number, height: number, ratio: number }} Size CSS pixels and device pixels per CSS pixel */

export class Surface {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Window & typeof globalThis} scope
   * @param {(kind: number, bytes: Uint8Array) => void} tell
   */
  constructor(canvas, scope, tell) {
    this.canvas = canvas;
    this.scope = scope;
    this.tell = tell;
    /** @type {{ width: number, height: number } | null} device pixels waiting for the next frame */
    this.pending = null;
    this.lastTold = '';
  }

  /** @param {AbortSignal} [signal] ends it @param {(isLost: boolean) => void} [onContext] told before the program is, and once it has drawn again */
  watch(signal, onContext) {
    const { canvas, scope } = this;
    const observer = new scope.ResizeObserver(([entry]) => this.measure(entry));
    try {
      observer.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(canvas);
    }
    scope.addEventListener('resize', () => this.measure(), { signal });
    signal?.addEventListener('abort', () => observer.disconnect());
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();  // or it would never come back
      onContext?.(true);
      this.tell(EventKind.context, new ByteWriter().u8(1).take());
    }, { signal });
    canvas.addEventListener('webglcontextrestored', () => {
      this.tell(EventKind.context, new ByteWriter().u8(0).take());
      scope.requestAnimationFrame(() => onContext?.(false));  // the program's own frame was asked for before
    }, { signal });
    this.measure();
  }

  /** @param {ResizeObserverEntry} [entry] */
  measure(entry) {
    const { canvas, scope } = this;
    if (scope.matchMedia('print').matches) return;  // paper is not the reader's window
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    const touch = scope.matchMedia('(pointer: coarse)').matches;
    const most = touch ? MOST_RATIO_TOUCH : MOST_RATIO;
    const ratio = Math.min(scope.devicePixelRatio || 1, most);
    const exact = entry?.devicePixelContentBoxSize?.[0];
    // An emulated screen measures in another unit than it draws in; the exact size then is not.
    const isPlausible = exact && Math.abs(exact.inlineSize - width * scope.devicePixelRatio) < 2;
    const useExact = exact && isPlausible && scope.devicePixelRatio <= most;
    const pixels = {
      width: useExact ? exact.inlineSize : Math.round(width * ratio),
      height: useExact ? exact.blockSize : Math.round(height * ratio),
    };
    // A chart that is not in the page yet, or not shown, measures nothing.
    const isShown = width > 0 && height > 0;
    if (isShown) this.pending = pixels;
    const bytes = new ByteWriter().f32(width).f32(height).f32(scope.innerWidth).f32(scope.innerHeight)
      .f32(isShown ? pixels.width / width : ratio).f32(0).f32(0).f32(0).f32(coveredBelow(canvas, scope)).take();
    if (this.lastTold === bytes.join()) return;
    this.lastTold = bytes.join();
    this.tell(EventKind.resize, bytes);
  }

  /** Called right before the program draws. */
  apply() {
    if (!this.pending) return;
    const { width, height } = this.pending;
    this.pending = null;
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
  }
}

/**
 * How much of the chart's lower end the sheet covers as it stands at first, in CSS pixels: the style sheet says
 * so (`--covered-below`), because a map that moved with every pull of the sheet would be no help.
 * @param {HTMLCanvasElement} canvas @param {Window & typeof globalThis} scope
 */
const coveredBelow = (canvas, scope) => parseFloat(scope.getComputedStyle(canvas).getPropertyValue('--covered-below')) || 0;
