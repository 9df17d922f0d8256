// Copying text. Where the browser refuses (frames without permission, old engines) the caller is
// told, and the page shows a selected field with "Press Ctrl + C to copy." instead.

/**
 * @param {string} text
 * @param {{ navigator: { clipboard?: { writeText(text: string): Promise<void> } } }} scope
 * @returns {Promise<boolean>} whether it is on the clipboard now
 */
export async function copyText(text, scope) {
  try {
    if (!scope.navigator.clipboard) return false;
    await scope.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
