// A made-up page with a made-up AudioContext, whose clocks the tests turn.
import { AudioLink } from '../../../web/host/audio.mjs';

/** A page and its clocks. `grant`: whether a context may run at once; `active`: whether the browser calls it a press. @param {{ grant?: boolean, refuse?: boolean, refuseRate?: boolean, active?: boolean }} [how] */
export function stage({ grant = true, refuse = false, refuseRate = false, active = false } = {}) {
  let now = 0;
  /** @type {Map<number, { at: number, every: number, run: () => void }>} */
  const timers = new Map();
  let ids = 0;
  /** @type {any[]} */
  const contexts = [];
  /** @type {Record<string, (() => void)[]>} */
  const heard = {};
  /** @type {any} */
  let sight = null;

  class Gain {
    constructor() {
      /** @type {any[]} */
      this.plan = [];
      const { plan } = this;
      this.gain = { value: 1, setValueAtTime: (/** @type {number} */ v, /** @type {number} */ t) => plan.push(['set', v, t]),
        linearRampToValueAtTime: (/** @type {number} */ v, /** @type {number} */ t) => plan.push(['ramp', v, t]),
        cancelScheduledValues: (/** @type {number} */ t) => plan.splice(0, plan.length, ...plan.filter((step) => step[2] < t)) };
    }
    connect(/** @type {any} */ to) { return to; }
  }
  class Context {
    constructor(/** @type {any} */ options) {
      if (refuse || (refuseRate && options)) throw new Error('NotSupportedError');
      this.options = options;
      this.state = grant ? 'running' : 'suspended';
      this.time = 0;
      this.runs = true;  // false: the clock is frozen
      /** @type {any[]} */
      this.played = [];
      this.resumed = 0;
      this.destination = {};
      this.outputLatency = 0.02;
      /** @type {null | (() => void)} */
      this.onstatechange = null;
      contexts.push(this);
    }
    get currentTime() { return this.time; }
    async resume() {
      this.resumed += 1;
      if (!grant) return;
      this.set('running');
    }
    async suspend() { this.set('suspended'); }
    async close() { this.state = 'closed'; }
    set(/** @type {string} */ state) {
      if (this.state === state) return;
      this.state = state;
      this.onstatechange?.();
    }
    createGain() { return new Gain(); }
    createBuffer(/** @type {number} */ channels, /** @type {number} */ length, /** @type {number} */ rate) {
      return { channels, length, rate, data: /** @type {any[]} */ ([]), copyToChannel(/** @type {Float32Array} */ from, /** @type {number} */ channel) { this.data[channel] = [...from]; } };
    }
    createBufferSource() {
      const source = { buffer: /** @type {any} */ (null), at: -1, offset: 0, stopped: -1, to: /** @type {any} */ (null), onended: () => {},
        connect: (/** @type {any} */ to) => { source.to = to; return to; },
        start: (/** @type {number} */ at = 0, /** @type {number} */ offset = 0) => { source.at = at; source.offset = offset; this.played.push(source); },
        stop: (/** @type {number} */ at) => { source.stopped = at; } };
      return source;
    }
  }
  const scope = {
    AudioContext: Context,
    navigator: { userActivation: { isActive: active } },
    performance: { now: () => now },
    IntersectionObserver: class {
      constructor(/** @type {any} */ see) { sight = see; }
      observe() {}
      disconnect() {}
    },
    document: { hidden: false, addEventListener: (/** @type {string} */ kind, /** @type {() => void} */ hear) => { (heard[kind] ??= []).push(hear); } },
    setTimeout: (/** @type {() => void} */ run, /** @type {number} */ ms) => { timers.set(++ids, { at: now + ms, every: 0, run }); return ids; },
    setInterval: (/** @type {() => void} */ run, /** @type {number} */ ms) => { timers.set(++ids, { at: now + ms, every: ms, run }); return ids; },
    clearTimeout: (/** @type {number} */ id) => timers.delete(id),
    clearInterval: (/** @type {number} */ id) => timers.delete(id),
  };
  /** @type {import('../../../web/host/audio.mjs').AudioNews[]} */
  const news = [];
  const link = new AudioLink(/** @type {any} */ (scope), /** @type {any} */ ({}), (told) => news.push(told));
  return {
    link, news, contexts, scope, timers,
    allow() { grant = true; },
    /** A second goes by on the sound's own clock. */
    grow() { contexts[contexts.length - 1].time += 1; },
    press() { for (const hear of heard.click ?? []) hear(); },
    hide() { scope.document.hidden = true; for (const hear of heard.visibilitychange) hear(); },
    scroll(/** @type {boolean} */ inView) { sight([{ isIntersecting: inView }]); },
    async pass(/** @type {number} */ ms) {
      for (let i = 0; i < ms; ++i) {
        now += 1;
        for (const context of contexts) if (context.runs && context.state === 'running') context.time += 0.001;
        for (const [id, timer] of [...timers]) {
          if (timer.at > now || !timers.has(id)) continue;
          if (timer.every) timer.at += timer.every;
          else timers.delete(id);
          timer.run();
        }
        if (i % 10 === 0) await null;
      }
      await null;
      await null;
    },
  };
}
export const samples = (/** @type {number} */ count, value = 0.5) => new Float32Array(count).fill(value);
export const last = (/** @type {{ news: any[] }} */ { news }) => news[news.length - 1].state;

/** A page that plays: its first block is on its way, `frames` long. @param {number} frames */
export async function playing(frames) {
  const page = stage();
  page.link.start();
  page.grow();
  page.link.block(0, samples(frames), samples(frames));
  await null;
  return page;
}
