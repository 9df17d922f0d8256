// The essay's margin: a line through its stops, drawn as far as the reader has come. And a link that was made for a room
// while the front page led straight to it still leads there.
const sent = /^#([a-z]+)\./.exec(location.hash);
if (sent && document.querySelector(`.rooms a[href$="${sent[1]}.html"]`)) location.replace(`${sent[1]}.html${location.search}${location.hash}`);

const SWAY = 58;
const SVG = 'http://www.w3.org/2000/svg';
const still = matchMedia('(prefers-reduced-motion: reduce)');
const main = /** @type {HTMLElement} */ (document.querySelector('.essay-main'));
const stops = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-stop]')]);
const svg = document.createElementNS(SVG, 'svg');
/** @param {string} name */
const stroke = (name) => {
  const made = /** @type {SVGPathElement} */ (document.createElementNS(SVG, 'path'));
  made.setAttribute('class', name);
  svg.append(made);
  return made;
};
const ahead = stroke('ahead');
const walked = stroke('walked');
main.querySelector('.essay-line')?.append(svg);
/** Middles of the stops, from the top of the text. @type {{ x: number, y: number }[]} */
let places = [];
/** How long the line is up to each stop. @type {number[]} */
let lengths = [];

/** Where each stop's disc is drawn (web/pages/essay.css). */
function measure() {
  const top = main.getBoundingClientRect();
  places = stops.map((stop) => {
    const box = stop.getBoundingClientRect();
    const disc = getComputedStyle(stop, '::before');
    const inside = getComputedStyle(stop).position === 'static' ? 0 : box.left - top.left;
    return { x: inside + parseFloat(disc.left) + parseFloat(disc.width) / 2, y: box.top - top.top + parseFloat(disc.marginTop) + parseFloat(disc.height) / 2 };
  });
  const sway = Math.min(SWAY, places[0].x * 0.55);
  let path = `M${places[0].x} ${places[0].y}`;
  const parts = [path];
  for (let i = 1; i < places.length; i += 1) {
    const [from, to] = [places[i - 1], places[i]];
    const third = (to.y - from.y) / 3;
    const side = i % 2 === 1 ? sway : -sway;
    const curve = `C${from.x + side} ${from.y + third} ${to.x - side} ${to.y - third} ${to.x} ${to.y}`;
    path += curve;
    parts.push(`${parts[i - 1]}${curve}`);
  }
  ahead.setAttribute('d', path);
  walked.setAttribute('d', path);
  lengths = parts.map((part) => {
    ahead.setAttribute('d', part);
    return part.includes('C') ? ahead.getTotalLength() : 0;
  });
  ahead.setAttribute('d', path);
  show();
}

/** As far as the middle of the window has come; all of it where nothing is to move. */
function show() {
  const all = lengths[lengths.length - 1] ?? 0;
  const root = document.documentElement;
  const atEnd = root.scrollTop + root.clientHeight >= root.scrollHeight - 2;
  const y = root.clientHeight * 0.42 - main.getBoundingClientRect().top;
  let next = places.findIndex((place) => place.y > y);
  if (next < 0 || atEnd) next = places.length;
  const here = Math.max(next - 1, 0);
  const [from, to] = [places[here], places[next]];
  const share = to ? Math.min(Math.max((y - from.y) / (to.y - from.y), 0), 1) : 0;
  const length = still.matches ? all : lengths[here] + share * ((lengths[next] ?? all) - lengths[here]);
  walked.style.strokeDasharray = `${length} ${all + 1}`;
  stops.forEach((stop, i) => stop.classList.toggle('is-here', i === here));
}

let isDue = false;
const soon = () => {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    show();
  });
};
addEventListener('scroll', soon, { passive: true });
still.addEventListener('change', show);
new ResizeObserver(measure).observe(main);
await customElements.whenDefined('meander-figure');
measure();
document.documentElement.dataset.ready = '';
