// Words of lines that belong together, tied by arcs from the one to the other: the argument of a group of class "ties",
// "1 4 2 0;…", means the fifth word of line 1 and the first of line 2. Measured once all lines stand, and again when
// they stand elsewhere.
import { element } from './page_signs.mjs';

/** @param {HTMLElement} overlay @param {Element} root */
export function ties(overlay, root) {
  const origin = overlay.parentElement?.getBoundingClientRect();
  if (!origin) return;
  /** @param {string} line @param {string} word */
  const boxOf = (line, word) => {
    const box = root.querySelector(`[data-key="line-${CSS.escape(line)}"]`)?.querySelectorAll('.word')[Number(word)]?.getBoundingClientRect();
    return box && box.height > 0 ? box : null;
  };
  const arcs = (overlay.dataset.argument ?? '').split(';').filter(Boolean).flatMap((tie) => {
    const [fromLine, fromWord, toLine, toWord] = tie.split(' ');
    const from = boxOf(fromLine, fromWord), to = boxOf(toLine, toWord);
    if (!from || !to) return [];
    const x = from.left + from.width * 0.45 - origin.left, y = from.bottom - origin.top - 1;
    const toX = to.left + to.width * 0.45 - origin.left, toY = to.top - origin.top - 4;
    const reach = Math.max(toY - y, 8) * 0.55;
    return [element('path', { class: 'tie', d: `M${x.toFixed(1)} ${y.toFixed(1)}C${x.toFixed(1)} ${(y + reach).toFixed(1)} ${toX.toFixed(1)} ${(toY - reach).toFixed(1)} ${toX.toFixed(1)} ${toY.toFixed(1)}` })];
  });
  const svg = element('svg', { width: origin.width, height: origin.height });
  svg.append(...arcs);
  overlay.replaceChildren(svg);
}
