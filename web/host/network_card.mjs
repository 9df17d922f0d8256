// What a reader's JSON says of a network of theirs (docs/format.md, "A network of your own"): the names of its classes and
// how a picture becomes its input. Read here, since this is where the input is made: the program hears names alone.
import { FetchError } from './fetch.mjs';

/**
 * @typedef {object} NetworkCard
 * @property {string} name @property {string} licence @property {string} source
 * @property {string[]} labels
 * @property {number} height @property {number} width of the input, in pixels
 * @property {boolean} placesFirst NHWC: colours stand last
 * @property {boolean} blueFirst
 * @property {number} scale each byte is multiplied by it, then made (v − mean) / std, both in the input's order of colours
 * @property {number[]} mean @property {number[]} std
 * @property {number} crop the part of a photo's shorter side
 * @property {boolean} bilinear else bicubic
 * @property {boolean} probabilities what comes out are shares, not logits
 * @property {string} output its name; empty: the first
 */

const LEAST_SIDE = 16, MOST_SIDE = 1024, MOST_LABELS = 50_000, LONGEST_TEXT = 200;
/** Far more than fifty thousand names take. */
export const LARGEST_CARD = 4 << 20;

/** @param {string} field @returns {never} */
const refuse = (field) => { throw new FetchError(`network-card;${field}`, false); };

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One line, or `otherwise` where nothing is said. @param {unknown} value @param {string} field @param {string} [otherwise] */
function line(value, field, otherwise) {
  const said = value ?? otherwise;
  if (typeof said !== 'string' || said.length > LONGEST_TEXT || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(said)) return refuse(field);
  return said.trim();
}

/** @param {unknown} value @param {string} field @param {string[]} allowed the first where nothing is said */
function oneOf(value, field, allowed) {
  const said = line(value, field, allowed[0]);
  return allowed.includes(said) ? said : refuse(field);
}

/** @param {unknown} value @param {string} field @param {number} otherwise @param {(value: number) => boolean} fits */
function number(value, field, otherwise, fits) {
  const said = value ?? otherwise;
  return typeof said === 'number' && Number.isFinite(said) && fits(said) ? said : refuse(field);
}

/** @param {unknown} value @param {string} field @param {number[]} otherwise @param {(value: number) => boolean} fits */
function three(value, field, otherwise, fits) {
  const said = value ?? otherwise;
  if (!Array.isArray(said) || said.length !== 3) return refuse(field);
  return said.map((one) => number(one, field, Number.NaN, fits));
}

/** @param {unknown} value */
function labelsOf(value) {
  if (!Array.isArray(value) || value.length < 2 || value.length > MOST_LABELS) return refuse('labels');
  return value.map((label) => line(label, 'labels') || refuse('labels'));
}

/** @param {string} text @returns {NetworkCard} */
export function readNetworkCard(text) {
  /** @type {unknown} */
  let said;
  try {
    said = JSON.parse(text);
  } catch {
    throw new FetchError('network-json', false);
  }
  if (!isObject(said)) throw new FetchError('network-json', false);
  if (said.version !== 1) refuse('version');
  const input = said.input, output = said.output ?? {};
  if (!isObject(input)) return refuse('input');
  if (!isObject(output)) return refuse('output');
  const size = input.size;
  if (!Array.isArray(size) || size.length !== 2) return refuse('input.size');
  const [height, width] = size.map((side) => number(side, 'input.size', Number.NaN, (v) => Number.isInteger(v) && v >= LEAST_SIDE && v <= MOST_SIDE));
  const small = (/** @type {number} */ v) => Math.abs(v) <= 1e6;
  return {
    name: line(said.name, 'name') || refuse('name'),
    licence: line(said.licence, 'licence', ''),
    source: line(said.source, 'source', ''),
    labels: labelsOf(said.labels),
    height, width,
    placesFirst: oneOf(input.layout, 'input.layout', ['NCHW', 'NHWC']) === 'NHWC',
    blueFirst: oneOf(input.channels, 'input.channels', ['RGB', 'BGR']) === 'BGR',
    scale: number(input.scale, 'input.scale', 1 / 255, (v) => v !== 0 && small(v)),
    mean: three(input.mean, 'input.mean', [0, 0, 0], small),
    std: three(input.std, 'input.std', [1, 1, 1], (v) => v > 0 && small(v)),
    crop: number(input.crop, 'input.crop', 0.875, (v) => v > 0.05 && v <= 1),
    bilinear: oneOf(input.resize, 'input.resize', ['bicubic', 'bilinear']) === 'bilinear',
    probabilities: oneOf(output.kind, 'output.kind', ['logits', 'probabilities']) === 'probabilities',
    output: line(output.name, 'output.name', ''),
  };
}

/** What the program is told of it (src/pictures/other_network.cpp). @param {NetworkCard} card */
export const cardText = (card) => [card.name, card.licence, card.source,
  `${card.height} ${card.width} ${Number(card.bilinear)} ${card.crop}`, ...card.labels].join('\n');
