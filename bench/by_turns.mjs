// Work measured by turns, so that what the machine does besides falls on all of it alike, and told as ratios.
import { median } from './common.mjs';

/**
 * How long each took, round by round, in milliseconds; the first rounds, in which code is compiled, are not told.
 * @param {Record<string, () => unknown>} work @param {number} rounds @param {number} warmUp
 */
export async function byTurns(work, rounds, warmUp) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(work).map((name) => [name, []]));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const [name, run] of Object.entries(work)) {
      const begun = performance.now();
      await run();
      if (round >= warmUp) times[name].push(performance.now() - begun);
    }
  }
  return times;
}

/**
 * A line each, beside the peer and beside our own forward; gives how many times as long one takes as another.
 * @param {Record<string, number[]>} times @param {{ peer: string, forward: string, rounds: number }} beside
 */
export function tellBeside(times, { peer, forward, rounds }) {
  /** @param {string} name @param {string} other */
  const ratio = (name, other) => median(times[name].map((time, i) => time / times[other][i]));
  const width = Math.max(...Object.keys(times).map((name) => name.length));
  console.log(`medians of ${rounds} rounds by turns; × is the median of the rounds' ratios`);
  console.log(`${''.padEnd(width)} ${'ms'.padStart(7)} ${'least'.padStart(8)}   × onnxruntime-web   × our forward`);
  for (const [name, list] of Object.entries(times)) {
    console.log(`${name.padEnd(width)} ${median(list).toFixed(1).padStart(7)} ${Math.min(...list).toFixed(1).padStart(8)} ` +
      `${ratio(name, peer).toFixed(2).padStart(19)} ${ratio(name, forward).toFixed(2).padStart(15)}`);
  }
  return ratio;
}
