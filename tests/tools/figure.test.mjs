// `./meander poster LINK` and `./meander figure LINK`: whatever the link is, one folder or one sentence.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFigures } from '../../tools/site_figures.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const tool = path.join(root, 'build/native/src/cli/meander-cli');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'meander-figure-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
/** Links that were made by earlier builds and open for ever. */
const released = fs.readFileSync(path.join(root, 'tests/released/links.txt'), 'utf8').split('\n').flatMap((line) => /\b(?:ideas|sentences|inside|pictures|drawings)\.[\w-]+/.exec(line)?.[0] ?? []);

/** @param {string[]} words */
function run(words) {
  const { status, stdout, stderr } = spawnSync(tool, words, { encoding: 'utf8', cwd: root, env: { ...process.env, MEANDER_ROOT: root }, timeout: 300_000 });
  return { status, stdout, stderr };
}
/** @param {string[]} parts */
const read = (...parts) => fs.readFileSync(path.join(folder, ...parts));

test('a link that is no link is refused with the sentence of the page, and nothing is written', () => {
  const whole = released.find((link) => link.startsWith('ideas.')) ?? '';
  assert.ok(whole, 'there is a released link of Ideas');
  const broken = `${whole.slice(0, -3)}${whole.endsWith('A') ? 'B' : 'A'}xy`;
  for (const verb of ['poster', 'figure']) {
    const out = path.join(folder, verb === 'poster' ? 'none.png' : 'none');
    for (const link of [broken, `https://x.org/ideas.html#${broken}`, 'ideas.', '#', '<script>', `ideas.${'A'.repeat(40_000)}`, '../../etc/passwd', 'https://x.org/%00.html']) {
      const got = run([verb, link, '--out', out]);
      assert.match(got.stderr, /^That link is not whole\. Ask for it again\.\n$/, link.slice(0, 60));
      assert.equal(got.status, 2);
      assert.equal(got.stdout, '');
    }
    const unknown = run([verb, 'tides', '--out', out]);
    assert.match(unknown.stderr, /^There is no room "tides"\.\n$/);
    assert.ok(!fs.existsSync(out));
  }
});

test('what is asked wrongly is one sentence', () => {
  /** @type {[string[], RegExp][]} */
  const calls = [
    [['poster', 'ideas', '--out', 'x.gif'], /ends in \.png, \.webp or \.svg/],
    [['poster', 'ideas', '--out', 'x.png', '--theme', 'sepia'], /--theme is light or dark/],
    [['poster', 'ideas', '--out', 'x.png', '--size', '9x9'], /--size is written as 600x400/],
    [['poster', 'ideas', '--out', 'x.png', '--size', '600'], /--size is written as 600x400/],
    [['poster', 'ideas', '--out', 'x.png', '--scale', '9'], /--scale takes a number from 1 to 3/],
    [['poster', '--out', 'x.png'], /^Usage: meander poster LINK/],
    [['figure', 'ideas'], /^Usage: meander figure LINK/],
    [['figure', 'ideas', '--out', path.join(folder, 'n'), '--url', 'javascript:alert(1)'], /--url is where the site lies/],
    [['figure', 'ideas', '--out', path.join(folder, 'n'), '--url', 'https://x/"><script>'], /--url is where the site lies/],
    ...['https://', 'https:///x', 'https://h:99999/', 'https://h:8x/', 'https://[::1/', 'https://:80/', 'http://u:p@h/', 'https://h/\x01', 'https://h/meander/ideas.html'].map((url) =>
      /** @type {[string[], RegExp]} */ ([['figure', 'ideas', '--out', path.join(folder, 'n'), '--url', url], /--url is where the site lies/])),
    [['figure', 'ideas', '--out', path.join(folder, 'n'), '--accent', 'red'], /--accent takes # and six digits/],
    [['figure', 'ideas', '--out', path.join(folder, 'n'), '--accent', '#FFEEFF'], /too faint/],
    [['figure', 'ideas', '--out', path.join(folder, 'n'), '--start', 'soon'], /--start is click, near or still/],
  ];
  for (const [words, sentence] of calls) {
    const got = run(words);
    assert.match(got.stderr, sentence, words.join(' '));
    assert.equal(got.stderr.trim().split('\n').length, 1);
    assert.equal(got.status, 2, words.join(' '));
  }
});

/** Width and height from a PNG's head. @param {Buffer} png */
const sizeOf = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('a poster is as large as asked, in light and dark, and says itself in words', () => {
  const link = released.find((one) => one.startsWith('ideas.')) ?? '';
  const light = run(['poster', link, '--out', path.join(folder, 'light.png'), '--json']);
  assert.equal(light.stderr, '');
  const said = JSON.parse(light.stdout);
  assert.equal(said.room, 'ideas');
  assert.equal(said.link, link);
  assert.match(said.alt, /^A (path|map) /);
  assert.deepEqual(said.picture, sizeOf(read('light.png')));
  assert.equal(said.picture[0], 1200);
  assert.equal(said.bytes, read('light.png').length);
  assert.ok(said.bytes <= 300_000, `${said.bytes}`);
  const dark = run(['poster', `https://x.org/m/ideas.html#${link}`, '--out', path.join(folder, 'dark.png'), '--theme', 'dark', '--scale', '1']);
  assert.equal(dark.stdout.trim(), said.alt);
  assert.equal(sizeOf(read('dark.png'))[0], 600);
  const svg = run(['poster', link, '--out', path.join(folder, 'p.svg')]);
  assert.equal(svg.status, 0);
  assert.match(read('p.svg').toString(), /^<svg /);
  const webp = run(['poster', link, '--out', path.join(folder, 'p.webp'), '--scale', '1']);
  assert.equal(webp.status, 0, webp.stderr);
  assert.equal(read('p.webp').subarray(8, 12).toString(), 'WEBP');
  assert.ok(read('p.webp').length <= 60_000, `${read('p.webp').length}`);
});

/**
 * Width, height, and how many pixels of a picture are nearly of a colour. @param {string} file @param {number[]} color
 */
function pixelsOf(file, color) {
  const python = path.join(process.env.MEANDER_CACHE || path.join(os.homedir(), '.cache/meander'), 'python/bin/python');
  const { stdout, stderr } = spawnSync(python, ['-c', `import sys; from PIL import Image; i = Image.open(sys.argv[1]).convert("RGB"); c = ${JSON.stringify(color)}; print(*i.size, sum(max(abs(a - b) for a, b in zip(p, c)) < 24 for p in i.getdata()))`, file], { encoding: 'utf8' });
  assert.equal(stderr, '');
  const [width, height, near] = stdout.trim().split(' ').map(Number);
  return { width, height, near };
}

test('an author’s own colour is that of the path in posters and letters too', () => {
  const blue = [0, 90, 156];
  for (const [name, more] of /** @type {[string, string[]][]} */ ([['blue', ['--accent', '#005a9c']], ['plain', []]])) {
    const got = run(['figure', 'ideas', '--out', path.join(folder, name), ...more]);
    assert.equal(got.stderr, '');
  }
  for (const picture of ['poster-light.webp', 'letter.png', 'letter.gif']) {
    const [own, design] = ['blue', 'plain'].map((name) => pixelsOf(path.join(folder, name, picture), blue));
    assert.ok(own.near > design.near + 400, `${picture}: ${own.near} and ${design.near}`);
  }
});

test('a folder is called by its own name, and one that has a room’s is no pack', () => {
  const beside = path.join(folder, 'beside');
  fs.mkdirSync(path.join(beside, 'drawings'), { recursive: true });
  for (const out of ['.', 'drawings']) {
    const { status, stderr } = spawnSync(tool, ['figure', 'drawings', '--out', out, '--url', 'https://x.org/m/'],
      { encoding: 'utf8', cwd: path.join(beside, 'drawings', ...(out === '.' ? [] : ['..'])), env: { ...process.env, MEANDER_ROOT: root }, timeout: 300_000 });
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.match(fs.readFileSync(path.join(beside, 'drawings/component.html'), 'utf8'), /poster="https:\/\/x\.org\/m\/figures\/drawings\/poster-light\.webp"/);
  }
});

test('a poster of another shape is a figure of that shape', () => {
  for (const [room, size, wide, high] of /** @type {[string, string, number, number][]} */ ([['inside', '600x338', 600, 338], ['pictures', '480x480', 480, 480], ['sentences', '360x640', 360, 640], ['ideas', '800x600', 800, 600]])) {
    const out = path.join(folder, `shape-${room}-${size}.webp`);
    const got = run(['poster', room, '--out', out, '--size', size, '--scale', '1']);
    assert.equal(got.stderr, '', `${room} ${size}`);
    const { width, height } = pixelsOf(out, [0, 0, 0]);
    assert.deepEqual([width, height], [wide, high], `${room} ${size}`);
  }
});

/** What a letter's picture tells its reader to do. @type {Record<string, string>} */
const ACTION = {
  ideas: 'Walk it yourself', sentences: 'Try two lines of yours', inside: 'Look inside it yourself', sounds: 'Open it and press Play',
  pictures: 'Look closer yourself', drawings: 'Draw one yourself',
};

for (const room of ['ideas', 'sentences', 'inside', 'sounds', 'pictures', 'drawings']) {
  test(`a figure of ${room} is a whole folder`, () => {
    const out = path.join(folder, room);
    const got = run(['figure', room, '--out', out, '--url', 'https://x.org/meander', '--title', 'A "<b>title</b>"', '--start', 'near']);
    assert.equal(got.stderr, '');
    assert.equal(got.status, 0);
    const { bytes } = JSON.parse(got.stdout);
    for (const [name, size] of Object.entries(bytes)) assert.equal(read(room, name).length, size, name);
    const wanted = ['alt.txt', 'component.html', 'figure.json', 'iframe.html', 'letter.gif', 'letter.html', 'letter.png', 'link.txt', 'mail.html', 'markdown.md',
      'oembed.json', 'page.css', 'page.html', 'poster-dark.webp', 'poster-light.webp', 'text.txt'];
    assert.deepEqual(fs.readdirSync(out).sort(), wanted);
    const text = (/** @type {string} */ name) => read(room, name).toString();
    assert.deepEqual(sizeOf(read(room, 'letter.png')), [1200, 630]);
    assert.ok(bytes['letter.png'] <= 300_000, `${bytes['letter.png']}`);
    assert.equal(read(room, 'letter.gif').subarray(0, 6).toString(), 'GIF89a');
    assert.ok(bytes['letter.gif'] <= 1_000_000, `${bytes['letter.gif']}`);
    let pictures = 0;  // each has a graphic control of its own, with its picture right behind it
    const gif = read(room, 'letter.gif');
    for (let at = 0; (at = gif.indexOf(Buffer.from([0x21, 0xf9, 4]), at)) >= 0; at += 1) pictures += gif[at + 7] === 0 && gif[at + 8] === 0x2c ? 1 : 0;
    assert.equal(pictures, 12);
    assert.ok(bytes['mail.html'] < 100_000);
    assert.doesNotMatch(text('mail.html'), /<script|<style|<link/);
    assert.match(text('mail.html'), new RegExp(`https://x\\.org/meander/figures/${room}/letter\\.png`));
    assert.ok(text('mail.html').includes(`>${ACTION[room]}</a>`), 'its button says what its picture does');
    assert.match(text('component.html'), new RegExp(`<meander-figure room="${room}"[^>]* start="near"`));
    assert.doesNotMatch(text('component.html') + text('iframe.html') + text('page.html'), /<b>title/);
    assert.match(text('page.html'), /<meta name="twitter:card" content="summary_large_image">/);
    const oembed = JSON.parse(text('oembed.json'));
    assert.equal(oembed.type, 'rich');
    assert.ok(oembed.html.startsWith('<iframe src="https://x.org/meander/embed.html?room='));
    assert.match(oembed.html, new RegExp(`;poster=https://x\\.org/meander/figures/${room}/poster-light\\.webp&amp;poster-dark=https://x\\.org/meander/figures/${room}/poster-dark\\.webp&`), 'a letter has another shape than a frame');
    assert.equal(oembed.thumbnail_url, `https://x.org/meander/figures/${room}/letter.png`);
    const figure = JSON.parse(text('figure.json'));
    assert.equal(figure.title, 'A "<b>title</b>"');
    assert.equal(`${figure.link}\n`, text('link.txt'));
    assert.equal(`${figure.alt}\n`, text('alt.txt'));
    assert.ok(figure.alt.length > 20);
  });
}

test('without an address everything is beside everything, and no page promises cards', () => {
  const got = run(['figure', 'sentences', '--out', path.join(folder, 'bare')]);
  assert.equal(got.status, 0, got.stderr);
  assert.ok(!fs.existsSync(path.join(folder, 'bare/page.html')));
  const component = read('bare', 'component.html').toString();
  assert.match(component, / poster="poster-light\.webp" poster-dark="poster-dark\.webp" /);
  assert.match(component, /<source media="\(prefers-color-scheme: dark\)" srcset="poster-dark\.webp"><img src="poster-light\.webp" /);
  assert.doesNotMatch(read('bare', 'letter.html').toString(), /dark/);
  const dark = run(['figure', 'sentences', '--out', path.join(folder, 'night'), '--theme', 'dark']);
  assert.equal(dark.status, 0, dark.stderr);
  assert.match(read('night', 'component.html').toString(), / poster="poster-dark\.webp" title/);
  assert.doesNotMatch(read('night', 'component.html').toString(), /poster-light/);
});

test('an odd folder is a part of an address like any other, and a frame of a room is that room', () => {
  const name = 'Coffee #1? 10%25';
  const got = run(['figure', 'https://x.org/m/embed.html?room=drawings&theme=dark', '--out', path.join(folder, name)]);
  assert.equal(got.status, 0, got.stderr);
  const encoded = 'https://x.org/m/figures/Coffee%20%231%3F%2010%2525/';
  for (const file of ['component.html', 'markdown.md', 'page.html', 'oembed.json', 'letter.html']) {
    assert.ok(read(name, file).toString().includes(encoded), file);
    assert.ok(!read(name, file).toString().includes('Coffee #1'), file);
  }
});

test('a list of figures is read with care', () => {
  /** @param {unknown} list */
  const wrong = (list) => () => readFigures(typeof list === 'string' ? list : JSON.stringify(list), 'f.json');
  assert.deepEqual(readFigures(JSON.stringify([{ name: 'a-1', link: 'ideas', lock: true, title: 'T' }]), 'f.json'),
    [{ name: 'a-1', link: 'ideas', arguments: ['--title', 'T', '--lock'] }]);
  assert.throws(wrong('{'), /is no JSON/);
  assert.throws(wrong({}), /no list/);
  assert.throws(wrong([null]), /figure 1 of f\.json is no object/);
  for (const name of ['', '../x', 'A', 'x/y', '-x', 5, 'x'.repeat(80)]) assert.throws(wrong([{ name, link: 'ideas' }]), /needs a "name"/);
  assert.throws(wrong([{ name: 'a', link: 'ideas' }, { name: 'a', link: 'ideas' }]), /second that is called a/);
  for (const link of ['', undefined, 7, '--out']) assert.throws(wrong([{ name: 'a', link }]), /needs a "link"/);
  assert.throws(wrong([{ name: 'a', link: 'ideas', out: '/etc' }]), /"out" is not understood/);
  assert.throws(wrong([{ name: 'a', link: 'ideas', title: 5 }]), /"title" is a text/);
  for (const title of ['a\0b', 'x'.repeat(3_000_000)]) assert.throws(wrong([{ name: 'a', link: 'ideas', title }]), /longer than 2000 characters, or no text/);
  for (const link of ['ide\0as', 'x'.repeat(30_000)]) assert.throws(wrong([{ name: 'a', link }]), /"link" that is none/);
});
