// Shows a Page in the DOM and keeps it in step: nodes are matched by key, only what differs is
// touched, so that focus, caret, scroll and a word being composed stay. Elements and attributes are
// those of src/canvas/page_html.cpp (docs/page.md). Text is text: nothing here parses markup.
import { decodePage, Kind } from './page_codec.mjs';
import { attributes, elementName } from './page_elements.mjs';
import { listenToPage } from './page_events.mjs';
import { listenToHands } from './page_hands.mjs';
import { ladder, tracks } from './page_ladder.mjs';
import { showChosen } from './page_rows.mjs';
import { arc, bar, hops, pair, puck, river, scrub } from './page_signs.mjs';
import { slide } from './page_slide.mjs';
import { ties } from './page_ties.mjs';

/** @typedef {import('./page_codec.mjs').PageNode} PageNode */
/** @typedef {(action: string, argument: string) => void} Act */

/** What the renderer itself sets, so that no node takes it away again. */
const LEFT_MS = 300;  // by then the room has heard what a field was left with
const OWN = new Set(['inert', 'tabindex', 'hidden', 'style', 'width', 'height']);

/** @param {Element} element @param {Record<string, string>} wanted */
function setAttributes(element, wanted) {
  for (const { name } of [...element.attributes]) if (!(name in wanted) && !OWN.has(name)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(wanted)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

export class PageRenderer {
  /** @param {HTMLElement} root @param {HTMLCanvasElement} canvas @param {Act} act @param {AbortSignal} [signal] ends it */
  constructor(root, canvas, act, signal) {
    this.root = root;
    this.canvas = canvas;
    this.isShowing = false;
    /** What happens because the page is being changed waits: the program is in the middle of a call. @type {Act} */
    this.act = (action, argument) => {
      if (this.isShowing) queueMicrotask(() => act(action, argument));
      else act(action, argument);
    };
    /** @type {WeakMap<Element, string>} what a field was last given */
    this.given = new WeakMap();
    /** @type {WeakSet<Element>} whose node asked for the focus and has had it */
    this.hadFocus = new WeakSet();
    /** @type {HTMLElement | null} whose node says that it has the focus */
    this.keeper = null;
    /** @type {HTMLElement | null} the title, where another text has begun */
    this.newTitle = null;
    /** @type {WeakMap<Element, string>} what was last drawn into an element by us */
    this.signs = new WeakMap();
    /** @type {WeakMap<Element, ImageData>} what is to be seen in it */
    this.painted = new WeakMap();
    /** @type {WeakSet<Element>} elements filled in this pass */
    this.isWanted = new WeakSet();
    /** @type {Map<string, ImageData>} what the program has drawn for the page, by name */
    this.pictures = new Map();
    /** @type {[HTMLElement, PageNode][]} gliding words, placed once all lines stand */
    this.slides = [];
    /** @type {WeakSet<Element>} chosen ones of rows, and since when */
    this.wasChosen = new WeakSet();
    /** @type {Element[]} */
    this.chosen = [];
    /** @type {HTMLElement | null} what had the focus before a dialog opened */
    this.before = null;
    /** @type {HTMLElement | null} */
    this.wantsFocus = null;
    this.saidAt = 0;
    this.isComposing = false;
    this.placesTold = '';
    /** An author's own title of the document, where there is one. */
    this.titleOf = () => '';
    listenToPage(this);
    listenToHands(this, signal);
    new ResizeObserver(() => this.tellPlaces()).observe(canvas);
    void document.fonts.ready.then(() => this.tellPlaces());
  }

  /** A page without nodes says that there is nothing yet: what is there stays. @param {Uint8Array} bytes */
  show(bytes) {
    const page = decodePage(bytes);
    if (page.nodes.length === 0) return;
    this.isShowing = true;
    const title = this.titleOf() || page.title;
    if (document.title !== title) document.title = title;
    const active = document.activeElement;
    const hadDialog = this.root.querySelector('[role="dialog"]') !== null;
    if (!hadDialog && active instanceof HTMLElement) this.before = active;
    this.wantsFocus = null;
    this.newTitle = null;
    this.keeper = null;
    this.isWanted = new WeakSet();
    this.slides = [];
    this.chosen = [];
    const wasReading = active !== null && active.closest('article') !== null;
    this.children(this.root, page.nodes);  // the still page's elements have the same keys and are taken over
    this.moveFocus(hadDialog, wasReading, active?.isConnected === false, active);
    for (const [overlay, node] of this.slides) slide(overlay, this.root, node);
    showChosen(this.chosen);
    this.tellPlaces();
    this.isShowing = false;
  }

  /**
   * A picture whose marks stand beside lines of the page is told how high they stand: "argument middle;…" in pixels
   * from the chart's top, whenever that changes.
   */
  tellPlaces() {
    if (!this.canvas.isConnected || window.matchMedia('print').matches) return;
    for (const overlay of this.root.querySelectorAll('.ties[data-argument]')) ties(/** @type {HTMLElement} */ (overlay), this.root);
    const top = this.canvas.getBoundingClientRect().top;
    const places = [...this.root.querySelectorAll('.placed')].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const middle = Math.round((box.top + box.height / 2 - top) * 2) / 2;
      return box.height > 0 && element instanceof HTMLElement ? [`${element.dataset.argument} ${middle}`] : [];
    }).join(';');
    if (places === this.placesTold || !places) return;
    this.placesTold = places;
    this.act('placed', places);
  }

  /**
   * @param {boolean} hadDialog @param {boolean} wasReading the focus was in the article @param {boolean} isGone … or on what is gone
   * @param {Element | null} active what had it
   */
  moveFocus(hadDialog, wasReading, isGone, active) {
    const dialog = /** @type {HTMLElement | null} */ (this.root.querySelector('[role="dialog"]'));
    for (const part of this.root.children) {
      if (part instanceof HTMLElement) part.inert = dialog !== null && part !== dialog && part.getAttribute('role') !== 'status';
    }
    const wanted = /** @type {HTMLElement | null} */ (this.wantsFocus);
    const title = /** @type {HTMLElement | null} */ (this.newTitle);
    title?.closest('.scroll')?.scrollTo(0, 0);
    if (dialog && !hadDialog) {
      (wanted ?? dialog).focus();
    } else if (!dialog && hadDialog && this.before?.isConnected) {
      this.before.focus();
    } else if (wanted) {
      wanted.focus();
      if (wanted instanceof HTMLTextAreaElement && wanted.classList.contains('paste')) wanted.select();  // also where it had the focus
    } else if (title && (wasReading || isGone)) {
      title.tabIndex = -1;  // read on from the top of the text that the link led to
      title.focus({ preventScroll: true });
    } else if (!dialog && isGone) {
      // What was pressed has gone with it: back to who says so, or to what now does the same.
      const keeper = /** @type {HTMLElement | null} */ (this.keeper);
      const press = active instanceof HTMLElement ? active.dataset.press : undefined;
      (keeper ?? (press ? this.root.querySelector(`[data-press="${CSS.escape(press)}"]`) : null))?.focus();
    } else if (active instanceof HTMLButtonElement && active.disabled) {
      // What was pressed cannot be pressed again: the keyboard stays beside it.
      const beside = active.parentElement?.querySelector('button:not([disabled])');
      const near = beside ?? active.closest('[data-escape]')?.querySelector('button:not([disabled])');
      if (near instanceof HTMLElement) near.focus();
    }
  }

  /** What a field holds and the room did not take goes once the field is left. @param {HTMLInputElement} field */
  leave(field) {
    window.setTimeout(() => {
      const text = this.given.get(field);
      const isLeft = field.isConnected && field !== document.activeElement && !this.isComposing;
      if (isLeft && text !== undefined && field.value !== text) field.value = text;
    }, LEFT_MS);
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
    const wanted = nodes.filter((node) => node.show !== 2).map((node) => {
      const name = elementName(node);
      const id = `${name} ${node.key}`;
      const element = (node.key && old.get(id)) || document.createElement(name);
      old.delete(id);
      this.fill(element, node);
      return element;
    });
    // What is gone goes first: an element that need not move keeps its focus and its scroll. The canvas stays.
    for (const child of [...parent.childNodes]) {
      const isKept = child === this.canvas || (child instanceof Element && this.isWanted.has(child));
      if (!isKept) child.remove();
    }
    const active = document.activeElement;
    let place = parent.firstChild;
    for (const element of wanted) {
      // What is moved loses the focus: where it is within, the others go round it.
      while (place && place !== element && element.parentNode === parent && element.contains(active)) {
        const other = place;
        place = other.nextSibling;
        parent.append(other);
      }
      if (place === element) place = element.nextSibling;
      else parent.insertBefore(element, place);
    }
  }

  /** @param {Element} element @param {PageNode} node */
  fill(element, node) {
    this.isWanted.add(element);
    setAttributes(element, attributes(node));
    this.noteFocus(/** @type {HTMLElement} */ (element), node);
    if (!node.pressed) this.wasChosen.delete(element);
    else if (!this.wasChosen.has(element)) this.wasChosen.add(element), this.chosen.push(element);
    switch (node.kind) {
      case Kind.chart: this.chart(element, node); break;
      case Kind.field: case Kind.textArea: this.field(/** @type {HTMLInputElement} */ (element), node); break;
      case Kind.slider: this.slider(/** @type {HTMLInputElement} */ (element), node.value); break;
      case Kind.file: this.file(element, node); break;
      case Kind.bar: this.sign(element, `bar ${node.value}`, () => bar(node.value)); break;
      case Kind.arc: this.sign(element, `arc ${node.value}`, () => arc(node.value)); break;
      case Kind.profile: this.sign(element, `river ${node.detail} ${node.value}`, () => (node.style === 'hops' ? hops : river)(node.detail, node.value)); break;
      case Kind.table: this.children(element, node.children); this.longTable(element, node); break;
      case Kind.gap: this.gap(/** @type {HTMLElement} */ (element), node.value); break;
      case Kind.ladder: this.sign(element, `ladder ${node.detail} ${node.value}`, () => ladder(node.detail, node.value)); break;
      case Kind.tracks: this.sign(element, `tracks ${node.detail} ${node.value}`, () => tracks(node.detail, node.value)); break;
      case Kind.pair: this.sign(element, `pair ${node.value} ${node.detail}`, () => pair(node.value, node.detail)); break;
      case Kind.puck: this.sign(element, `puck ${node.detail}`, () => puck(node.detail)); break;
      case Kind.scrub: this.sign(element, `scrub ${node.level} ${node.value}`, () => scrub(node.level, node.value)); break;
      case Kind.drawn: this.paint(/** @type {HTMLCanvasElement} */ (element)); break;
      case Kind.slide: this.slides.push([/** @type {HTMLElement} */ (element), node]); break;
      case Kind.dot: case Kind.icon: case Kind.image: case Kind.status: break;
      default:
        if (node.children.length > 0 || element.children.length > 0) {
          this.mixed(element, node);
        } else if (element.textContent !== node.text) {
          element.textContent = node.text;
        }
    }
  }

  /** @param {HTMLElement} element @param {PageNode} node */
  noteFocus(element, node) {
    if (node.focus) this.keeper = element;
    // What is there to be copied by hand is selected again where it is another text.
    const isNews = node.kind === Kind.textArea && element.classList.contains('paste') && this.given.get(element) !== node.text;
    if (!node.focus || isNews) this.hadFocus.delete(element);
    if (node.focus && !this.hadFocus.has(element)) {
      this.hadFocus.add(element);
      this.wantsFocus = element;
    }
    const isTitle = node.kind === Kind.heading && node.level === 1;
    if (isTitle && element.textContent && element.textContent !== node.text) this.newTitle = element;
  }

  /** Own text first, then children. @param {Element} element @param {PageNode} node */
  mixed(element, node) {
    if (!node.text) {
      this.children(element, node.children);
      return;
    }
    const words = { ...node, kind: Kind.text, key: '·', style: '', label: '', onPress: '', onPoint: '', onEscape: '', argument: '',
      current: false, pressed: false, disabled: false, focus: false, show: 0, children: [] };
    this.children(element, [words, ...node.children]);
  }

  /** The words of a button, and within them the field that asks for a file. @param {Element} label @param {PageNode} node */
  file(label, node) {
    // On a still page there are only its words.
    if (label.firstChild?.nodeValue === node.text && label.querySelector('input')) return;
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = node.detail;
    input.multiple = node.detail.includes(',');  // of several kinds, which belong together
    input.className = 'reader-only';
    label.replaceChildren(node.text, input);
  }

  /** Where the hand holds it, it stays. @param {HTMLInputElement} slider @param {number} value 0…1 */
  slider(slider, value) {
    if (slider !== document.activeElement) slider.value = String(value);
    slider.style.setProperty('--share', slider.value);
  }

  /** A picture that the program has drawn for a place in the page. @param {string} name @param {number} width @param {Uint8Array} rgba */
  picture(name, width, rgba) {
    this.pictures.set(name, new ImageData(new Uint8ClampedArray(rgba), width));
    for (const canvas of this.root.querySelectorAll('canvas[data-picture]')) this.paint(/** @type {HTMLCanvasElement} */ (canvas));
  }

  /** @param {HTMLCanvasElement} canvas */
  paint(canvas) {
    const picture = this.pictures.get(canvas.dataset.picture ?? '');
    if (!picture || this.painted.get(canvas) === picture) return;
    this.painted.set(canvas, picture);
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d')?.putImageData(picture, 0, 0);
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
    canvas.toggleAttribute('data-fixed', node.role === 'fixed');  // a picture, not a map: see input.mjs
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', `${node.label}. ${node.detail}`);
    if (canvas.parentElement !== element) element.append(canvas);
  }

  /** Another order or choice of rows begins at the top. @param {Element} table @param {PageNode} node */
  longTable(table, node) {
    const was = this.given.get(table);
    this.given.set(table, node.argument);
    if (was !== undefined && was !== node.argument) table.parentElement?.scrollTo(0, 0);
  }

  /** As high as its rows would be; the style sheet knows how high one is. @param {HTMLElement} gap @param {number} rows */
  gap(gap, rows) {
    if (!gap.firstElementChild) gap.append(document.createElement('td'));
    gap.style.setProperty('--rows', String(rows));
  }

  /**
   * While the reader types, the room's text follows the field's and nothing is written over; only a text that
   * the room itself changed is put in, and never into a word being composed.
   * @param {HTMLInputElement} field @param {PageNode} node
   */
  field(field, node) {
    const isNews = this.given.get(field) !== node.text;
    this.given.set(field, node.text);
    const isBusy = field === document.activeElement && (!isNews || this.isComposing);
    if (!isBusy && field.value !== node.text) field.value = node.text;
  }
}
