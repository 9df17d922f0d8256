// Puts a site that was laid out beside in the place of the old one, while it may be served: file by file, each by
// one rename, pages after everything they name, what nobody names any more last. Killed in the middle, whatever page
// is there still finds its files.
import fs from 'node:fs';
import path from 'node:path';

/** @param {string} folder @returns {string[]} paths from it, of all files below */
export const filesBelow = (folder) => fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));

/** @param {string} partial @param {string} out */
export function settle(partial, out) {
  if (!fs.existsSync(out)) {
    fs.renameSync(partial, out);
    return;
  }
  const fresh = filesBelow(partial);
  const isPage = (/** @type {string} */ name) => /\.html(\.br)?$/.test(name);
  const made = new Set(fresh);
  for (const name of [...fresh.filter((file) => !isPage(file)), ...fresh.filter(isPage)]) {
    const target = path.join(out, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    // A packed copy of what was there before would be given instead of this.
    if (!made.has(`${name}.br`)) fs.rmSync(`${target}.br`, { force: true });
    fs.renameSync(path.join(partial, name), target);
  }
  for (const name of filesBelow(out)) if (!made.has(name)) fs.rmSync(path.join(out, name));
  fs.rmSync(partial, { recursive: true, force: true });
  removeEmpty(out);
}

/** @param {string} folder */
function removeEmpty(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const inside = path.join(folder, entry.name);
    removeEmpty(inside);
    if (fs.readdirSync(inside).length === 0) fs.rmdirSync(inside);
  }
}
