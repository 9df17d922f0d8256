// The loudspeaker of a page that may never need one: audio.mjs is fetched with the first wish for sound. What is
// wished for until it is here waits in order; a press until then opens the loudspeaker here, since a browser lets
// that happen inside a press alone.

/** @typedef {import('./audio.mjs').AudioLink} AudioLink */

const SAMPLE_RATE = 44100;
const UNAVAILABLE = 5;  // as audio.mjs has it, which did not come

/** @returns {Promise<typeof import('./audio.mjs')>} */
const fetchAudio = async () => await import('./audio.mjs');

export class AudioOnDemand {
  /**
   * @param {Window & typeof globalThis} scope @param {Element} element what must be in view
   * @param {(news: import('./audio.mjs').AudioNews) => void} tell @param {AbortSignal} [signal] ends it
   * @param {typeof fetchAudio} [fetcher]
   */
  constructor(scope, element, tell, signal, fetcher = fetchAudio) {
    this.scope = scope;
    /** @type {AudioLink | null} */
    this.link = null;
    this.isComing = false;
    /** @type {((link: AudioLink) => void)[]} */
    this.waiting = [];
    /** @type {AudioContext | null} opened by a press that came first */
    this.context = null;
    this.bring = async () => {
      const { AudioLink: Link } = await fetcher();
      if (signal?.aborted) return void this.context?.close();
      this.link = new Link(scope, element, tell, signal);
      if (this.context) this.link.adopt(this.context);
      this.context = null;
      for (const wish of this.waiting.splice(0)) wish(this.link);
    };
    this.failed = () => {
      this.isComing = false;  // the next wish asks again
      this.waiting = [];
      tell({ state: UNAVAILABLE, clockFrame: -1, heardFrame: -1 });
    };
    this.signal = signal;
  }

  /** @param {(link: AudioLink) => void} wish */
  ask(wish) {
    if (this.link) return wish(this.link);
    this.waiting.push(wish);
    if (this.isComing) return;
    this.isComing = true;
    const { document } = this.scope;
    for (const kind of ['pointerup', 'click', 'keydown']) {
      document.addEventListener(kind, () => this.pressed(), { capture: true, passive: true, signal: this.signal });
    }
    // A wish may itself come out of a press.
    if (this.scope.navigator?.userActivation?.isActive) this.pressed();
    this.bring().catch(this.failed);
  }

  pressed() {
    if (this.link || this.context) return;
    try {
      this.context = new this.scope.AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: 'interactive' });
      this.context.resume().catch(() => {});
    } catch {
      this.context = null;  // audio.mjs tries in its own way, and says so
    }
  }

  prepare() {
    this.ask((link) => link.prepare());
  }

  start() {
    this.ask((link) => link.start());
  }

  stop() {
    if (this.link || this.isComing) this.ask((link) => link.stop());
  }

  /** @param {number} startFrame @param {Float32Array} left @param {Float32Array} right as long */
  block(startFrame, left, right) {
    this.link?.block(startFrame, left, right);  // the program sends none before it hears that sound runs
  }

  /** @param {Float32Array} samples a copy, not the program's memory */
  now(samples) {
    if (this.link) return this.link.now(samples);
    this.ask((link) => link.now(samples));
  }
}
