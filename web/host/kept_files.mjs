// Files a reader has chosen or dropped, kept until the program asks for their bytes: it hears how large one is first.

/** @type {Map<string, File>} */
const files = new Map();
const MOST_KEPT = 8;
let count = 0;

/** @param {File} file @returns {string} "brought:3 1234 rain.wav": where its bytes can be had, how many, and its name (src/canvas/brought_file.h) */
export function keepFile(file) {
  count += 1;
  const address = `brought:${count}`;
  files.set(address, file);
  for (const old of files.keys()) if (files.size > MOST_KEPT) files.delete(old);
  return `${address} ${file.size} ${file.name}`;
}

/** @param {string} address @returns {File | undefined} */
export const keptFile = (address) => files.get(address);

/**
 * Of files given at once a room is told one, the first of those it wants, and how many were left out. Only the two of a
 * network belong together.
 * @param {File[]} given @param {(file: File) => boolean} isWanted
 * @param {(action: 'own-file' | 'own-left-out', argument: string) => void} tell
 */
export function keepOne(given, isWanted, tell) {
  const [model, card] = [/\.onnx$/i, /\.json$/i].map((ending) => given.find((file) => ending.test(file.name)));
  const taken = model && card ? [model, card] : [];
  const one = given.find(isWanted) ?? (taken.length === 0 ? given[0] : undefined);
  if (one && !taken.includes(one)) taken.push(one);
  for (const file of taken) tell('own-file', keepFile(file));
  const left = given.length - taken.length;
  if (left > 0) tell('own-left-out', `${left} ${(one ?? taken[0]).name}`);
}
