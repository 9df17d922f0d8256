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
