// The small drawn signs of a page: shares as bars, link weather as arcs, the journey's little river.
// Made as SVG elements, so that a page without inline styles can show them.

const SVG = 'http://www.w3.org/2000/svg';

/** @param {string} name @param {Record<string, string | number>} attributes @returns {SVGElement} */
export function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** @param {string} viewBox @param {SVGElement[]} parts @param {Record<string, string | number>} [more] */
export function picture(viewBox, parts, more = {}) {
  const svg = element('svg', { viewBox, 'aria-hidden': 'true', ...more });
  svg.append(...parts);
  return svg;
}

/** @param {number} share 0…1 */
export function bar(share) {
  const filled = Math.round(Math.min(Math.max(share, 0), 1) * 100);
  return picture('0 0 100 3', [element('path', { class: 'track', d: 'M0 1.5H100' }),
    element('path', { class: 'fill', d: `M0 1.5H${filled}` })], { preserveAspectRatio: 'none' });
}

/** Near, middling, far: an arc 8, 13 or 18 px wide. @param {number} weather 0, 1, 2 */
export function arc(weather) {
  const width = [8, 13, 18][weather] ?? 18;
  const height = 2 + width * 0.38;
  return picture(`0 0 ${width + 2} ${height + 2}`,
    [element('path', { d: `M1 ${height + 1}Q${width / 2 + 1} ${1 - height * 0.9} ${width + 1} ${height + 1}` })],
    { width: width + 2, height: height + 2 });
}

/** Stops on a little wave, the current one full. @param {string} stops one word a stop @param {number} current */
export function river(stops, current) {
  const count = stops.split(' ').length;
  const step = count > 1 ? Math.min(28, 170 / (count - 1)) : 0;
  /** @param {number} i @returns {[number, number]} */
  const place = (i) => [8 + i * step, 10 + (i % 4 === 1 ? -4 : i % 4 === 2 ? 4 : 0)];
  const parts = [];
  for (let i = 1; i < count; i += 1) {
    const [x0, y0] = place(i - 1);
    const [x1, y1] = place(i);
    parts.push(element('path', { class: 'line', d: `M${x0} ${y0}C${x0 + step / 2} ${y0} ${x1 - step / 2} ${y1} ${x1} ${y1}` }));
  }
  for (let i = 0; i < count; i += 1) {
    const [x, y] = place(i);
    parts.push(element('circle', { class: i === current ? 'here' : 'stop', cx: x, cy: y, r: i === current ? 5 : 3.5 }));
  }
  const width = 16 + step * (count - 1);
  return picture(`0 0 ${width} 20`, parts, { width, height: 20 });
}

/** Hops that are drawn, at most. */
const MOST_HOPS = 24;

/** A hop an arc, as wide and as high as it is far; the longest is shaded, the stop where one is full. @param {string} lengths 0…1, one a hop @param {number} here */
export function hops(lengths, here) {
  const all = lengths.split(' ').slice(0, MOST_HOPS).map((length) => Math.min(Math.max(Number(length) || 0, 0), 1));
  const sum = all.reduce((total, length) => total + 0.35 + length, 0);
  const longest = all.indexOf(Math.max(...all));
  /** @type {SVGElement[]} */
  const lines = [];
  /** @type {SVGElement[]} */
  const stops = [];
  let x = 6;
  /** @param {number} index */
  const stop = (index) => stops.push(element('circle', { class: index === here ? 'here' : 'stop', cx: x.toFixed(1), cy: '22.0', r: index === here ? 4.5 : 2.6 }));
  all.forEach((length, i) => {
    stop(i);
    const next = x + (116 * (0.35 + length)) / sum;
    const d = `M${x.toFixed(1)} 22.0Q${((x + next) / 2).toFixed(1)} ${(16 - 26 * length).toFixed(1)} ${next.toFixed(1)} 22.0`;
    lines.push(element('path', { class: i === longest && all.length > 1 ? 'line longest' : 'line', d }));
    x = next;
  });
  stop(all.length);
  return picture('0 0 128 30', [...lines, ...stops], { width: 128, height: 30 });
}

/** Two bars that share a middle: left filled, right outlined. @param {number} first 0…1 @param {string} last 0…1 */
export function pair(first, last) {
  /** @param {number} share */
  const length = (share) => Math.round(Math.min(Math.max(share, 0), 1) * 58);
  const left = length(first);
  return picture('0 0 124 14', [element('path', { class: 'middle', d: 'M62 0V14' }),
    element('rect', { class: 'like-first', x: 60 - left, y: 4, width: left, height: 6 }),
    element('rect', { class: 'like-last', x: 64.75, y: 4.75, width: Math.max(length(parseFloat(last) || 0) - 1.5, 0.5), height: 4.5, rx: 1 }),
  ], { width: 124, height: 14 });
}

/** The triangle's corners: meaning, sound, spelling. */
export const CORNERS = [[130, 10], [21, 186], [239, 186]];
const GRID = 'M102.8 54H157.2M75.5 98H184.5M48.3 142H211.7M75.5 186L48.3 142M130 186L75.5 98M184.5 186L102.8 54M184.5 186L211.7 142M130 186L184.5 98M75.5 186L157.2 54';

/** @param {string} percents "58 30 12" @returns {[number, number]} */
function placeOfMix(percents) {
  const shares = percents.split(' ').map(Number);
  const sum = Math.max(shares[0] + shares[1] + shares[2], 1);
  /** @param {0 | 1} axis */
  const at = (axis) => CORNERS.reduce((total, corner, i) => total + corner[axis] * shares[i], 0) / sum;
  return [at(0), at(1)];
}

/** A mix of three as a place in a triangle, with a pale tail of where it was. @param {string} mixes the newest first */
export function puck(mixes) {
  const places = mixes.split(';').map(placeOfMix);
  const [x, y] = places[0];
  const parts = [element('path', { class: 'face', d: 'M130 10L21 186H239Z' }), element('path', { class: 'grid', d: GRID }),
    element('path', { class: 'pull', d: `M130 10L${x} ${y}L21 186M${x} ${y}L239 186` })];
  if (places.length > 1) parts.push(element('path', { class: 'tail', d: `M${places.map((place) => place.join(' ')).join('L')}` }));
  parts.push(...CORNERS.map(([cx, cy]) => element('circle', { class: 'corner', cx, cy, r: 4 })),
    element('circle', { class: 'soft', cx: x, cy: y, r: 18 }), element('circle', { class: 'knob', cx: x, cy: y, r: 10 }));
  return picture('0 0 260 200', parts);
}

/** A way with its stops, the walked part, and a knob. @param {number} hops @param {number} at 0…hops */
export function scrub(hops, at) {
  const count = Math.max(hops, 1);
  /** @param {number} stop */
  const share = (stop) => `${(100 * Math.min(Math.max(stop / count, 0), 1)).toFixed(2)}%`;
  const parts = [element('line', { class: 'way', x1: 0, x2: '100%', y1: 12, y2: 12 }),
    element('line', { class: 'walked', x1: 0, x2: share(at), y1: 12, y2: 12 })];
  for (let stop = 1; stop < count; stop += 1) parts.push(element('circle', { class: 'stop', cx: share(stop), cy: 12, r: 3 }));
  parts.push(element('circle', { class: 'start', cx: 0, cy: 12, r: 4.5 }), element('circle', { class: 'end', cx: '100%', cy: 12, r: 4.5 }),
    element('circle', { class: 'knob', cx: share(at), cy: 12, r: 9.5 }));
  const svg = element('svg', { width: '100%', height: 24, 'aria-hidden': 'true' });
  svg.append(...parts);
  return svg;
}
