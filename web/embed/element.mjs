// <meander-figure>: a figure in somebody's page. Built as element.js beside embed.html, whose address stays as it is:
// posts name it for years. The figure itself lives in a frame of embed.html, so that nothing of it touches the page
// around; this file gives it its place, keeps at most two of them alive, and speaks for it.

const home = new URL('.', import.meta.url);
/** How many may draw at a time: browsers give a page few drawing contexts. */
const MOST_ALIVE = 2;
const NARROW_BELOW = 480;
/** Below this a frame stays a poster (figure.mjs). */
const LEAST_WIDTH = 320;
const LEAST_HEIGHT = 240;
/** Passed on to the frame as they stand. */
const PASSED = ['room', 'theme', 'start', 'ui', 'title', 'accent', 'face'];
/** How it looks where the page around does not say otherwise: what that says of an element goes before this. */
const LOOKS = 'display:block;position:relative;overflow:hidden;border-radius:12px';
/** As wide as it would be where nothing else says how wide that is, between words or in a row. */
const OWN_WIDTH = 600;
/** Longer is no attribute but an accident; a server would refuse the address. */
const LONGEST = 2000;
/** @type {MeanderFigure[]} the last to have begun stands last */
let alive = [];

/** What stands after '#'; null where it can be no state, as in messages.mjs. @param {unknown} said */
const stateOf = (said) => /^#?((?:[a-z]{1,24}\.[\w-]{1,60000})?)$/.exec(String(said ?? ''))?.[1] ?? null;
/** A picture's, absolute, or '' where it is none: others would be an error of this page's. @param {string | null | undefined} said */
function addressOf(said) {
  try {
    const { protocol, href } = new URL(said || 'none:', document.baseURI);
    // In a list of pictures (srcset) a space ends the address.
    return /^(https?|blob):|^data:image\//.test(href) || protocol === location.protocol ? href.replaceAll(' ', '%20') : '';
  } catch {
    return '';
  }
}

/**
 * Where the site lies that a figure is of: where this file does, or where its author says. The first of two sites in one
 * page has the name of the component, and makes the figures of both. @param {string | null} said
 */
function siteOf(said) {
  try {
    const site = new URL(said ? said.replace(/\/*$/, '/') : home, document.baseURI);
    return /^https?:$/.test(site.protocol) ? site : home;
  } catch {
    return home;
  }
}

/** Null where a page's own browser cannot: a sheet in an element would be refused by strict policies. */
function newSheet() {
  try {
    return 'adoptedStyleSheets' in document ? new CSSStyleSheet() : null;
  } catch {
    return null;
  }
}

export class MeanderFigure extends HTMLElement {
  static observedAttributes = [...PASSED, 'site', 'state', 'poster', 'poster-dark', 'lock', 'ratio'];

  constructor() {
    super();
    /** @type {HTMLIFrameElement | null} */
    this.frame = null;
    this.base = home;
    this.current = '';
    this.condition = 'waiting';
    /** What was wished before the frame could hear. @type {Record<string, unknown>[]} */
    this.wishes = [];
    /** The frame whose place another one takes, until that has something to show. @type {HTMLIFrameElement | null} */
    this.left = null;
    this.isToBeRenewed = false;
    this.isOtherRoom = false;
    /** It was alive, and is again as soon as its new frame is. */
    this.isToLive = false;
    /** To live, and the frame has not answered yet. */
    this.isAsked = false;
    this.size = new ResizeObserver(() => this.#fit());
    this.sheet = newSheet();
    /** Holds what is shown, out of reach of the page's own sheets: whatever those make of the figure, nothing in it is larger. */
    this.box = document.createElement('div');
    this.box.style.cssText = 'position:relative;overflow:hidden;width:100%;height:100%';
    /** @param {MessageEvent} event */
    this.listener = (event) => {
      if (event.source !== this.frame?.contentWindow || event.origin !== this.base.origin || event.data?.meander !== 1) return;
      this.#hear(event.data);
    };
  }

  connectedCallback() {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    window.addEventListener('message', this.listener);
    this.slotted = document.createElement('slot');
    const light = addressOf(this.getAttribute('poster')), dark = addressOf(this.getAttribute('poster-dark'));
    if ((light || dark) && !this.querySelector('img')) {
      // At once, before the frame has come.
      const theme = this.getAttribute('theme');
      const first = document.createElement('img');
      first.src = (theme === 'dark' && dark) || light || dark;
      first.alt = '';
      Object.assign(first.style, { width: '100%', height: '100%', objectFit: 'contain' });
      const either = document.createElement('picture');
      if (dark && theme !== 'light' && theme !== 'dark') {
        const source = document.createElement('source');
        source.media = '(prefers-color-scheme: dark)';
        source.srcset = dark;
        either.append(source);
      }
      either.append(first);
      this.slotted.append(either);
    }
    for (const own of this.querySelectorAll('img')) Object.assign(own.style, { display: 'block', width: '100%', height: '100%', objectFit: 'contain' });
    if (this.sheet) shadow.adoptedStyleSheets = [this.sheet];
    else this.style.cssText = LOOKS + ';' + this.style.cssText;
    // Something that has a width of its own and gives way, as a picture does; without it there would be none in a row.
    const wide = document.createElement('canvas');
    Object.assign(wide, { width: OWN_WIDTH, height: 0, ariaHidden: 'true' });
    Object.assign(wide.style, { display: 'block', maxWidth: '100%', height: '0' });
    // Moved to another place in the page it goes on with what it showed.
    if (!this.frame) this.current = this.#own();
    this.left = null;
    this.isToLive = false;
    this.box.replaceChildren(wide, this.slotted, this.#makeFrame());
    shadow.replaceChildren(this.box);
    this.#fit();
    this.size.observe(this.box);
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.listener);
    this.size.disconnect();
    alive = alive.filter((other) => other !== this);
    this.condition = 'waiting';
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.frame || (before === now && name !== 'state')) return;
    if (name === 'state') {
      const state = this.#stateOf(now);
      if (state === null) return;
      if (this.isToBeRenewed || !this.isConnected) this.current = state;
      else if (state !== this.current) this.open(state);
    } else if (name === 'theme') {
      this.#say({ type: 'theme', theme: now === 'light' || now === 'dark' ? now : 'auto' });
    } else if (name === 'ratio') {
      this.#fit();
    } else {
      if (name === 'room') {
        // The states of one room say nothing to another.
        this.isOtherRoom = true;
        this.current = this.#own();
        this.wishes = this.wishes.filter(({ type }) => type !== 'open');
      }
      // Once for all that are set together.
      if (!this.isToBeRenewed) queueMicrotask(() => this.#renew());
      this.isToBeRenewed = true;
    }
  }

  /** What stands after '#' in the address of what is shown. */
  get state() { return this.current; }
  set state(state) { this.setAttribute('state', state); }
  /** 'waiting', 'poster', 'starting', 'live', 'resting' or 'failed'. */
  get is() { return this.condition; }

  live() { this.#say({ type: 'live' }); }
  rest() { this.#say({ type: 'rest' }); }
  play() { this.#say({ type: 'play' }); }
  /** Shows another state, alive; what can be none is as if it had not been said. @param {unknown} said */
  open(said) {
    const state = this.#stateOf(said);
    if (state === null) return;
    // The frame tells only what a reader changes.
    this.current = state;
    this.#say({ type: 'open', state });
  }
  /** For a reader's own press only: browsers refuse it otherwise. */
  fullscreen() { return this.frame?.requestFullscreen(); }
  /** Any message of docs/embedding.md. @param {Record<string, unknown>} message */
  say(message) {
    if (message.type === 'open') this.open(message.state);
    else this.#say(message);
  }

  /** As stateOf; null also where it is another room's. @param {unknown} said */
  #stateOf(said) {
    const state = stateOf(said), room = this.getAttribute('room');
    return state && room && !state.startsWith(`${room}.`) ? null : state;
  }
  /** What its author has it begin with. */
  #own() { return this.#stateOf(this.getAttribute('state')) ?? ''; }

  /** Another frame for what an address says and no message; what the reader sees stays what it is. */
  #renew() {
    this.isToBeRenewed = false;
    const { frame, isOtherRoom } = this;
    this.isOtherRoom = false;
    if (!frame || !this.isConnected) return;
    const lives = this.condition === 'starting' || this.condition === 'live' || (this.condition === 'poster' && this.isAsked);
    this.isToLive = !isOtherRoom && (lives || this.isToLive) && this.getAttribute('start') !== 'still' &&
      this.box.clientWidth >= LEAST_WIDTH && this.box.clientHeight >= LEAST_HEIGHT;
    // Its last picture stands until then.
    if (lives) this.rest();
    if (this.condition === 'waiting') frame.remove();
    else this.#leave(frame);
    this.box.append(this.#makeFrame());
    if (this.isToLive) this.live();
  }

  /** @param {HTMLIFrameElement | null} frame the one that is now the last */
  #leave(frame) {
    this.left?.remove();
    this.left = frame;
  }

  #makeFrame() {
    this.base = siteOf(this.getAttribute('site'));
    const address = new URL('embed.html', this.base);
    for (const name of PASSED) {
      const value = this.getAttribute(name);
      if (value && value.length <= LONGEST) address.searchParams.set(name, value);
    }
    if (this.hasAttribute('lock')) address.searchParams.set('lock', '1');
    const first = this.#own();
    const posters = { poster: this.getAttribute('poster') || (first && this.querySelector('img')?.src), 'poster-dark': this.getAttribute('poster-dark') };
    for (const [name, said] of Object.entries(posters)) {
      const poster = addressOf(said);
      // A picture is of the author's own state and of no other.
      if (poster && poster.length <= LONGEST && first === this.current) address.searchParams.set(name, poster);
    }
    address.hash = this.current;
    this.condition = 'waiting';
    const frame = document.createElement('iframe');
    frame.title = this.getAttribute('title') || this.querySelector('img')?.alt || 'Meander';
    frame.loading = 'lazy';
    frame.allow = 'fullscreen; clipboard-write';
    frame.referrerPolicy = 'no-referrer';
    frame.src = address.href;
    // Over what stands in its place until it has something to show; presses are that one's until then.
    Object.assign(frame.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', border: '0', opacity: '0', pointerEvents: 'none' });
    this.frame = frame;
    return frame;
  }

  /** As high as its width says: 3 to 2, in a narrow column 3 to 4, or as its author wants and one can use. */
  #fit() {
    const width = this.box.clientWidth;
    const [, wide, high] = (/^(\d{1,4})\s*[/:]\s*(\d{1,4})$/.exec(this.getAttribute('ratio') ?? '') ?? []).map(Number);
    // No lower than what can live, no higher than twice its width.
    const ratio = wide > 0 && high > 0 ? Math.max(0.5, Math.min(wide / high, Math.max(1, (width || 600) / LEAST_HEIGHT)))
      : width > 0 && width < NARROW_BELOW ? 3 / 4 : 3 / 2;
    // Not in its style attribute: that is the page's, which may write it anew at every frame.
    this.sheet?.replaceSync(`:host{${LOOKS};aspect-ratio:${ratio}}:host([hidden]){display:none}`);
    this.box.style.aspectRatio = `${ratio}`;
  }

  /** @param {Record<string, unknown>} message */
  #say(message) {
    if (['live', 'open', 'play'].includes(String(message.type))) this.isAsked = true;
    if (this.condition === 'waiting' || this.isToBeRenewed) {
      this.wishes.push(message);
      if (this.frame) this.frame.loading = 'eager';
    } else {
      this.frame?.contentWindow?.postMessage({ meander: 1, ...message }, this.base.origin);
    }
  }

  /** @param {Record<string, unknown>} said */
  #hear(said) {
    if (said.type === 'figure' && said.bare) {
      // Nothing but a sentence and a way to try again: what stands there is seen through it.
      this.condition = 'failed';
      this.#uncover();
      this.#tell('conditionchange', { is: 'failed' });
    } else if (said.type === 'figure') {
      this.condition = String(said.is);
      this.isAsked = false;
      for (const wish of this.wishes.splice(0)) this.#say(wish);
      const isComing = this.isToLive && (said.is === 'poster' || said.is === 'starting');
      if (!isComing) this.#show();
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

  /** The frame has something to show: it takes the place of what stood there. */
  #show() {
    this.isToLive = false;
    this.#leave(null);
    this.#uncover();
    if (this.slotted) this.slotted.style.visibility = 'hidden';
  }

  #uncover() {
    if (this.frame) Object.assign(this.frame.style, { opacity: '1', pointerEvents: '' });
  }

  /** @param {string} name @param {Record<string, unknown>} detail */
  #tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })); }
}

// An author's captions: <a href="https://…/ideas.html#ideas.…" data-figure="m1"> shows that state in the figure of that
// id. Where nothing of this runs, or in a letter, the same link leads to the room's own page.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-figure]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // What its author has lead to another window, to a file or to a letter goes there.
  if (!/^(_self)?$/i.test(link.target) || link.hasAttribute('download') || !/^(http|file)/.test(link.protocol)) return;
  const figure = document.getElementById(link.dataset.figure ?? '');
  if (!(figure instanceof MeanderFigure)) return;
  // Of no other room, and no part of the page: such a link is one like any other.
  const state = stateOf(link.hash);
  const room = figure.getAttribute('room');
  const isRooms = state ? state.startsWith(`${room}.`) : link.pathname === location.pathname || link.pathname.endsWith(`/${room}.html`);
  if (state === null || !isRooms) return;
  event.preventDefault();
  figure.open(state);
  figure.scrollIntoView({ block: 'nearest' });
});

if (!customElements.get('meander-figure')) customElements.define('meander-figure', MeanderFigure);
