// What a reader does in the page, told to the room as (action, argument): listened for once at the root,
// so that elements come and go without listeners of their own.
import { keepOne } from './kept_files.mjs';

/** @param {unknown} element @returns {element is HTMLInputElement | HTMLTextAreaElement} */
const isField = (element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** What a list of lines is walked with. */
const KEYS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', '/'];

/** What lies in a row of class `sideways`, like tabs, is walked with. */
const SIDEWAYS = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** What lies in rows of a group of class `both-ways`, like steps of a beat, is walked with, Shift said with it. */
const BOTH_WAYS = ['ArrowUp', 'ArrowDown', ...SIDEWAYS];

/** Texts told at once, of those that were chosen together. */
const MOST_TEXTS = 4;
/** Bytes of a file that are read where its button says nothing else: what a reader brings is small. */
const LARGEST_FILE = 1 << 20;

/**
 * The text of a file, as UTF-8 or, where it is none, as Latin-1. One that is far too large is told by its
 * beginning as well. @param {File} file @param {number} most bytes
 */
async function textOfFile(file, most) {
  const bytes = await file.slice(0, most).arrayBuffer().catch(() => new ArrayBuffer(0));
  try {
    // A character cut off at the end is no fault of the text's.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: file.size > most });
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

/** @param {import('./page_renderer.mjs').PageRenderer} renderer */
export function listenToPage(renderer) {
  const { root } = renderer;
  /** @param {Event} event @param {string} name @returns {HTMLElement | null} */
  const near = (event, name) => {
    const target = event.target instanceof Element ? event.target.closest(`[${name}]`) : null;
    return target instanceof HTMLElement && root.contains(target) ? target : null;
  };
  /** @param {HTMLElement} element @param {'press' | 'point' | 'input' | 'submit' | 'escape' | 'keyPress' | 'rows'} what @param {string} [argument] */
  const tell = (element, what, argument) =>
    renderer.act(element.dataset[what] ?? '', argument ?? element.dataset.argument ?? '');
  root.addEventListener('click', (event) => {
    const within = near(event, 'href')?.getAttribute('href') ?? '';
    if (/^#./.test(within)) {
      // A way within the page: the address belongs to the journey and stays as it is.
      event.preventDefault();
      const name = CSS.escape(within.slice(1));
      const target = root.querySelector(`[data-key="${name}"], #${name}`) ?? root.querySelector('main');
      if (target instanceof HTMLElement) {
        target.tabIndex = -1;
        target.focus();
      }
      return;
    }
    const pressed = near(event, 'data-press');
    if (!pressed) return;
    if (pressed.getAttribute('role') === 'dialog') {
      if (event.target === pressed) tell(pressed, 'press');  // beside the dialog's own content
      return;
    }
    if (pressed instanceof HTMLAnchorElement && pressed.getAttribute('href') !== '#') return;
    event.preventDefault();
    tell(pressed, 'press');
  });
  root.addEventListener('input', (event) => {
    const field = near(event, 'data-input');
    if (isField(field)) tell(field, 'input', field.value);
  });
  root.addEventListener('change', async (event) => {
    const button = near(event, 'data-input');
    const input = event.target;
    if (!(button instanceof HTMLLabelElement) || !(input instanceof HTMLInputElement) || input.type !== 'file') return;
    const files = [...input.files ?? []];
    input.value = '';  // the same file may be chosen again
    await tellFiles(button, files, MOST_TEXTS);
  });
  /** A button is told a file's text, or where its bytes can be had. @param {HTMLElement} button @param {File[]} files @param {number} most of texts */
  const tellFiles = async (button, files, most) => {
    const kinds = (button.querySelector('input')?.accept ?? '').replace('*', '');
    if (button.dataset.bytes) keepOne(files, (file) => file.type.startsWith(kinds), (action, argument) => renderer.act(action, argument));
    else for (const file of files.slice(0, most)) tell(button, 'input', await textOfFile(file, mostOf(button)));
  };
  /** @param {HTMLElement} button */
  const mostOf = (button) => (Number(button.dataset.most) || 0) * 1e6 || LARGEST_FILE;
  // A text dropped anywhere goes to the button that takes such things.
  const taker = () => /** @type {HTMLElement | null} */ (root.querySelector('label.drop[data-input]'));
  root.addEventListener('dragover', (event) => {
    if (taker() && event.dataTransfer && [...event.dataTransfer.types].some((type) => type === 'Files' || type === 'text/plain')) event.preventDefault();
  });
  root.addEventListener('drop', async (event) => {
    const button = taker();
    const data = event.dataTransfer;
    if (!button || !data || isField(event.target)) return;
    event.preventDefault();
    if (data.files.length > 0) await tellFiles(button, [...data.files], 1);
    else tell(button, 'input', data.getData('text/plain'));
  });
  // What is there to be copied is selected as soon as it is entered.
  root.addEventListener('focusin', (event) => {
    if (event.target instanceof HTMLTextAreaElement && event.target.classList.contains('paste')) event.target.select();
  });
  root.addEventListener('keydown', (event) => {
    const listens = near(event, 'data-key-press');
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    // In a field the keys are the caret's, but a single line leaves two of them free.
    const isBoth = listens?.classList.contains('both-ways');
    const along = isBoth ? BOTH_WAYS : listens?.classList.contains('sideways') ? SIDEWAYS : KEYS;
    const keys = isField(event.target) ? ['ArrowUp', 'ArrowDown'] : along;
    if (listens && isPlain && !(event.target instanceof HTMLTextAreaElement) && keys.includes(event.key)) {
      event.preventDefault();
      tell(listens, 'keyPress', isBoth && event.shiftKey ? `Shift+${event.key}` : event.key);
    }
    const field = near(event, 'data-submit');
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && isField(field)) {
      event.preventDefault();
      tell(field, 'submit', field.value);
    }
    if (event.key !== 'Escape' || event.isComposing) return;
    const open = root.querySelector('[role="dialog"]');
    const left = near(event, 'data-escape');
    if (open instanceof HTMLElement) tell(open, 'press');
    else if (left) tell(left, 'escape');
  });
  root.addEventListener('focusout', (event) => {
    const field = near(event, 'data-submit');
    if (isField(field) && field instanceof HTMLInputElement && field.hasAttribute('data-input')) renderer.leave(field);
  });
  // A long table is told which row is the first in view; its rows are all equally high.
  root.addEventListener('scroll', (event) => {
    const scroller = event.target instanceof HTMLElement ? event.target : null;
    const table = scroller?.querySelector(':scope > table[data-rows]');
    const row = table?.querySelector(':scope > tr[aria-rowindex] ~ tr[aria-rowindex]');
    if (!scroller || !(table instanceof HTMLElement) || !(row instanceof HTMLElement)) return;
    tell(table, 'rows', String(Math.max(0, Math.floor(scroller.scrollTop / row.offsetHeight))));
  }, { capture: true, passive: true });
  root.addEventListener('compositionstart', () => { renderer.isComposing = true; });
  root.addEventListener('compositionend', () => { renderer.isComposing = false; });
  /** Between the parts of one thing nothing is entered or left. @param {Event} event @param {HTMLElement} thing */
  const isWithin = (event, thing) => (event instanceof PointerEvent || event instanceof FocusEvent) &&
    event.relatedTarget instanceof Node && thing.contains(event.relatedTarget);
  for (const [enter, leave] of [['pointerover', 'pointerout'], ['focusin', 'focusout']]) {
    root.addEventListener(enter, (event) => {
      const pointed = near(event, 'data-point');
      const isFinger = event instanceof PointerEvent && event.pointerType === 'touch';
      if (pointed && !isFinger && !isWithin(event, pointed)) tell(pointed, 'point');
    });
    root.addEventListener(leave, (event) => {
      const pointed = near(event, 'data-point');
      if (pointed && !isWithin(event, pointed)) tell(pointed, 'point', '');
    });
  }
}
