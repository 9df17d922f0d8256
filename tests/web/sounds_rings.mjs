// The rings on the map of sounds, as a reader sees them.

/**
 * Where rings stand that nothing covers, found as they are drawn: a dark rim around a light middle. In pixels of the
 * page. @param {import('playwright-core').Page} page @param {number} [radius] in the room 27 px
 * @returns {Promise<{ x: number, y: number }[]>}
 */
export const ringsOf = async (page, radius = 27) => page.evaluate(async ({ bytes, radius }) => {
  const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const luma = (/** @type {number} */ x, /** @type {number} */ y) => {
    const at = 4 * (Math.round(y) * image.width + Math.round(x));
    return 0.3 * data[at] + 0.6 * data[at + 1] + 0.1 * data[at + 2];
  };
  const turns = Array.from({ length: 24 }, (_, i) => [Math.cos(i * Math.PI / 12), Math.sin(i * Math.PI / 12)]);
  const share = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ around, /** @type {(luma: number) => boolean} */ is) =>
    turns.filter(([dx, dy]) => is(luma(x + around * dx, y + around * dy))).length;
  /** @type {{ x: number, y: number }[]} */
  const found = [];
  for (let y = 40; y < image.height - 40; y += 1) {
    for (let x = 40; x < image.width - 40; x += 1) {
      if (luma(x + radius, y) > 120 || luma(x - radius, y) > 120) continue;
      if (share(x, y, radius - 0.2, (value) => value < 130) < 22 || share(x, y, radius - 4, (value) => value > 200) < 18) continue;
      if (!found.some((one) => Math.hypot(one.x - x, one.y - y) < 20)) found.push({ x, y });
    }
  }
  return found;
}, { bytes: [...await page.screenshot()], radius });
