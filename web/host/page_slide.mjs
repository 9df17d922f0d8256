// Words of one line that glide to their places in another: copies, laid over the page where the lines
// stand. Which words belong together is the room's; here they are only measured and moved.

/** @typedef {{ word: HTMLElement, from: Place | null, to: Place | null }} Glider */
/** @typedef {{ x: number, y: number }} Place */
/** @typedef {{ lines: [DOMRect, DOMRect], origin: DOMRect, gliders: Glider[] }} Plan */

/** @type {WeakMap<Element, { what: string, plan: Plan | null }>} */
const plans = new WeakMap();

/** @param {Element} root @param {string} key */
const lineOf = (root, key) => root.querySelector(`[data-key="${CSS.escape(key)}"]`);

/** @param {HTMLElement} overlay @param {Element} root @param {string} keys @param {string} pairs @returns {Plan | null} */
function measure(overlay, root, keys, pairs) {
  const [first, second] = keys.split(' ').map((key) => lineOf(root, key));
  const origin = overlay.parentElement?.getBoundingClientRect();
  if (!first || !second || !origin) return null;
  const words = [first, second].map((line) => [...line.querySelectorAll('.word')]);
  if (words[0].length === 0 || words[1].length === 0) return null;
  /** @param {Element} word @returns {Place} */
  const place = (word) => {
    const box = word.getBoundingClientRect();
    return { x: box.left - origin.left, y: box.top - origin.top };
  };
  const met = new Map(pairs.split(' ').filter(Boolean).map((pair) => /** @type {[number, number]} */ (pair.split(':').map(Number))));
  const reached = new Set(met.values());
  /** @param {Element} original @param {Place | null} from @param {Place | null} to @returns {Glider} */
  const glider = (original, from, to) => {
    const word = document.createElement('span');
    word.className = 'glide';
    word.textContent = original.textContent;
    return { word, from, to };
  };
  const gliders = [
    ...words[0].map((word, i) => {
      const target = met.get(i);
      const other = target === undefined ? undefined : words[1][target];
      return glider(word, place(word), other ? place(other) : null);
    }),
    ...words[1].flatMap((word, i) => (reached.has(i) ? [] : [glider(word, null, place(word))])),
  ];
  return { lines: [first.getBoundingClientRect(), second.getBoundingClientRect()], origin, gliders };
}

/** @param {HTMLElement} overlay @param {Element} root @param {{ text: string, detail: string, value: number }} node */
export function slide(overlay, root, node) {
  const what = `${node.text}|${node.detail}|${root.clientWidth}`;
  let known = plans.get(overlay);
  if (known?.what !== what) {
    known = { what, plan: measure(overlay, root, node.text, node.detail) };
    plans.set(overlay, known);
    overlay.replaceChildren(...(known.plan?.gliders.map(({ word }) => word) ?? []));
  }
  const { plan } = known;
  overlay.hidden = plan === null;
  if (!plan) return;
  const t = Math.min(Math.max(node.value, 0), 1);
  const [first, second] = plan.lines;
  /** @param {number} a @param {number} b */
  const between = (a, b) => a + (b - a) * t;
  overlay.style.transform = `translate(${between(first.left, second.left) - plan.origin.left}px, ${between(first.top, second.top) - plan.origin.top}px)`;
  overlay.style.width = `${first.width}px`;
  overlay.style.height = `${between(first.height, second.height)}px`;
  const shift = { x: between(first.left, second.left) - plan.origin.left, y: between(first.top, second.top) - plan.origin.top };
  for (const { word, from, to } of plan.gliders) {
    const at = from && to ? { x: between(from.x, to.x), y: between(from.y, to.y) }
      : from ? { x: from.x + shift.x - (first.left - plan.origin.left), y: from.y + shift.y - (first.top - plan.origin.top) - 8 * t }
        : { x: (to?.x ?? 0) + shift.x - (second.left - plan.origin.left), y: (to?.y ?? 0) + shift.y - (second.top - plan.origin.top) + 8 * (1 - t) };
    // Half way only the words that both lines have are there: no mixture is ever to be read as a line.
    word.style.opacity = from && to ? '1' : String(Math.max(0, from ? 1 - t / 0.45 : (t - 0.55) / 0.45));
    word.style.transform = `translate(${at.x - shift.x}px, ${at.y - shift.y}px)`;
  }
}
