#!/usr/bin/env node
// Serves dist/ and meanwhile makes what later explorers need, one after the other:
// node tools/run.mjs [--build-too] [ROOM…] -- FOLDER [--port N] [--host H]. With --build-too the programs of
// these rooms are not built yet; whoever makes the first of them builds all. The terminal and /coming.json, which the waiting
// pages read, say how far each is. An explorer that cannot be made is one sentence; the others go on.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readExplorers } from './explorers.mjs';
import { serveAsAsked } from './server.mjs';

/** About how long building the programs of all rooms but the first takes on two cores, in the background. */
const BUILDS_S = 900;

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * How far one explorer is. `step` is what the maker calls what it does: a sentence, or a step's name of the
 * set-up. `left_s` is of the whole, as far as it can be told.
 * @typedef {{ state: 'waits' | 'making' | 'ready' | 'failed', step: string, detail: string, share: number, left_s: number, sentence: string }} Progress
 * @typedef {{ usual_s: number, begun_ms: number, step_left_s: number, heard_ms: number }} Clock
 */

/** @returns {Progress} */
export const notBegun = () => ({ state: 'waits', step: '', detail: '', share: 0, left_s: 0, sentence: '' });

/**
 * What a line of the maker says: a step and how far it is, a step and nothing more, or its complaint.
 * @param {string} line @returns {{ step?: string, detail?: string, left_s?: number, complaint?: string }}
 */
export function heard(line) {
  const complaint = /^meander: (.+)$/.exec(line);
  if (complaint) return { complaint: complaint[1] };
  const far = /^ *(.+?): (\d+ %|[\d.]+ of [\d.]+ [^,]+)(?:, (\d+) s left)?$/.exec(line);
  if (far) return { step: far[1], detail: far[2], left_s: far[3] === undefined ? undefined : Number(far[3]) };
  const begun = /^([a-z][a-z0-9-]*) +…$/.exec(line);
  return begun ? { step: begun[1], detail: '' } : {};
}

/** What is left of the whole: never less than the step at hand says, never nothing. @param {number} usual_s @param {number} spent_s @param {number} [step_left_s] */
export const leftOfAll = (usual_s, spent_s, step_left_s = 0) => Math.max(usual_s - spent_s, step_left_s, 5);

/** Time passes while a maker says nothing. @param {Progress} progress @param {Clock} clock @param {number} now_ms */
export function tick(progress, clock, now_ms) {
  const spent_s = (now_ms - clock.begun_ms) / 1000;
  const left = leftOfAll(clock.usual_s, spent_s, clock.step_left_s - (now_ms - clock.heard_ms) / 1000);
  // What has been travelled does not shrink when more turns out to be left.
  Object.assign(progress, { left_s: Math.round(left), share: Math.max(progress.share, spent_s / (spent_s + left)) });
}

/**
 * Makes one explorer; `progress` is kept up to date.
 * @param {{ room: string, name: string, usual_s: number, command: string[], progress: Progress, say: (line: string) => void, running: (child: import('node:child_process').ChildProcess | null) => void }} given
 * @returns {Promise<boolean>}
 */
export async function makeRoom({ room, name, usual_s, command, progress, say, running }) {
  Object.assign(progress, { state: 'making', left_s: usual_s });
  const clock = { usual_s, begun_ms: Date.now(), step_left_s: 0, heard_ms: Date.now() };
  const ticking = setInterval(() => tick(progress, clock, Date.now()), 1000);
  const child = spawn(command[0], [...command.slice(1), room], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  running(child);
  let [told, complaint] = ['', ''];
  const lines = readline.createInterface({ input: /** @type {import('node:stream').Readable} */ (child.stderr) });
  lines.on('line', (line) => {
    const { step, detail = '', left_s, complaint: said } = heard(line);
    if (said) complaint = said;
    if (step === undefined) return;
    Object.assign(progress, { step, detail });
    Object.assign(clock, { step_left_s: left_s ?? 0, heard_ms: Date.now() });
    tick(progress, clock, clock.heard_ms);
    // Every tenth is enough for a terminal.
    const tenth = `${step} ${detail.endsWith('%') ? Math.floor(parseInt(detail, 10) / 10) : detail}`;
    if (tenth !== told) say(`  ${room}: ${step}${detail && `, ${detail}`}${left_s === undefined ? '' : `, ${left_s} s left`}`);
    told = tenth;
  });
  /** @type {number | null} */
  const status = await new Promise((done) => {
    child.on('error', () => done(null));
    child.on('close', done);
  });
  running(null);
  clearInterval(ticking);
  if (status === 0) {
    Object.assign(progress, { state: 'ready', step: '', detail: '', left_s: 0, share: 1 });
    return true;
  }
  complaint ||= `the step that makes it ended with ${status === null ? 'no answer' : `exit code ${status}`}.`;
  Object.assign(progress, { state: 'failed', sentence: complaint[0].toUpperCase() + complaint.slice(1) });
  say(`${name} could not be made: ${complaint} Everything else works; ./meander, started again, goes on where this stopped.`);
  return false;
}

/** @param {string[]} words */
async function main(words) {
  const end = words.indexOf('--');
  let builds = words[0] === '--build-too';
  const rooms = words.slice(builds ? 1 : 0, end);
  const explorers = readExplorers(project);
  const named = JSON.parse(fs.readFileSync(path.join(project, 'web/words.json'), 'utf8'));
  /** @type {Record<string, Progress>} */
  const coming = Object.fromEntries(rooms.map((room) => [room, notBegun()]));
  const address = await serveAsAsked(words.slice(end + 1), { '/coming.json': () => ({ rooms: coming }) });
  /** @type {import('node:child_process').ChildProcess | null} */
  let at_work = null;
  const stop = (/** @type {number} */ code) => {
    if (at_work?.pid !== undefined) {
      try {
        process.kill(-at_work.pid, 'SIGTERM');
      } catch {
        // It is gone already.
      }
      console.error('\nStopped; what was finished is kept, and the next ./meander goes on from there.');
    }
    process.exit(code);
  };
  process.on('SIGINT', () => stop(130));
  process.on('SIGTERM', () => stop(143));
  process.on('SIGHUP', () => stop(129));
  for (const room of rooms) {
    const name = named[`shell.${room}`] ?? room;
    const usual_s = (explorers.find((explorer) => explorer.room === room)?.usual_s ?? 300) + (builds ? BUILDS_S : 0);
    console.error(`${name} is made now, in the background (${usual_s > 60 ? `about ${Math.ceil(usual_s / 60)} minutes` : 'about a minute'} on two cores); its page says how far it is and opens by itself.`);
    const made = await makeRoom({ room, name, usual_s, progress: coming[room], command: ['nice', '-n', '10', 'bash', path.join(project, 'tools/later.sh')],
      say: (line) => console.error(line), running: (child) => { at_work = child; } });
    builds &&= !made;
    if (made) console.error(`${name} is there: ${address}${room}.html`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) await main(process.argv.slice(2));
