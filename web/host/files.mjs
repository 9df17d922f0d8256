// Saving a file the program made, through a link with a download name.

/**
 * @param {string} name @param {string} mime @param {Uint8Array} bytes
 * @param {{ document: Document, URL: typeof URL }} scope
 */
export function saveFile(name, mime, bytes, scope) {
  const blob = new Blob([/** @type {BlobPart} */ (bytes.slice())], { type: mime });
  const address = scope.URL.createObjectURL(blob);
  const link = scope.document.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  scope.document.body.append(link);
  link.click();
  link.remove();
  // The click only starts the download; the bytes must outlive it.
  setTimeout(() => scope.URL.revokeObjectURL(address), 60_000);
}
