// <meander-figure>: a figure in somebody's page. Built as element.js beside embed.html, whose address stays as it is:
// posts name it for years. The figure itself lives in a frame of embed.html, so that nothing of it touches the page
// around; this file gives it its place, keeps at most two of them alive, and speaks for it.

const base = new URL('.', import.meta.url);
/** How many may draw at a time: browsers give a page few drawing contexts. */
const MOST_ALIVE = 2;
const NARROW_BELOW = 480;
/** Passed on to the frame as they stand. */
const PASSED = ['room', 'theme', 'start', 'ui', 'title', 'accent', 'face'];
/** @type {MeanderFigure[]} the last to have begun stands last */
let alive = [];

export class MeanderFigure extends HTMLElement {
  static observedAttributes = [...PASSED, 'state', 'poster', 'lock', 'ratio'];

  constructor() {
    super();
    /** @type {HTMLIFrameElement | null} */
    this.frame = null;
    this.current = '';
    this.condition = 'waiting';
    /** What was wished before the frame could hear. @type {Record<string, unknown>[]} */
    this.wishes = [];
    this.size = new ResizeObserver(() => this.#fit());
    /** @param {MessageEvent} event */
    this.listener = (event) => {
      if (event.source !== this.frame?.contentWindow || event.origin !== base.origin || event.data?.meander !== 1) return;
      this.#hear(event.data);
    };
  }

  connectedCallback() {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    window.addEventListener('message', this.listener);
    this.#fit();
    this.size.observe(this);
    this.slotted = document.createElement('slot');
    const image = this.getAttribute('poster');
    if (image && !this.querySelector('img')) {
      // At once, before the frame has come.
      const first = document.createElement('img');
      first.src = image;
      first.alt = '';
      Object.assign(first.style, { width: '100%', height: '100%', objectFit: 'cover' });
      this.slotted.append(first);
    }
    for (const own of this.querySelectorAll('img')) Object.assign(own.style, { display: 'block', width: '100%', height: '100%', objectFit: 'cover' });
    Object.assign(this.style, { display: 'block', position: 'relative', overflow: 'hidden', borderRadius: '12px' });
    shadow.replaceChildren(this.slotted, this.#makeFrame());
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.listener);
    this.size.disconnect();
    alive = alive.filter((other) => other !== this);
    this.condition = 'waiting';
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.frame || before === now) return;
    if (name === 'state') void (now !== this.current && this.open(now ?? ''));
    else if (name === 'theme') this.#say({ type: 'theme', theme: now ?? 'auto' });
    else if (name === 'ratio') this.#fit();
    else this.frame.replaceWith(this.#makeFrame());
  }

  /** What stands after '#' in the address of what is shown. */
  get state() { return this.current; }
  set state(state) { this.setAttribute('state', state); }
  /** 'waiting', 'poster', 'starting', 'live', 'resting' or 'failed'. */
  get is() { return this.condition; }

  live() { this.#say({ type: 'live' }); }
  rest() { this.#say({ type: 'rest' }); }
  play() { this.#say({ type: 'play' }); }
  /** Shows another state, alive. @param {string} state */
  open(state) {
    // The frame tells only what a reader changes.
    this.current = state.replace(/^#/, '');
    this.#say({ type: 'open', state: this.current });
  }
  /** For a reader's own press only: browsers refuse it otherwise. */
  fullscreen() { return this.frame?.requestFullscreen(); }
  /** Any message of docs/embedding.md. @param {Record<string, unknown>} message */
  say(message) { this.#say(message); }

  #makeFrame() {
    const address = new URL('embed.html', base);
    for (const name of PASSED) {
      const value = this.getAttribute(name);
      if (value) address.searchParams.set(name, value);
    }
    if (this.hasAttribute('lock')) address.searchParams.set('lock', '1');
    const poster = this.getAttribute('poster') || (this.getAttribute('state') && this.querySelector('img')?.src);
    if (poster) address.searchParams.set('poster', new URL(poster, document.baseURI).href);
    this.current = (this.getAttribute('state') ?? '').replace(/^#/, '');
    address.hash = this.current;
    this.condition = 'waiting';
    const frame = document.createElement('iframe');
    frame.title = this.getAttribute('title') || this.querySelector('img')?.alt || 'Meander';
    frame.loading = 'lazy';
    frame.allow = 'fullscreen; clipboard-write';
    frame.referrerPolicy = 'no-referrer';
    frame.src = address.href;
    // Over what stands in its place until it has something to show.
    Object.assign(frame.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', border: '0', opacity: '0' });
    this.frame = frame;
    return frame;
  }

  /** As high as its width says: 3 to 2, in a narrow column 3 to 4, or as its author wants. */
  #fit() {
    const wanted = /^(\d{1,4})\s*[/:]\s*(\d{1,4})$/.exec(this.getAttribute('ratio') ?? '');
    const isNarrow = this.clientWidth > 0 && this.clientWidth < NARROW_BELOW;
    this.style.aspectRatio = wanted ? `${wanted[1]} / ${wanted[2]}` : isNarrow ? '3 / 4' : '3 / 2';
  }

  /** @param {Record<string, unknown>} message */
  #say(message) {
    if (this.condition === 'waiting') {
      this.wishes.push(message);
      if (this.frame) this.frame.loading = 'eager';
    } else {
      this.frame?.contentWindow?.postMessage({ meander: 1, ...message }, base.origin);
    }
  }

  /** @param {Record<string, unknown>} said */
  #hear(said) {
    if (said.type === 'figure') {
      this.condition = String(said.is);
      for (const wish of this.wishes.splice(0)) this.#say(wish);
      if (this.frame) this.frame.style.opacity = '1';
      if (this.slotted) this.slotted.style.visibility = 'hidden';
      alive = alive.filter((other) => other !== this);
      if (said.is === 'starting' || said.is === 'live') alive.push(this);
      while (alive.length > MOST_ALIVE) alive.shift()?.rest();
      if (said.is === 'live') this.#tell('ready', { room: said.room, title: said.title });
      this.#tell('conditionchange', { is: said.is });
    } else if (said.type === 'link' && said.state !== this.current) {
      this.current = String(said.state);
      this.#tell('statechange', { state: this.current });
    } else if (said.type === 'stop') {
      this.#tell('stop', { stop: said.stop, of: said.of, idea: said.idea });
    }
  }

  /** @param {string} name @param {Record<string, unknown>} detail */
  #tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })); }
}

// An author's captions: <a href="#ideas.…" data-figure="m1"> shows that state in the figure of that id. Where nothing
// of this runs, or in a letter, the same link leads to the page itself.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-figure]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const figure = document.getElementById(link.dataset.figure ?? '');
  if (!(figure instanceof MeanderFigure)) return;
  event.preventDefault();
  figure.open(link.hash);
  figure.scrollIntoView({ block: 'nearest' });
});

if (!customElements.get('meander-figure')) customElements.define('meander-figure', MeanderFigure);
