// Rows of choices that are wider than a phone: the one that is chosen is pushed into view, once, when it becomes so; and
// where more of the row is, it says (`data-more`), so that its sheet can let it fade there.

const BESIDE_PX = 44;  // so much of its neighbour is seen, or nobody knows that there is one

/** What scrolls sideways around an element, near it; null: nothing does. @param {Element} element */
function rowOf(element) {
  let row = element.parentElement;
  for (let steps = 0; row && steps < 3; steps += 1, row = row.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(row).overflowX)) return row;
  }
  return null;
}

/** On which sides of what is seen there is more. @param {number} at @param {number} whole @param {number} width */
export const moreOf = (at, whole, width) => [at > 1 ? 'before' : '', at + width < whole - 1 ? 'after' : ''].filter(Boolean).join(' ');

/** Those that tell already. @type {WeakSet<Element>} */
const telling = new WeakSet();
/** @param {HTMLElement} row */
function tellMore(row) {
  const tell = () => { row.dataset.more = moreOf(row.scrollLeft, row.scrollWidth, row.clientWidth); };
  tell();
  if (telling.has(row)) return;
  telling.add(row);
  row.addEventListener('scroll', tell, { passive: true });
  new ResizeObserver(tell).observe(row);
}

/**
 * How far a row is to be pushed so that a box in it is seen; all from the row's left edge, in pixels.
 * @param {number} at where it stands now @param {number} left of the box @param {number} right @param {number} width of the row
 */
export function pushed(at, left, right, width) {
  if (left - BESIDE_PX < 0) return Math.max(0, at + left - BESIDE_PX);
  if (right + BESIDE_PX > width) return at + Math.min(left - BESIDE_PX, right + BESIDE_PX - width);
  return at;
}

/** @param {Iterable<Element>} chosen */
export function showChosen(chosen) {
  for (const element of chosen) {
    const row = element.isConnected ? rowOf(element) : null;
    if (!row) continue;
    const box = element.getBoundingClientRect(), around = row.getBoundingClientRect();
    if (row.scrollWidth > row.clientWidth + 1) row.scrollLeft = pushed(row.scrollLeft, box.left - around.left, box.right - around.left, row.clientWidth);
    tellMore(row);
  }
}
