// Two journeys, drawn: the ladder between their two lists and the two tracks of their replay. What is drawn comes
// as one text, "1,2,~,5*|1,2,3|0-1 3-0|own": a sign a row (~ = folded, * = current), the rows that are tied, which
// of the two is walked. SVG elements, so that a page without inline styles can show them.
import { element, picture } from './page_signs.mjs';

/** @typedef {{ signs: string[], current: number }} Column */

/** @param {string} detail */
function parse(detail) {
  const [own, other, ties, walked] = detail.split('|');
  /** @param {string} text @returns {Column} */
  const column = (text) => {
    const signs = (text ?? '').split(',');
    return { signs: signs.map((sign) => sign.replace('*', '')), current: signs.findIndex((sign) => sign.endsWith('*')) };
  };
  const pairs = (ties ?? '').split(' ').filter(Boolean).map((tie) => tie.split('-').map(Number));
  return { own: column(own), other: column(other), pairs, walksOwn: walked !== 'theirs' };
}

/** @param {number} x @param {number} y @param {string} sign @param {boolean} isCurrent @param {boolean} isWalked */
function stop(x, y, sign, isCurrent, isWalked) {
  if (sign === '~') return [element('circle', { class: 'fold', cx: x, cy: y, r: 2.2 })];
  const whose = isWalked ? 'walked' : 'beside';
  const radius = isWalked ? 9 : 5.5;
  const disc = element('circle', { class: isCurrent ? `${whose} here` : whose, cx: x, cy: y, r: radius });
  if (!isWalked) return [disc];
  const numeral = element('text', { class: isCurrent ? 'here' : '', x, y: y + 3.8 });
  numeral.textContent = sign;
  return [disc, numeral];
}

/** @param {string} detail @param {number} pitch pixels from row to row */
export function ladder(detail, pitch) {
  const { own, other, pairs, walksOwn } = parse(detail);
  const [left, right, width] = [11, 75, 86];
  const height = pitch * Math.max(own.signs.length, other.signs.length);
  /** @param {number} row */
  const y = (row) => pitch * (row + 0.5);
  const parts = [];
  for (const [a, b] of pairs) {
    const bend = a === b ? 0 : 22;
    parts.push(element('path', { class: 'tie', d: `M${left + 10} ${y(a)}C${left + 10 + bend} ${y(a)} ${right - 7 - bend} ${y(b)} ${right - 7} ${y(b)}` }));
  }
  for (const [x, { signs, current }, isWalked] of /** @type {[number, Column, boolean][]} */ ([[left, own, walksOwn], [right, other, !walksOwn]])) {
    const end = y(signs.length - 1);
    if (signs.length > 1) parts.push(element('path', { class: isWalked ? 'line walked' : 'line beside', d: `M${x} ${y(0)}V${end}` }));
    signs.forEach((sign, row) => parts.push(...stop(x, y(row), sign, row === current, isWalked)));
  }
  return picture(`0 0 ${width} ${height}`, parts, { width, height });
}

/**
 * The two lines lying down, each as wide as the other; `share` is where the playhead stands. What has been walked
 * comes as two more parts: "…|0.5|0.25".
 * @param {string} detail @param {number} share 0…1
 */
export function tracks(detail, share) {
  const { own, other, pairs, walksOwn } = parse(detail);
  const done = detail.split('|').slice(4).map(Number);
  /** @param {number} place @param {number} count */
  const x = (place, count) => `${(100 * place / Math.max(count - 1, 1)).toFixed(2)}%`;
  const columns = [own, other].filter((column) => column.signs[0] !== '');
  /** @param {number} row */
  const y = (row) => (columns.length === 1 ? 22 : 10 + 24 * row);
  const parts = [];
  if (columns.length === 2) {
    for (const [a, b] of pairs) {
      parts.push(element('line', { class: 'tie', x1: x(a, own.signs.length), y1: y(0), x2: x(b, other.signs.length), y2: y(1) }));
    }
  }
  columns.forEach((column, row) => {
    const isWalked = (column === own) === walksOwn;
    const walked = done[column === own ? 0 : 1] ?? 1;
    const whose = isWalked ? 'walked' : 'beside';
    parts.push(element('line', { class: `ahead ${whose}`, x1: '0%', y1: y(row), x2: '100%', y2: y(row) }));
    parts.push(element('line', { class: `line ${whose}`, x1: '0%', y1: y(row), x2: `${(100 * walked).toFixed(2)}%`, y2: y(row) }));
    column.signs.forEach((_, place) => {
      const isAhead = place / Math.max(column.signs.length - 1, 1) > walked + 1e-4;
      parts.push(element('circle', { class: isAhead ? 'ahead' : whose, cx: x(place, column.signs.length), cy: y(row), r: column.signs.length > 24 ? 2 : 4 }));
    });
  });
  const head = `${(100 * share).toFixed(2)}%`;
  parts.push(element('line', { class: 'head', x1: head, y1: 1, x2: head, y2: 43 }));
  parts.push(element('circle', { class: 'head', cx: head, cy: 22, r: 8 }));
  const svg = element('svg', { 'aria-hidden': 'true', width: '100%', height: 44 });
  svg.append(...parts);
  return svg;
}
