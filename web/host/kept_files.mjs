// Files a reader has chosen or dropped, kept until the program asks for their bytes: it hears how large one is first.

/** @type {Map<string, File>} */
const files = new Map();
const MOST_KEPT = 8;
let count = 0;

/** @param {File} file @returns {string} "brought:3 1234 rain.wav": where its bytes can be had, how many, and its name */
export function keepFile(file) {
  count += 1;
  const address = `brought:${count}`;
  files.set(address, file);
  for (const old of files.keys()) if (files.size > MOST_KEPT) files.delete(old);
  return `${address} ${file.size} ${file.name}`;
}

/** @param {string} address @returns {File | undefined} */
export const keptFile = (address) => files.get(address);
