// How much of the page a finger has for each thing that can be pressed: what is hit there, whatever is drawn.

/**
 * What has less than `least` CSS px in either direction around its middle, each scrolled to the middle first. Where a
 * line of text holds a link, the line is its height (WCAG 2.5.5, "inline"): those are not asked about, nor what only
 * readers of screens meet.
 * @param {import('playwright-core').Page | import('playwright-core').Frame} page
 * @param {number} least
 * @returns {Promise<{ what: string, wide: number, high: number }[]>}
 */
export const smallTargets = (page, least) => page.evaluate((most) => {
  const pressed = 'a[href], button, input, select, textarea, summary, [role="button"], [role="slider"], [tabindex="0"]';
  const found = [];
  for (const element of document.querySelectorAll(pressed)) {
    const style = getComputedStyle(element);
    // A wish of Inside, photos and drawings is a sentence too, and its words open their choices.
    const isInText = element.matches('p a, li a, td a, .read a, .credits a, .pick-word');
    // Seven stops stand between words and Open in a frame's one bar: 39 px each, to left and right.
    const isCrowded = element.matches('.figure-bar .rail-stop') && innerWidth >= 480;
    if (isInText || element.closest('.reader-only, [inert], [hidden]') || element.matches('canvas, :disabled') || style.visibility === 'hidden') continue;
    element.scrollIntoView({ block: 'center', inline: 'center' });
    const box = element.getClientRects()[0];
    if (!box || box.width <= 2 || box.height <= 2) continue;
    const isHit = (/** @type {number} */ x, /** @type {number} */ y) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (top.closest(pressed) === element || /** @type {HTMLInputElement} */ (element).labels?.[0]?.contains(top) === true);
    };
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    if (!isHit(x, y)) continue;  // under something else, as a page behind a sheet
    const reach = (/** @type {number} */ dx, /** @type {number} */ dy) => {
      let far = 0;
      while (far < most && isHit(x + dx * (far + 1), y + dy * (far + 1))) ++far;
      return far;
    };
    const wide = reach(-1, 0) + reach(1, 0) + 1, high = reach(0, -1) + reach(0, 1) + 1;
    if (wide >= (isCrowded ? 39 : most) && high >= most) continue;
    const name = element.getAttribute('aria-label') || element.textContent?.trim() || element.getAttribute('placeholder') || '';
    found.push({ what: `${element.tagName.toLowerCase()}.${element.className} ${name.slice(0, 30)}`, wide, high });
  }
  scrollTo(0, 0);
  return found;
}, least);
