// Shows a Page in the DOM and keeps it in step: nodes are matched by key, only what differs is
// touched, so that focus, caret, scroll and a word being composed stay. Elements and attributes are
// those of src/canvas/page_html.cpp (docs/page.md). Text is text: nothing here parses markup.
import { decodePage, Kind } from './page_codec.mjs';
import { arc, bar, river } from './page_signs.mjs';

/** @typedef {import('./page_codec.mjs').PageNode} PageNode */
/** @typedef {(action: string, argument: string) => void} Act */

const LANDMARKS = new Map([['banner', 'header'], ['navigation', 'nav'], ['main', 'main'],
  ['complementary', 'aside'], ['article', 'article']]);
/** @type {Map<number, string>} */
const ELEMENTS = new Map([[Kind.paragraph, 'p'], [Kind.link, 'a'], [Kind.button, 'button'],
  [Kind.canvasTwin, 'button'], [Kind.field, 'input'], [Kind.textArea, 'textarea'], [Kind.item, 'li'],
  [Kind.table, 'table'], [Kind.row, 'tr'], [Kind.cell, 'td'], [Kind.headCell, 'th'], [Kind.image, 'img'],
  [Kind.text, 'span'], [Kind.bar, 'span'], [Kind.dot, 'span'], [Kind.icon, 'span'], [Kind.arc, 'span'],
  [Kind.profile, 'span']]);

/** @param {PageNode} node */
function elementName(node) {
  if (node.kind === Kind.group) return LANDMARKS.get(node.role) ?? 'div';
  if (node.kind === Kind.heading) return `h${Math.min(Math.max(node.level, 1), 6)}`;
  if (node.kind === Kind.list) return node.level === 1 ? 'ol' : 'ul';
  return ELEMENTS.get(node.kind) ?? 'div';
}

/** @param {PageNode} node */
function classes(node) {
  const own = {
    [Kind.bar]: 'bar', [Kind.dot]: `dot topic-${Math.trunc(node.value)}`, [Kind.icon]: `icon icon-${node.detail}`,
    [Kind.arc]: `arc arc-${Math.trunc(node.value)}`, [Kind.profile]: 'profile', [Kind.chart]: 'chart',
  }[node.kind] ?? '';
  return [own, node.show === 1 ? 'reader-only' : '', node.style].filter(Boolean).join(' ');
}

/** @param {string} href */
const isSafe = (href) => href.startsWith('https://') || href.startsWith('#') || href.startsWith('./');

/** Every attribute a node's element should have. @param {PageNode} node @returns {Record<string, string>} */
function attributes(node) {
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
    case Kind.field:
      out.type = 'text';
      out.autocomplete = 'off';
      out.spellcheck = 'false';
      put('placeholder', node.detail);
      put('data-input', node.onInput);
      put('data-submit', node.onSubmit);
      break;
    case Kind.choice: out.role = 'group'; break;
    case Kind.dialog: out.role = 'dialog'; out['aria-modal'] = 'true'; out.tabindex = '-1'; break;
    case Kind.status: out.role = 'status'; out['aria-live'] = 'polite'; break;
    case Kind.headCell: out.scope = 'col'; break;
    case Kind.image: if (isSafe(node.href)) out.src = node.href; break;
    case Kind.dot: case Kind.icon: case Kind.arc: case Kind.profile:
      if (node.label) out.role = 'img'; else out['aria-hidden'] = 'true';
      break;
    case Kind.text: if (node.label) out.role = 'img'; break;
    default: break;
  }
  return out;
}

/** @param {Element} element @param {Record<string, string>} wanted */
function setAttributes(element, wanted) {
  for (const { name } of [...element.attributes]) if (!(name in wanted)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(wanted)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

export class PageRenderer {
  /** @param {HTMLElement} root @param {HTMLCanvasElement} canvas @param {Act} act */
  constructor(root, canvas, act) {
    this.root = root;
    this.canvas = canvas;
    this.act = act;
    this.isFirst = true;
    /** @type {WeakMap<Element, string>} what was last drawn into an element by us */
    this.signs = new WeakMap();
    /** @type {WeakSet<Element>} elements filled in this pass */
    this.isWanted = new WeakSet();
    /** @type {Element | null} what had the focus before a dialog opened */
    this.before = null;
    /** @type {Element | null} */
    this.wantsFocus = null;
    this.saidAt = 0;
    this.listen();
  }

  /** @param {Uint8Array} bytes */
  show(bytes) {
    const page = decodePage(bytes);
    if (document.title !== page.title) document.title = page.title;
    const hadDialog = this.root.querySelector('[role="dialog"]') !== null;
    if (!hadDialog && document.activeElement instanceof HTMLElement) this.before = document.activeElement;
    if (this.isFirst) this.root.replaceChildren();  // the still page's words give way to live ones
    this.isFirst = false;
    this.wantsFocus = null;
    this.isWanted = new WeakSet();
    this.children(this.root, page.nodes);
    const dialog = /** @type {HTMLElement | null} */ (this.root.querySelector('[role="dialog"]'));
    for (const part of this.root.children) {
      if (part instanceof HTMLElement) part.inert = dialog !== null && part !== dialog && part.getAttribute('role') !== 'status';
    }
    if (dialog && !hadDialog) {
      const wanted = /** @type {HTMLElement | null} */ (this.wantsFocus);
      (wanted ?? dialog).focus();
    } else if (!dialog && hadDialog && this.before instanceof HTMLElement) {
      this.before.focus();
    }
  }

  /** @param {string} text */
  say(text) {
    const status = this.root.querySelector('[role="status"]');
    if (!status) return;
    clearTimeout(this.saidAt);
    // One message at most every 700 ms: the last one wins.
    this.saidAt = window.setTimeout(() => { status.textContent = text; }, 700);
  }

  /** @param {Element} parent @param {PageNode[]} nodes */
  children(parent, nodes) {
    /** @type {Map<string, Element>} */
    const old = new Map();
    for (const child of parent.children) {
      const key = child.getAttribute('data-key');
      if (key !== null) old.set(`${child.localName} ${key}`, child);
    }
    /** @type {Element | null} */
    let last = null;
    for (const node of nodes) {
      if (node.show === 2) continue;
      const name = elementName(node);
      const id = `${name} ${node.key}`;
      const element = (node.key && old.get(id)) || document.createElement(name);
      old.delete(id);
      this.fill(element, node);
      /** @type {ChildNode | null} */
      const place = last ? last.nextSibling : parent.firstChild;
      if (place !== element) parent.insertBefore(element, place);
      last = element;
    }
    // Whatever stands after the last wanted child, or lost its key, is gone; the canvas stays.
    for (const child of [...parent.childNodes]) {
      const isKept = child === this.canvas || (child instanceof Element && this.isWanted.has(child));
      if (!isKept) child.remove();
    }
  }

  /** @param {Element} element @param {PageNode} node */
  fill(element, node) {
    this.isWanted.add(element);
    setAttributes(element, attributes(node));
    if (node.focus) this.wantsFocus = element;
    switch (node.kind) {
      case Kind.chart: this.chart(element, node); break;
      case Kind.field: case Kind.textArea: this.field(/** @type {HTMLInputElement} */ (element), node); break;
      case Kind.bar: this.sign(element, `bar ${node.value}`, () => bar(node.value)); break;
      case Kind.arc: this.sign(element, `arc ${node.value}`, () => arc(node.value)); break;
      case Kind.profile: this.sign(element, `river ${node.detail} ${node.value}`, () => river(node.detail, node.value)); break;
      case Kind.dot: case Kind.icon: case Kind.image: case Kind.status: break;
      default:
        if (node.children.length > 0 || element.children.length > 0) {
          this.mixed(element, node);
        } else if (element.textContent !== node.text) {
          element.textContent = node.text;
        }
    }
  }

  /** Own text first, then children. @param {Element} element @param {PageNode} node */
  mixed(element, node) {
    if (!node.text) {
      this.children(element, node.children);
      return;
    }
    const words = { ...node, kind: Kind.text, key: '·', style: '', label: '', onPress: '', onPoint: '', argument: '',
      current: false, pressed: false, disabled: false, focus: false, show: 0, children: [] };
    this.children(element, [words, ...node.children]);
  }

  /** @param {Element} element @param {string} what @param {() => Element} draw */
  sign(element, what, draw) {
    if (this.signs.get(element) === what) return;
    this.signs.set(element, what);
    element.replaceChildren(draw());
  }

  /** @param {Element} element @param {PageNode} node */
  chart(element, node) {
    element.removeAttribute('aria-label');
    const { canvas } = this;
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', `${node.label}. ${node.detail}`);
    if (canvas.parentElement !== element) element.append(canvas);
  }

  /** The reader's own typing is never written over. @param {HTMLInputElement} field @param {PageNode} node */
  field(field, node) {
    if (field === document.activeElement || field.value === node.text) return;
    field.value = node.text;
  }

  listen() {
    const { root } = this;
    /** @param {Event} event @param {string} name @returns {HTMLElement | null} */
    const near = (event, name) => {
      const target = event.target instanceof Element ? event.target.closest(`[${name}]`) : null;
      return target instanceof HTMLElement && root.contains(target) ? target : null;
    };
    /** @param {HTMLElement} element @param {'press' | 'point' | 'input' | 'submit'} what @param {string} [argument] */
    const tell = (element, what, argument) =>
      this.act(element.dataset[what] ?? '', argument ?? element.dataset.argument ?? '');
    root.addEventListener('click', (event) => {
      const pressed = near(event, 'data-press');
      if (!pressed) return;
      if (pressed.getAttribute('role') === 'dialog') {
        if (event.target === pressed) tell(pressed, 'press');  // beside the dialog's own content
        return;
      }
      const leaves = pressed instanceof HTMLAnchorElement && pressed.getAttribute('href') !== '#';
      if (leaves || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      tell(pressed, 'press');
    });
    root.addEventListener('input', (event) => {
      const field = near(event, 'data-input');
      if (field instanceof HTMLInputElement) tell(field, 'input', field.value);
    });
    root.addEventListener('keydown', (event) => {
      const field = near(event, 'data-submit');
      if (event.key === 'Enter' && !event.isComposing && field instanceof HTMLInputElement) {
        event.preventDefault();
        tell(field, 'submit', field.value);
      }
      if (event.key !== 'Escape') return;
      const dialog = near(event, 'role');
      const open = root.querySelector('[role="dialog"]');
      if (open instanceof HTMLElement) tell(open, 'press');
      else if (field || dialog?.closest('[role="search"]')) this.act('search-close', '');
    });
    for (const [enter, leave] of [['pointerover', 'pointerout'], ['focusin', 'focusout']]) {
      root.addEventListener(enter, (event) => {
        const pointed = near(event, 'data-point');
        const isFinger = event instanceof PointerEvent && event.pointerType === 'touch';
        if (pointed && !isFinger) tell(pointed, 'point');
      });
      root.addEventListener(leave, (event) => {
        const pointed = near(event, 'data-point');
        if (pointed) tell(pointed, 'point', '');
      });
    }
  }
}
