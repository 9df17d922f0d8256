// Three ways to play the same beat at once, each on an AudioContext of its own, on a page whose frames
// take 11 ms and now and then 120. A worklet beside each hears at which sample every hit begins.
// @ts-ignore served beside this file
import { AudioLink, SAMPLE_RATE } from '/audio.mjs';

const TEMPO = 100;
export const STEP = (15 * SAMPLE_RATE) / TEMPO;  // 6,615 samples
const AHEAD_MS = 250, BLOCK = 1024, CLICK = 200;

const HEAR = `registerProcessor('hear', class extends AudioWorkletProcessor {
  constructor() { super(); this.quiet = 1e9; }
  process([input]) {
    const samples = input[0];
    for (let i = 0; i < 128; ++i) {
      if (samples && Math.abs(samples[i]) > 1e-4) {
        if (this.quiet > 300) this.port.postMessage(currentFrame + i);
        this.quiet = 0;
      } else this.quiet += 1;
    }
    return true;
  }
});`;

/** @param {AudioContext} context @returns {Promise<{ node: AudioWorkletNode, onsets: number[] }>} */
async function hear(context) {
  const address = URL.createObjectURL(new Blob([HEAR], { type: 'text/javascript' }));
  await context.audioWorklet.addModule(address);
  const node = new AudioWorkletNode(context, 'hear');
  node.connect(context.destination);
  /** @type {number[]} */
  const onsets = [];
  node.port.onmessage = ({ data }) => onsets.push(data);
  return { node, onsets };
}

/** @param {AudioContext} context */
function click(context) {
  const buffer = context.createBuffer(1, CLICK, SAMPLE_RATE);
  buffer.getChannelData(0).fill(0.25);
  return buffer;
}

/** Chance that is the same in every run. @param {number} seed */
function dice(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Frames that are busy: 11 ms each, every fiftieth 120. @param {boolean} isLoaded */
function keepBusy(isLoaded) {
  const throwDice = dice(7);
  let isOn = true;
  const frame = () => {
    if (!isOn) return;
    if (isLoaded) {
      const until = performance.now() + (throwDice() < 0.02 ? 120 : 11);
      while (performance.now() < until);
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return () => { isOn = false; };
}

/** As the page does it: blocks mixed on the clock's own tick, 250 ms ahead. @param {any} mixer @param {number} count */
async function ours(mixer, count) {
  let done = 0;
  /** @type {(clockFrame: number) => void} */
  let mix = () => {};
  const link = new AudioLink(/** @type {any} */ (window), document.body, (/** @type {{ clockFrame: number }} */ news) => {
    mix(news.clockFrame);
  });
  link.open();
  const context = /** @type {AudioContext} */ (link.context);
  const { node, onsets } = await hear(context);
  mixer._bench_start(TEMPO);
  const end = count * STEP;
  mix = (clock) => {
    while (done < Math.min(end, Math.max(clock, 0) + (AHEAD_MS / 1000) * SAMPLE_RATE)) {
      const frames = Math.min(BLOCK, end - done);
      const at = mixer._bench_render(frames) / 4;
      const block = new Float32Array(mixer.HEAPU8.buffer).slice(at, at + 2 * frames);
      link.block(done, block.subarray(0, frames), block.subarray(frames));
      done += frames;
    }
  };
  return {
    onsets,
    late: () => link.late,
    planned: () => /** @type {number} */ (link.origin),
    start: () => {
      link.start();
      link.out.connect(node);
    },
    stop: () => link.stop(),
  };
}

/** Two clocks, 100 ms ahead. @param {number} count */
async function ahead(count) {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE });
  const { node, onsets } = await hear(context);
  const buffer = click(context);
  let next = 0, late = 0, origin = 0, timer = 0;
  return {
    onsets,
    late: () => late,
    planned: () => origin,
    start: () => {
      origin = Math.ceil((context.currentTime + 0.2) * SAMPLE_RATE);
      timer = window.setInterval(() => {
        for (; next < count && (origin + next * STEP) / SAMPLE_RATE < context.currentTime + 0.1; ++next) {
          const when = (origin + next * STEP) / SAMPLE_RATE;
          if (when < context.currentTime) late += 1;
          const source = context.createBufferSource();
          source.buffer = buffer;
          source.connect(node);
          source.start(when);
        }
      }, 25);
    },
    stop: () => clearInterval(timer),
  };
}

/** A timer for every hit, played when it rings. @param {number} count */
async function timeout(count) {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE });
  const { node, onsets } = await hear(context);
  const buffer = click(context);
  return {
    onsets,
    late: () => 0,
    planned: () => null,
    start: () => {
      const begun = performance.now() + 200;
      /** @param {number} step */
      const plan = (step) => setTimeout(() => {
        const source = context.createBufferSource();
        source.buffer = buffer;
        source.connect(node);
        source.start();
        if (step + 1 < count) plan(step + 1);
      }, begun + (step * STEP * 1000) / SAMPLE_RATE - performance.now());
      plan(0);
    },
    stop: () => {},
  };
}

/** @param {number} count hits @param {boolean} isLoaded */
async function run(count, isLoaded) {
  const { default: load } = await import(String(new URL('/bench_onsets.mjs', location.href)));
  const ways = { ours: await ours(await load(), count), ahead: await ahead(count), timeout: await timeout(count) };
  const stop = keepBusy(isLoaded);
  for (const way of Object.values(ways)) way.start();
  await new Promise((resolve) => setTimeout(resolve, (count * STEP * 1000) / SAMPLE_RATE + 2000));
  stop();
  const told = Object.fromEntries(Object.entries(ways).map(([name, way]) =>
    [name, { onsets: way.onsets, planned: way.planned(), late: way.late() }]));
  for (const way of Object.values(ways)) way.stop();
  return told;
}

Object.assign(window, { run });
