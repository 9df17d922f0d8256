// Where new windows are refused: the address itself, to be copied. Only a press of the reader's leads here: it takes
// the focus.
import { make } from './poster.mjs';

/** @param {Document} document @param {Record<string, string>} words @param {string} address */
export function showAddress(document, words, address) {
  document.querySelector('.figure-address')?.remove();
  const box = make(document, 'div', 'figure-address');
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', words.address);
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = address;
  field.setAttribute('aria-label', words.address);
  const copy = make(document, 'button', 'button primary', words.copy);
  const close = make(document, 'button', 'button plain', words.close);
  const says = make(document, 'p', '', words.address);
  copy.addEventListener('click', async () => {
    field.select();
    const copied = await document.defaultView?.navigator.clipboard?.writeText(address).then(() => true, () => false);
    says.textContent = copied ? words.copied : words.copyRefused;
  });
  const before = document.activeElement;
  const leave = () => {
    box.remove();
    if (before instanceof HTMLElement) before.focus();
  };
  close.addEventListener('click', leave);
  box.addEventListener('keydown', (event) => { if (event.key === 'Escape') leave(); });
  box.append(says, field, copy, close);
  document.body.append(box);
  field.focus();
  field.select();
}
