// "How this was worked out, and where it fails": one page of plain words whose numbers, sentences and
// examples come from the pack's own measures (`check --json` and the verb `how`). Where a measure
// misses its bound, the sentence says so. Whole without scripts.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{ title: string, closeness: number, near: boolean, region: string }} NearOne
 * @typedef {{ trustworthiness: number, knn_recall_10: number, knn_recall_50?: number, topic_accuracy_2d?: number }} LayoutMeasures
 * @typedef {object} Measures
 * @property {number} articles @property {number} dimension @property {number} seconds
 * @property {number} knn_recall_10 @property {number} knn_recall_50 @property {number} trustworthiness
 * @property {number} topic_accuracy_2d @property {number} topic_accuracy_full
 * @property {LayoutMeasures} plain @property {LayoutMeasures} shuffled @property {LayoutMeasures} [islands]
 * @property {{ title: string, region: string, neighbors: NearOne[] }} example
 * @property {{ title: string, nearest: string, closeness: number, alike: { title: string, closeness: number }[] } | null} spelling
 * @property {{ name: string, articles: number, recall: number, among_its_own: number }[]} topics
 * @property {[number, number, string][]} dots
 */

/** What a map should reach; below, the sentence says what it does instead. */
export const BOUNDS = { recall: 0.4, trustGood: 0.95, trustFair: 0.85, kind: 0.75 };
const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** @param {string} sentence @param {Record<string, string | number>} [parts] */
const fill = (sentence, parts = {}) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(parts[name] ?? ''));
/** .984, 1.00 @param {number} value @param {number} [digits] */
export const figure = (value, digits = 3) => value.toFixed(digits).replace(/^(-?)0\./, '$1.');
/** @param {number} count */
const commas = (count) => count.toLocaleString('en');
/** @param {number} share */
const inHundred = (share) => Math.round(share * 100);

/** "four or five", "about three". @param {number} ofTen 0…10 @param {Record<string, string>} words */
export function aboutSoMany(ofTen, words) {
  const low = Math.floor(ofTen);
  const rest = ofTen - low;
  if (rest >= 0.3 && rest <= 0.7) return fill(words['how.or'], { low: COUNTS[low], high: COUNTS[low + 1] });
  return fill(words['how.about'], { count: COUNTS[Math.round(ofTen)] });
}

/** Neighbours that lie elsewhere: the land that holds the most of them, two of them at most. @param {Measures['example']} example */
function astray(example) {
  /** @type {Map<string, string[]>} */
  const byRegion = new Map();
  for (const { title, near, region } of example.neighbors) {
    if (near || !region || region === example.region) continue;
    byRegion.set(region, [...(byRegion.get(region) ?? []), title]);
  }
  let best = null;
  for (const [region, titles] of byRegion) if (!best || titles.length > best.titles.length) best = { region, titles };
  return best && { region: best.region, titles: best.titles.slice(0, 2) };
}

/**
 * Every sentence that depends on what was measured.
 * @param {Measures} measures @param {Record<string, string>} words
 */
export function sentences(measures, words) {
  const { example, spelling } = measures;
  const near = example.neighbors.filter((one) => one.near).map((one) => one.title);
  const far = example.neighbors.filter((one) => !one.near).map((one) => one.title);
  const keeps = near.length === 0 ? 'how.example_none' : near.length === example.neighbors.length ? 'how.example_all' : 'how.example';
  const away = astray(example);
  const kept = [
    fill(words[measures.knn_recall_10 >= BOUNDS.recall ? 'how.kept' : 'how.kept_poor'], { about: aboutSoMany(measures.knn_recall_10 * 10, words) }),
    fill(words[keeps], { title: example.title, count: COUNTS[near.length] }),
    away ? fill(words[away.titles.length > 1 ? 'how.astray_two' : 'how.astray_one'], { a: away.titles[0], b: away.titles[1], region: away.region }) : '',
  ];
  const trust = measures.trustworthiness >= BOUNDS.trustGood ? 'how.trust_good'
    : measures.trustworthiness >= BOUNDS.trustFair ? 'how.trust_fair' : 'how.trust_poor';
  const isMissingWorse = 1 - measures.knn_recall_10 > 1 - measures.trustworthiness;
  const alike = (spelling?.alike ?? []).map((one) => fill(words['how.spelling_one'], { title: one.title, closeness: figure(one.closeness, 2) }));
  return {
    lead: fill(words['how.lead'], { articles: commas(measures.articles), dimension: measures.dimension }),
    kept: kept.filter(Boolean).join(' '),
    keptAlt: fill(words[far.length ? 'how.example_alt' : 'how.example_alt_all'], { title: example.title, near: near.join(', ') || COUNTS[0], far: far.join(', ') }),
    trust: [words[trust], isMissingWorse ? words['how.trust_missing'] : ''].filter(Boolean).join(' '),
    kind: fill(words[measures.topic_accuracy_2d >= BOUNDS.kind ? 'how.kind' : 'how.kind_poor'],
      { count: inHundred(measures.topic_accuracy_2d), full: inHundred(measures.topic_accuracy_full) }),
    kindAlt: fill(words['how.kind_alt'], { count: inHundred(measures.topic_accuracy_2d) }),
    spelling: spelling
      ? fill(words['how.spelling'], { title: spelling.title, nearest: spelling.nearest, closeness: figure(spelling.closeness, 2),
        alike: alike.length > 1 ? fill(words['how.spelling_two'], { a: alike[0], b: alike[1] }) : alike[0] })
      : words['how.spelling_none'],
    beginnings: fill(words['how.beginnings'], { articles: commas(measures.articles) }),
    coast: words[measures.islands ? 'how.coast_islands' : 'how.coast'],
  };
}

/** The layouts that the second figure sets side by side, worst first. @param {Measures} measures @param {Record<string, string>} words */
function layouts(measures, words) {
  const all = [{ name: words['how.shuffled'], value: measures.shuffled.trustworthiness, own: false },
    { name: words['how.plain'], value: measures.plain.trustworthiness, own: false },
    { name: words['how.this_map'], value: measures.trustworthiness, own: true }];
  if (measures.islands) all.push({ name: words['how.islands'], value: measures.islands.trustworthiness, own: false });
  return all.sort((a, b) => a.value - b.value);
}

/** @param {Measures} measures @param {Record<string, string>} words */
function trustFigure(measures, words) {
  const [left, right, y] = [24, 311, 96];
  const all = layouts(measures, words);
  const low = Math.min(0.5, Math.floor(all[0].value * 10) / 10);
  /** @param {number} value */
  const x = (value) => Math.round((left + (value - low) / (1 - low) * (right - left)) * 10) / 10;
  const parts = [`<path class="how-axis" d="M${left} ${y}H${right}M${right} ${y - 6}v12"/>`];
  let taken = -99;
  for (const { name, value, own } of all) {
    const at = x(value);
    if (own) {
      const anchor = at > 240 ? 'end' : 'middle';
      parts.push(`<path class="how-stem" d="M${at} ${y}V48"/><circle class="how-own" cx="${at}" cy="${y}" r="8"/>`,
        `<text class="how-name" x="${anchor === 'end' ? at + 9 : at}" y="40" text-anchor="${anchor}">${escape(name)} ${figure(value)}</text>`);
      continue;
    }
    // A name that would run into the one before stands a line lower.
    const half = name.length * 3.1;
    const middle = Math.min(Math.max(at, left - 14 + half), right + 14 - half);
    const lower = middle - half < taken + 6 ? 14 : 0;
    if (!lower) taken = middle + half;
    parts.push(`<circle class="how-other" cx="${at}" cy="${y}" r="6"/>`,
      `<text x="${middle}" y="${122 + lower}" text-anchor="middle">${escape(name)} ${figure(value, 2)}</text>`);
  }
  const marks = all.map(({ name, value }) => `${name} ${figure(value)}`).join(', ');
  const alt = fill(words['how.trust_alt'], { low: figure(low, 1), marks });
  return `<svg class="how-figure" viewBox="0 0 335 164" role="img" aria-label="${escape(alt)}">${parts.join('')}</svg>`;
}

/** @param {Measures} measures @param {string} alt */
function kindFigure(measures, alt) {
  const full = inHundred(measures.topic_accuracy_2d);
  const dots = Array.from({ length: 100 }, (_, i) =>
    `<circle class="${i < full ? 'how-full' : 'how-empty'}" cx="${(30 + (i % 20) * 14.47).toFixed(1)}" cy="${(31 + Math.floor(i / 20) * 25.4).toFixed(1)}" r="${i < full ? 5 : 4.4}"/>`);
  return `<svg class="how-figure" viewBox="0 0 335 164" role="img" aria-label="${escape(alt)}">${dots.join('')}</svg>`;
}

/** Light and dark, and over both the names of all dots, for who points at one. @param {Measures} measures @param {{ light: string, dark: string }} pictures @param {string} alt */
function exampleFigure(measures, pictures, alt) {
  const names = measures.dots.map(([x, y, title]) => `<circle cx="${x}" cy="${y}" r="4"><title>${escape(title)}</title></circle>`);
  return `<div class="how-figure how-map" role="img" aria-label="${escape(alt)}"><img class="how-light" src="${pictures.light}" loading="lazy" width="335" height="164" alt="">` +
    `<img class="how-dark" src="${pictures.dark}" loading="lazy" width="335" height="164" alt=""><svg viewBox="0 0 335 164" aria-hidden="true">${names.join('')}</svg></div>`;
}

/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) => `<table class="how-table"><thead><tr>${head.map((name) => `<th scope="col">${escape(name)}</th>`).join('')}</tr></thead><tbody>${
  rows.map(([name, ...cells]) => `<tr><th scope="row">${escape(name)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;

/** @param {Measures} measures @param {Record<string, string>} words */
function tables(measures, words) {
  const columns = [{ name: words['how.this_map'], of: /** @type {LayoutMeasures} */ (measures) },
    ...(measures.islands ? [{ name: words['how.islands'], of: measures.islands }] : []),
    { name: words['how.plain'], of: measures.plain }, { name: words['how.shuffled'], of: measures.shuffled }];
  /** @param {string} word @param {keyof LayoutMeasures} key @param {string} [full] */
  const row = (word, key, full = '–') => [words[word], ...columns.map(({ of }) => (of[key] === undefined ? '–' : figure(/** @type {number} */ (of[key])))), full];
  return table([words['how.column_measure'], ...columns.map(({ name }) => name), words['how.column_full']], [
    row('how.row_trust', 'trustworthiness'), row('how.row_recall_10', 'knn_recall_10'), row('how.row_recall_50', 'knn_recall_50'),
    row('how.row_topic', 'topic_accuracy_2d', figure(measures.topic_accuracy_full)),
  ]) + `<h3 class="heading">${escape(words['how.by_topic'])}</h3>` + table(
    [words['how.column_topic'], words['how.column_articles'], words['how.row_topic_recall'], words['how.row_topic_own']],
    measures.topics.map(({ name, articles, recall, among_its_own: own }) => [name, commas(articles), figure(recall), figure(own)]));
}

/**
 * What stands in how.html's main.
 * @param {Measures} measures @param {Record<string, string>} words @param {{ light: string, dark: string }} pictures
 */
export function howHtml(measures, words, pictures) {
  const said = sentences(measures, words);
  /** @param {string} drawing @param {string} number @param {string} small @param {string} text */
  const column = (drawing, number, small, text) => `<section class="how-column">${drawing}<p class="how-number"><b>${escape(number)}</b> <span>${escape(small)}</span></p><p class="read">${escape(text)}</p></section>`;
  /** @param {string} title @param {string} text */
  const failure = (title, text) => `<li><h3 class="heading">${escape(words[title])}</h3><p class="read">${escape(text)}</p></li>`;
  return `<p class="how-back"><a href="ideas.html"><span class="icon icon-back"></span>${escape(words['how.back'])}</a></p>
<h1 class="display">${escape(words['how.title'])}</h1>
<p class="read how-lead">${escape(said.lead)}</p>
<div class="how-columns">
${column(exampleFigure(measures, pictures, said.keptAlt), fill(words['how.kept_number'], { kept: (measures.knn_recall_10 * 10).toFixed(1) }), words['how.kept_small'], said.kept)}
${column(trustFigure(measures, words), figure(measures.trustworthiness), words['how.trust_small'], said.trust)}
${column(kindFigure(measures, said.kindAlt), fill(words['how.kind_number'], { count: inHundred(measures.topic_accuracy_2d) }), words['how.kind_small'], said.kind)}
</div>
<h2 class="end-line">${escape(words['how.fails'])}</h2>
<ul class="how-columns how-failures">
${failure('how.spelling_title', said.spelling)}
${failure('how.beginnings_title', said.beginnings)}
${failure('how.coast_title', said.coast)}
</ul>
<section class="how-more" id="table" tabindex="0" aria-label="${escape(words['how.table'])}"><h2 class="end-line">${escape(words['how.table'])}</h2><p class="read">${escape(fill(words['how.words'], { dimension: measures.dimension }))}</p>${tables(measures, words)}</section>
<section class="how-more" id="again"><h2 class="end-line">${escape(words['how.again'])}</h2><p class="read">${escape(words['how.again_text'])}</p><p><code>./meander check wikipedia</code></p><p class="read">${escape(fill(words['how.again_time'], { seconds: measures.seconds }))}</p></section>
<footer class="how-foot"><span>${escape(fill(words['how.measured'], { articles: commas(measures.articles) }))}</span><a href="#table">${escape(words['how.table'])}</a><a href="#again">${escape(words['how.again'])}</a><span class="how-credit">${escape(words['how.credit'])}</span></footer>`;
}

/**
 * Measures the pack, once for each pack and tool; both pictures come with it.
 * @param {{ tool: string, pack: string, work: string }} given
 * @returns {{ measures: Measures, light: Buffer, dark: Buffer }}
 */
export function measure({ tool, pack, work }) {
  const hash = crypto.createHash('sha256').update(fs.readFileSync(tool)).update(fs.readFileSync(path.join(pack, 'pack.meander'))).digest('hex');
  const kept = path.join(work, 'measures.json');
  const known = fs.existsSync(kept) ? JSON.parse(fs.readFileSync(kept, 'utf8')) : {};
  if (known.hash !== hash) {
    fs.rmSync(work, { recursive: true, force: true });
    fs.mkdirSync(work, { recursive: true });
    const begun = Date.now();
    const checked = JSON.parse(execFileSync(tool, ['check', pack, '--json'], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' }));
    const seconds = Math.max(1, Math.round((Date.now() - begun) / 1000));
    execFileSync(tool, ['how', pack, work], { stdio: ['ignore', 'ignore', 'inherit'] });
    const told = JSON.parse(fs.readFileSync(path.join(work, 'how.json'), 'utf8'));
    fs.writeFileSync(kept, JSON.stringify({ hash, measures: { ...checked, ...told, seconds } }));
  }
  /** @param {string} theme */
  const picture = (theme) => fs.readFileSync(path.join(work, `example-${theme}.svg`));
  return { measures: JSON.parse(fs.readFileSync(kept, 'utf8')).measures, light: picture('light'), dark: picture('dark') };
}
