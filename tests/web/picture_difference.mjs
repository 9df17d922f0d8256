// How a still picture and the live one differ: what compressing costs, and what is missing or stands elsewhere.

/** A colour by so much, and with nothing like it within two pixels: a mark that is missing or stands elsewhere. */
const CLEARLY = 80;
const NEAR = 2;
export const MOST_OFF = 0.0005;

/**
 * How a still and a live picture differ: on average, and the share of pixels that clearly do; with the still one moved
 * `aside` by so many pixels.
 * @param {import('playwright-core').Page} page @param {Buffer[]} pngs @param {number} [aside]
 */
export const difference = (page, pngs, aside = 0) => page.evaluate(async ({ pictures, clearly, near, moved }) => {
  const [still, live] = await Promise.all(pictures.map(async (png, i) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(png)]));
    const paper = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(image.width, image.height).getContext('2d'));
    paper.drawImage(image, 0, i === 0 ? moved : 0);
    return paper.getImageData(0, 0, image.width, image.height);
  }));
  const { width, height } = still;
  if (width !== live.width || height !== live.height) throw new Error('not of one size');
  /** @param {number} at @param {number} other */
  const most = (at, other) => Math.max(...[0, 1, 2].map((part) => Math.abs(still.data[at + part] - live.data[other + part])));
  let sum = 0;
  let off = 0;
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) {
    const at = (y * width + x) * 4;
    for (let part = 0; part < 3; part += 1) sum += Math.abs(still.data[at + part] - live.data[at + part]);
    if (most(at, at) <= clearly) continue;
    let least = 255;
    for (let v = Math.max(0, y - near); v <= Math.min(height - 1, y + near); v += 1) {
      for (let u = Math.max(0, x - near); u <= Math.min(width - 1, x + near); u += 1) least = Math.min(least, most(at, (v * width + u) * 4));
    }
    if (least > clearly) off += 1;
  }
  return { mean: sum / (width * height * 3), off: off / (width * height) };
}, { pictures: pngs.map((png) => [...png]), clearly: CLEARLY, near: NEAR, moved: aside });
