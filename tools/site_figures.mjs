// ./meander site --url BASE --figures FILE: a page for each figure that is named there, with cards for whoever its
// address is sent to, and all that its author takes away. What stands after # never reaches a server, so a card
// needs an address of its own.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** What may be said of a figure, and how the command line calls it. */
const OPTIONS = ['title', 'alt', 'theme', 'start', 'shape', 'accent'];
const MOST = 500;
const LONGEST = 2000;  // characters of a title or another text
const LONGEST_LINK = 20_000;  // as src/cli/state_link.cpp has it

/**
 * @typedef {{ name: string, link: string, arguments: string[] }} Asked
 * @param {string} text of the file @param {string} file its name, for sentences
 * @returns {Asked[]}
 */
export function readFigures(text, file) {
  let list;
  try {
    list = JSON.parse(text);
  } catch {
    throw new Error(`${file} is no JSON`);
  }
  if (!Array.isArray(list)) throw new Error(`${file} holds no list of figures`);
  if (list.length > MOST) throw new Error(`${file} has more than ${MOST} figures`);
  const names = new Set();
  return list.map((figure, place) => {
    const which = `figure ${place + 1} of ${file}`;
    if (typeof figure !== 'object' || figure === null || Array.isArray(figure)) throw new Error(`${which} is no object`);
    const { name, link, lock } = figure;
    if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9-]{0,59}$/.test(name)) throw new Error(`${which} needs a "name" of small letters, digits and -`);
    if (names.has(name)) throw new Error(`${which} is the second that is called ${name}`);
    names.add(name);
    if (typeof link !== 'string' || link === '' || link.startsWith('-')) throw new Error(`${which} needs a "link"`);
    if (link.length > LONGEST_LINK || link.includes('\0')) throw new Error(`${which} has a "link" that is none`);
    for (const key of Object.keys(figure)) {
      if (!['name', 'link', 'lock', ...OPTIONS].includes(key)) throw new Error(`${which}: "${key}" is not understood`);
    }
    if (lock !== undefined && typeof lock !== 'boolean') throw new Error(`${which}: "lock" is true or false`);
    const said = OPTIONS.flatMap((option) => {
      if (figure[option] === undefined) return [];
      if (typeof figure[option] !== 'string') throw new Error(`${which}: "${option}" is a text`);
      if (figure[option].length > LONGEST || figure[option].includes('\0')) throw new Error(`${which}: "${option}" is longer than ${LONGEST} characters, or no text`);
      return [`--${option}`, figure[option]];
    });
    return { name, link, arguments: [...said, ...(lock ? ['--lock'] : [])] };
  });
}

/**
 * Writes figures/NAME/ for each into `folder`.
 * @param {{ figures: Asked[], url: string, tool: string, folder: string }} given
 */
export function placeFigures({ figures, url, tool, folder }) {
  for (const figure of figures) {
    const out = path.join(folder, 'figures', figure.name);
    fs.mkdirSync(out, { recursive: true });
    const { status, stderr } = spawnSync(tool, ['figure', figure.link, '--out', out, '--url', url, ...figure.arguments], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${figure.name}: ${stderr.trim().split('\n').pop() || 'the tool did not finish'}`);
  }
}
