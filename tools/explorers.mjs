// tools/explorers.txt, read: which explorers there are and what each needs.
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ room: string, pack: string, first: string[], usual_s: number, styles: string[] }} Explorer first: sections of the first picture */

/** @param {string} project @returns {Explorer[]} */
export function readExplorers(project) {
  return fs.readFileSync(path.join(project, 'tools/explorers.txt'), 'utf8').split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [room, pack, first, , usual_s, styles = '-'] = line.trim().split(/\s+/);
      return { room, pack, first: first.split(','), usual_s: Number(usual_s), styles: styles === '-' ? [] : styles.split(',') };
    });
}
