// Which element, class and attributes each node of a Page has: the table in docs/page.md, the same as
// src/canvas/page_html.cpp writes. Puts nothing into the document.
import { Kind } from './page_codec.mjs';

/** @typedef {import('./page_codec.mjs').PageNode} PageNode */

const LANDMARKS = new Map([['banner', 'header'], ['navigation', 'nav'], ['main', 'main'],
  ['complementary', 'aside'], ['article', 'article']]);
/** @type {Map<number, string>} */
const ELEMENTS = new Map([[Kind.paragraph, 'p'], [Kind.link, 'a'], [Kind.button, 'button'],
  [Kind.canvasTwin, 'button'], [Kind.field, 'input'], [Kind.textArea, 'textarea'], [Kind.slider, 'input'], [Kind.file, 'label'], [Kind.item, 'li'],
  [Kind.table, 'table'], [Kind.row, 'tr'], [Kind.gap, 'tr'], [Kind.cell, 'td'], [Kind.headCell, 'th'], [Kind.image, 'img'],
  [Kind.text, 'span'], [Kind.bar, 'span'], [Kind.dot, 'span'], [Kind.icon, 'span'], [Kind.arc, 'span'],
  [Kind.profile, 'span'], [Kind.ladder, 'span'], [Kind.tracks, 'span'], [Kind.pair, 'span'], [Kind.drawn, 'canvas']]);

/** @param {PageNode} node */
export function elementName(node) {
  if (node.kind === Kind.group) return LANDMARKS.get(node.role) ?? 'div';
  if (node.kind === Kind.heading) return `h${Math.min(Math.max(node.level, 1), 6)}`;
  if (node.kind === Kind.list) return node.level === 1 ? 'ol' : 'ul';
  return ELEMENTS.get(node.kind) ?? 'div';
}

/** @param {PageNode} node */
function classes(node) {
  const own = {
    [Kind.bar]: 'bar', [Kind.dot]: `dot topic-${Math.trunc(node.value)}`, [Kind.icon]: `icon icon-${node.detail}`,
    [Kind.arc]: `arc arc-${Math.trunc(node.value)}`, [Kind.profile]: 'profile', [Kind.gap]: 'gap', [Kind.ladder]: 'ladder-ties', [Kind.tracks]: 'tracks',
    [Kind.pair]: 'pair', [Kind.puck]: 'puck', [Kind.scrub]: 'scrub', [Kind.slide]: 'slide', [Kind.drawn]: 'drawn', [Kind.chart]: 'chart', [Kind.slider]: 'slider',
  }[node.kind] ?? '';
  return [own, node.show === 1 ? 'reader-only' : '', node.style].filter(Boolean).join(' ');
}

/** @param {string} href */
const isSafe = (href) => href.startsWith('https://') || href.startsWith('#') || href.startsWith('./');

/** Every attribute a node's element should have. @param {PageNode} node @returns {Record<string, string>} */
export function attributes(node) {
  /** @type {Record<string, string>} */
  const out = {};
  /** @param {string} name @param {string} value */
  const put = (name, value) => { if (value) out[name] = value; };
  put('data-key', node.key);
  put('class', classes(node));
  put(node.kind === Kind.image ? 'alt' : 'aria-label', node.label);
  put('aria-current', node.current ? 'true' : '');
  if (node.pressed) out['aria-pressed'] = 'true';
  if (node.disabled) out.disabled = '';
  put('data-press', node.onPress);
  put('data-point', node.onPoint);
  put('data-escape', node.onEscape);
  put('data-key-press', node.onKey);
  put('tabindex', ['', '0', '-1'][node.tab] ?? '');
  put('data-argument', node.argument);
  switch (node.kind) {
    case Kind.group:
      if (elementName(node) === 'div') put('role', node.role);
      if (node.role === 'main') out.id = 'main';
      break;
    case Kind.link:
      out.href = isSafe(node.href) ? node.href : '#';
      if (node.href.startsWith('https://')) out.rel = 'noopener';
      break;
    case Kind.button: case Kind.canvasTwin: out.type = 'button'; break;
    case Kind.field: case Kind.textArea:
      if (node.kind === Kind.field) out.type = 'text';
      out.autocomplete = 'off';
      out.spellcheck = 'false';
      put('placeholder', node.detail);
      put('data-input', node.onInput);
      put('data-submit', node.onSubmit);
      break;
    case Kind.slider:
      Object.assign(out, { type: 'range', min: '0', max: '1', step: node.level > 0 ? String(Math.floor(1e6 / node.level) / 1e6) : '0.05' });
      put('aria-valuetext', node.detail);
      put('data-input', node.onInput);
      break;
    case Kind.file:
      put('data-input', node.onInput);
      put('data-most', node.level > 0 ? String(node.level) : '');
      put('data-bytes', node.role === 'bytes' ? 'yes' : '');
      break;
    case Kind.puck: case Kind.scrub:
      Object.assign(out, { role: 'slider', tabindex: '0', 'aria-valuemin': '0' });
      out['aria-valuemax'] = node.kind === Kind.puck ? '100' : String(node.level);
      out['aria-valuenow'] = node.kind === Kind.puck ? node.detail.split(' ')[0] : String(Math.round(node.value));
      put('aria-valuetext', node.kind === Kind.puck ? node.text : node.detail);
      put('data-hand', node.onInput);
      put('data-hand-end', node.onSubmit);
      break;
    case Kind.slide: out['aria-hidden'] = 'true'; break;
    case Kind.choice: out.role = 'group'; break;
    case Kind.dialog: out.role = 'dialog'; out['aria-modal'] = 'true'; out.tabindex = '-1'; break;
    case Kind.status: out.role = 'status'; out['aria-live'] = 'polite'; break;
    case Kind.headCell: out.scope = 'col'; put('aria-sort', node.detail); break;
    case Kind.table:
      put('aria-rowcount', node.value > 0 ? String(node.value) : '');
      put('data-rows', node.onInput);
      break;
    case Kind.row: put('aria-rowindex', node.value > 0 ? String(node.value) : ''); break;
    case Kind.gap: out['aria-hidden'] = 'true'; break;
    case Kind.image: if (isSafe(node.href)) out.src = node.href; break;
    case Kind.dot: case Kind.icon: case Kind.arc: case Kind.profile: case Kind.ladder: case Kind.tracks: case Kind.pair:
      if (node.label) out.role = 'img'; else out['aria-hidden'] = 'true';
      break;
    case Kind.drawn:
      out.role = 'img';
      put('data-picture', node.detail);
      break;
    case Kind.text: if (node.label) out.role = 'img'; break;
    default: break;
  }
  return out;
}
