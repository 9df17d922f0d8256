// Reads the regions of a pack with the articles around each, and the review that says which names are
// good. Plain files in, plain values out.
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ level: number, name: string, topic: number, count: number, members: string[] }} NamedRegion */

const TEN = 10;

/** The bytes of a section, its chunks joined. @param {string} pack @param {string} section */
const sectionBytes = (pack, section) => Buffer.concat(fs.readdirSync(pack)
  .filter((name) => new RegExp(`^${section}-\\d+-[0-9a-f]+\\.bin$`).test(name))
  .sort((a, b) => Number(a.split('-')[1]) - Number(b.split('-')[1]))
  .map((name) => fs.readFileSync(path.join(pack, name))));

/** @param {Buffer} bytes */
function reader(bytes) {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at];
      at += 1;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  return {
    varint,
    byte: () => { at += 1; return bytes[at - 1]; },
    float: () => { at += 4; return bytes.readFloatLE(at - 4); },
    text: () => { const size = varint(); at += size; return bytes.toString('utf8', at - size, at); },
    atEnd: () => at >= bytes.length,
  };
}

/**
 * Every region with ten of the articles that lie nearer to its name than to any other of its level, spread
 * evenly from the most important one down; a topic's are its own articles. @param {string} pack
 * @returns {NamedRegion[]}
 */
export function readRegions(pack) {
  const titles = reader(sectionBytes(pack, 'titles'));
  /** @type {string[]} */
  const names = [];
  while (!titles.atEnd()) names.push(titles.text());
  const positions = sectionBytes(pack, 'positions'), topics = sectionBytes(pack, 'topics'), importance = sectionBytes(pack, 'importance');
  const regions = reader(sectionBytes(pack, 'regions'));
  const list = Array.from({ length: regions.varint() }, () => {
    const level = regions.byte(), topic = regions.byte(), anchor = regions.varint();
    regions.float();
    return { level, topic, anchor, name: regions.text(), items: /** @type {number[]} */ ([]) };
  });
  const place = (/** @type {number} */ item) => [positions.readUInt16LE(4 * item), positions.readUInt16LE(4 * item + 2)];
  for (const level of new Set(list.map((region) => region.level))) {
    const own = list.filter((region) => region.level === level);
    for (let item = 0; item < names.length; item += 1) {
      const [x, y] = place(item);
      const away = (/** @type {{ anchor: number }} */ { anchor }) => Math.hypot(place(anchor)[0] - x, place(anchor)[1] - y);
      const home = level === 0 ? own.find((region) => region.topic === (topics[item] & 63))
        : own.reduce((best, region) => (away(region) < away(best) ? region : best));
      home?.items.push(item);
    }
  }
  return list.map(({ level, topic, name, items }) => {
    items.sort((a, b) => importance[b] - importance[a] || a - b);
    const step = Math.max(1, Math.floor(items.length / TEN));
    return { level, topic, name, count: items.length, members: items.filter((_, i) => i % step === 0).slice(0, TEN).map((item) => names[item]) };
  });
}

/** Marks by name: "good" or "poor". @param {string} text @returns {Map<string, string>} */
export function readReview(text) {
  const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(rows.filter((cells) => cells[1] === 'good' || cells[1] === 'poor').map((cells) => [cells[2], cells[1]]));
}

/** @param {NamedRegion[]} regions @param {Map<string, string>} marks */
export function writeReview(regions, marks) {
  const level = (/** @type {number} */ wanted) => regions.filter((region) => region.level === wanted)
    .map(({ name, count, members }) => `| ${marks.get(name) ?? ''} | ${name} | ${count} | ${members.join(' · ')} |`);
  const head = ['| mark | name | articles | ten of them |', '| --- | --- | --- | --- |'];
  return `${['# Names of regions, read', '',
    'Good: the name says what is there; somebody who has seen only the name would expect most of these articles.', '',
    '## Topics', '', ...head, ...level(0), '', '## Regions', '', ...head, ...level(1)].join('\n')}\n`;
}
