// The page's loudspeaker. The program mixes, here its blocks are put back to back on the clock of an
// AudioContext, and the program hears every 25 ms where that clock stands. Nothing is heard before a
// press; what is hidden or scrolled away falls silent by itself once what has been mixed is over, and says so. A clock that stands still
// though it claims to run (iOS after a call or another tab) is noticed and started again at the next
// press, or replaced. One that a press has allowed and that never begins has no device behind it (Firefox waits for
// one for ever): that is said, too.

export const SAMPLE_RATE = 44100;
/** As src/host/host.h's AudioState. */
export const AudioState = Object.freeze({ stopped: 0, playing: 1, blocked: 2, hidden: 3, outOfView: 4, unavailable: 5 });

const TICK_MS = 25, FROZEN_MS = 300, IDLE_MS = 30_000;
const LEAD_S = 0.04;  // from the first block to its first sample
const MUTE_MS = 5000;  // a loudspeaker without wires needs two or three seconds to wake
const SETTLING_S = 0.1;  // a clock that has just begun may leap: so much of it is not built upon
const FADE_S = 0.01;
const AUDITION_EVERY_MS = 1000 / 12;
const AUDITION_GAIN = 0.8, AUDITION_GAIN_IN_BEAT = 0.3;
/** What leaves the mixer at most, and with a single sound beside it the two together: -1 dBFS. */
const CEILING = 0.8912509;

/**
 * @typedef {object} AudioNews
 * @property {number} state
 * @property {number} clockFrame the frame that leaves the mixer now; -1 while no block has come
 * @property {number} heardFrame the frame that is heard now, through the device's own delay
 */

export class AudioLink {
  /**
   * @param {Window & typeof globalThis} scope @param {Element} element what must be in view
   * @param {(news: AudioNews) => void} tell @param {AbortSignal} [signal] ends it
   */
  constructor(scope, element, tell, signal) {
    this.scope = scope;
    this.tell = tell;
    /** @type {AudioContext | null} */
    this.context = null;
    /** @type {GainNode | null} what the beat goes through; a new one for each start */
    this.out = null;
    /** @type {Set<AudioBufferSourceNode>} */
    this.sources = new Set();
    /** @type {{ out: GainNode, sources: AudioBufferSourceNode[] } | null} what rings out by itself */
    this.ringing = null;
    /** @type {{ source: AudioBufferSourceNode, gain: GainNode } | null} */
    this.audition = null;
    /** @type {Float32Array | null} the audition that has to wait */
    this.waiting = null;
    this.auditionedAt = -Infinity;
    this.isPrepared = false;
    this.isWanted = false;
    /** A press has asked it to run a moment ago: it is about to, or never will. */
    this.isAllowed = false;
    this.isAsleep = false;
    this.isInView = true;
    /** @type {number | null} where on the context's clock frame 0 lies, in whole samples */
    this.origin = null;
    /** @type {{ startFrame: number, left: Float32Array, right: Float32Array }[]} */
    this.first = [];
    this.runsFrom = 0;  // what the clock said when it began to run
    this.ticking = 0;
    this.idling = 0;
    this.muting = 0;
    this.clock = { time: -1, since: 0, frozen: false };
    /** Blocks that came after their time, all in all: there should be none. */
    this.late = 0;
    this.watch(element, signal);
  }

  /** @param {Element} element @param {AbortSignal} [signal] */
  watch(element, signal) {
    const { scope } = this;
    const { document } = scope;
    for (const kind of ['pointerup', 'click', 'keydown']) {
      document.addEventListener(kind, () => this.pressed(), { capture: true, passive: true, signal });
    }
    document.addEventListener('visibilitychange', () => { if (document.hidden) this.halt(AudioState.hidden); }, { signal });
    const sight = new scope.IntersectionObserver(([entry]) => {
      // Where a list stands in for the chart there is nothing to scroll away.
      this.isInView = entry.isIntersecting || entry.boundingClientRect?.width === 0;
      if (!this.isInView) this.halt(AudioState.outOfView);
    });
    sight.observe(element);
    signal?.addEventListener('abort', () => {
      sight.disconnect();
      this.stop();
      void this.context?.close();
      this.context = null;
    });
  }

  /** From now on any press makes the loudspeaker ready, in silence. */
  prepare() {
    this.isPrepared = true;
  }

  /** Inside a press, or as soon after it as the program could answer. */
  start() {
    if (this.isWanted) return;
    const { document } = this.scope;
    if (document.hidden) return this.news(AudioState.hidden);
    if (!this.isInView) return this.news(AudioState.outOfView);
    if (!this.open()) return this.news(AudioState.unavailable);
    this.isWanted = true;
    this.resume();
    if (this.context?.state === 'running') this.begin();
    else if (!this.isAllowed) this.news(AudioState.blocked);
  }

  /** @param {number} startFrame @param {Float32Array} left @param {Float32Array} right as long */
  block(startFrame, left, right) {
    const { context, out } = this;
    if (!context || !out || !this.isWanted || left.length === 0) return;
    if (this.origin === null) {
      // Where mixing the first blocks takes its time, the clock would already run: they wait for one another.
      if (this.first.length === 0) queueMicrotask(() => this.beginClock());
      this.first.push({ startFrame, left, right });
      return;
    }
    const frame = this.origin + startFrame;
    const behind = Math.ceil(context.currentTime * SAMPLE_RATE) - frame;
    if (behind > 0) this.late += 1;
    if (behind >= left.length) return;
    const buffer = context.createBuffer(2, left.length, SAMPLE_RATE);
    buffer.copyToChannel(/** @type {Float32Array<ArrayBuffer>} */ (left), 0);
    buffer.copyToChannel(/** @type {Float32Array<ArrayBuffer>} */ (right), 1);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(out);
    source.onended = () => this.sources.delete(source);
    this.sources.add(source);
    if (behind > 0) source.start(0, behind / SAMPLE_RATE);
    else source.start(frame / SAMPLE_RATE);
  }

  /** The first blocks are here: now is when frame 0 can be promised. */
  beginClock() {
    const { context, first, scope } = this;
    if (!context || !this.out || first.length === 0) return;
    if (context.currentTime < this.runsFrom + SETTLING_S) {
      scope.setTimeout(() => this.beginClock(), 5);
      return;
    }
    this.first = [];
    this.origin = Math.ceil((context.currentTime + LEAD_S) * SAMPLE_RATE) - first[0].startFrame;
    for (const { startFrame, left, right } of first) this.block(startFrame, left, right);
  }

  /** One short sound by itself, at most twelve a second; of more, the last is heard when it may. @param {Float32Array} samples */
  now(samples) {
    const { context, scope } = this;
    if (!context || scope.document.hidden || samples.length === 0) return;
    if (context.state !== 'running' && !this.isAsleep) return;
    this.resume();
    const wait = this.auditionedAt + AUDITION_EVERY_MS - scope.performance.now();
    if (wait > 0) {
      if (!this.waiting) {
        scope.setTimeout(() => {
          const { waiting } = this;
          this.waiting = null;
          if (waiting) this.now(waiting);
        }, Math.ceil(wait));
      }
      this.waiting = samples;
      return;
    }
    this.auditionedAt = scope.performance.now();
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    const loudness = Math.min(this.isWanted ? AUDITION_GAIN_IN_BEAT : AUDITION_GAIN, CEILING / Math.max(peak, 1e-6));
    // What sounds already goes, or makes room, before it begins.
    const from = context.currentTime + (this.audition || this.out ? FADE_S : 0);
    this.endAudition();
    if (this.out) this.makeRoom(this.out, 1 - loudness * peak / CEILING, from, from + samples.length / SAMPLE_RATE);
    const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE);
    buffer.copyToChannel(/** @type {Float32Array<ArrayBuffer>} */ (samples), 0);
    const source = context.createBufferSource(), gain = context.createGain();
    source.buffer = buffer;
    gain.gain.value = loudness;
    source.connect(gain).connect(context.destination);
    source.onended = () => { if (this.audition?.source === source) this.audition = null; };
    source.start(from);
    this.audition = { source, gain };
    this.rest();
  }

  endAudition() {
    if (this.audition) this.fade(this.audition.gain, [this.audition.source]);
    this.audition = null;
  }

  /** The beat is softer while a single sound is heard. @param {GainNode} out @param {number} share @param {number} from @param {number} until */
  makeRoom(out, share, from, until) {
    const { gain } = out;
    const now = /** @type {AudioContext} */ (this.context).currentTime;
    gain.cancelScheduledValues(now);
    gain.setValueAtTime(gain.value, now);
    gain.linearRampToValueAtTime(share, from);
    gain.setValueAtTime(share, until);
    gain.linearRampToValueAtTime(1, until + FADE_S);
  }

  /** Silence, within 10 ms. The program asked: it is not told. */
  stop() {
    const { scope } = this;
    this.isWanted = false;
    scope.clearInterval(this.ticking);
    this.ticking = 0;
    this.waiting = null;
    if (this.out) this.fade(this.out, [...this.sources]);
    this.hush();
    this.sources.clear();
    this.out = null;
    this.origin = null;
    this.first = [];
    this.rest();
  }

  /** What rings out is over. */
  hush() {
    if (this.ringing) this.fade(this.ringing.out, this.ringing.sources);
    this.ringing = null;
  }

  /** Falls silent by itself. @param {number} state why */
  halt(state) {
    this.endAudition();
    this.waiting = null;
    if (!this.isWanted) return;
    // The program answers with what is left of the bar; that is still heard, and nothing after it.
    this.news(state);
    queueMicrotask(() => queueMicrotask(() => { if (this.isWanted) this.ringOut(); }));
  }

  /** Nothing more is taken; what has come is heard to its end. */
  ringOut() {
    this.scope.clearInterval(this.ticking);
    this.ticking = 0;
    this.isWanted = false;
    if (this.out) this.ringing = { out: this.out, sources: [...this.sources] };
    this.sources.clear();
    this.out = null;
    this.origin = null;
    this.first = [];
    this.rest();
  }

  /** @returns {boolean} */
  open() {
    if (this.context) return true;
    const { scope } = this;
    try {
      this.context = new scope.AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: 'interactive' });
    } catch {
      try {
        this.context = new scope.AudioContext();  // its own rate: blocks are brought to it
      } catch {
        return false;
      }
    }
    this.adopt(this.context);
    return true;
  }

  /** A loudspeaker that a press has opened. @param {AudioContext} context */
  adopt(context) {
    this.context = context;
    this.isAllowed = false;
    this.runsFrom = context.currentTime;
    context.onstatechange = () => {
      if (context.state === 'running') this.runsFrom = context.currentTime;
      if (context !== this.context || !this.isWanted) return;
      if (context.state !== 'running') this.news(AudioState.blocked);
      else if (!this.out) this.begin();
      else this.news(AudioState.playing);
    };
  }

  resume() {
    const { context, scope } = this;
    scope.clearTimeout(this.idling);
    this.isAsleep = false;
    if (!context || context.state === 'running') return;
    context.resume().catch(() => {});
    if (!scope.navigator?.userActivation?.isActive) return;
    this.isAllowed = true;
    scope.clearTimeout(this.muting);
    this.muting = scope.setTimeout(() => this.giveUp(context), MUTE_MS);
  }

  /** A press has let it begin, and it has not. @param {AudioContext} context */
  giveUp(context) {
    this.isAllowed = false;
    if (context !== this.context || context.state === 'running') return;
    if (context.currentTime > 0) {
      if (this.isWanted) this.news(AudioState.blocked);  // something else has the loudspeaker, and may give it back
      return;
    }
    // The next press tries with another: a device may have been plugged in by then.
    void context.close();
    this.context = null;
    this.halt(AudioState.unavailable);
  }

  begin() {
    const { context, scope } = this;
    if (!context) return;
    this.hush();
    this.endAudition();  // it was as loud as a sound by itself
    this.out = context.createGain();
    this.out.connect(context.destination);
    this.origin = null;
    this.first = [];
    this.clock = { time: -1, since: scope.performance.now(), frozen: false };
    scope.clearInterval(this.ticking);
    this.ticking = scope.setInterval(() => this.tick(), TICK_MS);
    this.news(AudioState.playing);
  }

  tick() {
    const { clock, context, scope } = this;
    if (!context) return;
    const now = scope.performance.now();
    if (context.currentTime !== clock.time) {
      const wasFrozen = clock.frozen;
      this.clock = { time: context.currentTime, since: now, frozen: false };
      if (wasFrozen || context.state === 'running') this.news(AudioState.playing);
    } else if (!clock.frozen && context.state === 'running' && now - clock.since >= FROZEN_MS) {
      clock.frozen = true;
      this.news(AudioState.blocked);
    }
  }

  /** A press anywhere: the only moment at which a browser lets sound begin. */
  pressed() {
    if (this.isPrepared && !this.context) this.open();
    if (!this.context || !(this.isPrepared || this.isWanted)) return;
    if (this.clock.frozen && this.isWanted) return this.thaw();
    this.resume();
  }

  /** Inside a press: the clock is started again; where that does not help, another context takes over. */
  thaw() {
    const { context, scope } = this;
    if (!context) return;
    const stoodAt = context.currentTime;
    context.suspend().then(() => context.resume()).catch(() => {});
    scope.setTimeout(() => {
      if (context !== this.context || !this.isWanted || context.currentTime !== stoodAt) return;
      void context.close();
      this.context = null;
      this.sources.clear();
      this.out = null;
      if (!this.open()) return this.halt(AudioState.unavailable);
      this.resume();
      if (/** @type {AudioContext | null} */ (this.context)?.state === 'running') this.begin();
    }, FROZEN_MS);
  }

  /** An open loudspeaker costs battery: after half a minute of silence it is put to sleep. */
  rest() {
    const { scope } = this;
    scope.clearTimeout(this.idling);
    this.idling = scope.setTimeout(() => {
      if (this.isWanted) return;
      this.isAsleep = true;
      this.context?.suspend().catch(() => {});
    }, IDLE_MS);
  }

  /** @param {GainNode} gain @param {AudioBufferSourceNode[]} sources */
  fade(gain, sources) {
    const { context } = this;
    if (!context) return;
    const now = context.currentTime;
    gain.gain.setValueAtTime(gain.gain.value, now);
    gain.gain.linearRampToValueAtTime(0, now + FADE_S);
    for (const source of sources) source.stop(now + FADE_S);
  }

  /** @param {number} state */
  news(state) {
    const { context, origin } = this;
    if (!context || origin === null) return this.tell({ state, clockFrame: -1, heardFrame: -1 });
    const clockFrame = Math.floor(context.currentTime * SAMPLE_RATE) - origin;
    this.tell({ state, clockFrame, heardFrame: clockFrame - Math.round((context.outputLatency ?? 0) * SAMPLE_RATE) });
  }
}
