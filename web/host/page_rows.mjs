// Rows of choices that are wider than a phone: the one that is chosen is pushed into view, once, when it becomes so.

const BESIDE_PX = 44;  // so much of its neighbour is seen, or nobody knows that there is one

/**
 * What scrolls sideways around an element, near it; null: nothing does.
 * @param {Element} element
 */
function rowOf(element) {
  let row = element.parentElement;
  for (let steps = 0; row && steps < 3; steps += 1, row = row.parentElement) {
    if (row.scrollWidth > row.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(row).overflowX)) return row;
  }
  return null;
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
    row.scrollLeft = pushed(row.scrollLeft, box.left - around.left, box.right - around.left, row.clientWidth);
  }
}
