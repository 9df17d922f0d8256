// What a reader drops on the page or pastes where no field is: told to the room as one text, whatever it is; the room
// says in a sentence what it cannot use. Nothing is read that was not dropped or pasted here.
import { keepOne } from './kept_files.mjs';

/** Bytes of it that are read: what a reader brings is small. */
const LARGEST = 1 << 20;

/** @param {EventTarget | null} target */
const isField = (target) => target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;

/** A link into this program, or a file's own text; anything else that is pasted is none of our business. @param {string} text */
const looksOurs = (text) => /#[a-z]{1,24}\.[\w-]+\s*$/.test(text) || /^\s*\{[^]*"meander"/.test(text);

/** Cameras' own files have no type that browsers know. @param {File} file */
const isPicture = (file) => file.type.startsWith('image/') || /\.(heic|heif|avif|dng|cr[23]|nef|arw|raf|orf|rw2)$/i.test(file.name);

/**
 * @param {Document} document
 * @param {(text: string) => void} bring
 * @param {(action: string, kept: string) => void} [bringPicture] where a room takes pictures: as of a file that was chosen
 */
export function listenForBrought(document, bring, bringPicture) {
  document.addEventListener('dragover', (event) => {
    const kinds = event.dataTransfer?.types ?? [];
    if (!isField(event.target) && ['Files', 'text/uri-list', 'text/plain'].some((kind) => kinds.includes(kind))) event.preventDefault();
  });
  document.addEventListener('drop', async (event) => {
    const { dataTransfer } = event;
    if (!dataTransfer || isField(event.target)) return;
    const isTaken = event.defaultPrevented;
    event.preventDefault();  // or the browser would leave the page for the file
    const file = dataTransfer.files[0];
    if (file && bringPicture) {
      // Whatever it is: the room says in a sentence what it cannot use.
      if (!isTaken) keepOne([...dataTransfer.files], isPicture, bringPicture);
      return;
    }
    const text = file ? await file.slice(0, LARGEST).text().catch(() => '')
      : dataTransfer.getData('text/uri-list') || dataTransfer.getData('text/plain');
    if (text) bring(text.slice(0, LARGEST));
  });
  document.addEventListener('paste', (event) => {
    const pictures = [...event.clipboardData?.files ?? []].filter(isPicture);
    if (pictures.length > 0 && bringPicture && !isField(event.target)) {
      event.preventDefault();
      keepOne(pictures, isPicture, bringPicture);
      return;
    }
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (isField(event.target) || text.length > LARGEST || !looksOurs(text)) return;
    event.preventDefault();
    bring(text);
  });
}
