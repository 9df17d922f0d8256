// A figure as long as it does not live: which room and state it is of, its condition, its poster, the sentence that says
// what went wrong, and the way into its room.
import { stateOf, tellParent } from './messages.mjs';
import { make, ownView, roomAddress, showFirstView, sizeFor } from './poster.mjs';
import { openWindow } from '../host/open.mjs';

/** @typedef {import('./poster.mjs').Card} Card */
/** @typedef {'poster' | 'starting' | 'live' | 'resting' | 'failed'} Condition */
/**
 * What the page says of itself.
 * @typedef {object} Index
 * @property {Record<string, { card: string, name: string }>} rooms
 * @property {string} forced a style sheet for systems that choose all colours
 * @property {Record<string, string>} words
 * @property {string} living a style sheet for what is seen only of a figure that lives, and its faces
 * @property {[string, string]} water the ground of charts, light and dark
 */

/** So small that only a poster can be read. */
const LEAST_WIDTH = 320;
const LEAST_HEIGHT = 240;

/** As long as an answer is waited for that only tells whether there is a network. */
const ANSWER_MS = 10_000;

/** What stands after '#', where it can be a state. */
export const fragment = () => stateOf(location.hash) ?? '';

/**
 * Whether this page would come once more: without a network a frame that is led anywhere shows the browser's own sentence
 * for good. Of a file nobody can tell, and it is there.
 */
const isReached = async () => !location.protocol.startsWith('http') ||
  await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS) }).then((answer) => answer.ok, () => false);

export class Figure {
  /** @param {Index} index @param {import('./options.mjs').FrameOptions} choices */
  constructor(index, choices) {
    this.index = index;
    this.choices = choices;
    this.room = Object.hasOwn(index.rooms, choices.room) ? index.rooms[choices.room] : null;
    /** @type {Condition} */
    this.condition = 'poster';
    /** @type {Card | null} */
    this.card = null;
    /** The author's picture is of this state and of no other. */
    this.pictured = fragment();
    /** Whether that is what is shown; their title is of it too. */
    this.isOwn = true;
    /** Which of its first views is shown, null: none. @type {number[] | null} */
    this.size = null;
    this.note = make(document, 'div', 'figure-note');
    this.note.setAttribute('role', 'status');
    this.cover = make(document, 'div', '');
    this.cover.id = 'cover';
  }

  get page() { return /** @type {HTMLElement} */ (document.getElementById('page')); }
  get isStill() { return this.choices.start === 'still' || window.innerWidth < LEAST_WIDTH || window.innerHeight < LEAST_HEIGHT; }

  /** The author's own, or ''. */
  get title() { return this.isOwn ? this.choices.title : ''; }
  /** Of what is shown: theirs, once it lives the room's own, before that what its first view is called. */
  get name() {
    if (this.title) return this.title;
    if (this.condition === 'live' || this.condition === 'resting') return document.title;
    return (fragment() ? this.room?.name : this.card?.title) ?? '';
  }

  /** @param {Condition} now */
  become(now) {
    const { dataset } = document.documentElement;
    this.condition = now;
    delete dataset.starting;
    if (now === 'starting') dataset.starting = '';
    if (now === 'poster' || now === 'resting') dataset.poster = '';
    tellParent(window, { type: 'figure', is: now, room: this.choices.room, title: this.name });
  }

  /** What lies over the page, which nobody reaches meanwhile. @param {Node[]} views */
  lay(...views) {
    this.cover.replaceChildren(...views);
    this.page.inert = views.length > 0;
  }


  /** The author's, in the theme that holds now; `dark` where that is the reader's own and there is one for it. */
  #pictures() {
    const { poster, posterDark, theme } = this.choices;
    const light = poster || posterDark;
    return { poster: theme === 'dark' ? posterDark || light : light, dark: theme === 'auto' && poster ? posterDark : '' };
  }

  /** The poster of what the address says. @param {string} [sentence] instead of its own */
  showPoster(sentence) {
    const { card, choices, index: { words } } = this;
    const state = fragment();
    this.isOwn = state === this.pictured;
    const { title } = this;
    const { poster, dark } = this.isOwn ? this.#pictures() : { poster: '', dark: '' };
    const showFirst = () => {
      // A picture that turns out not to be there may do so when the room is here already.
      if (state || !card || this.condition !== 'poster') return false;
      this.lay();
      this.size = sizeFor(card);
      showFirstView(this.page, card, { ...choices, title }, this.size);
      return true;
    };
    if (!poster && showFirst()) return;
    const own = this.isStill ? words.still : choices.start === 'near' ? words.near : words.own;
    this.lay(ownView(document, { title: title || (this.room?.name ?? 'Meander'), fact: 'Meander', poster, dark, sentence: sentence ?? own,
      play: this.isStill ? '' : words.play, open: words.open, href: roomAddress(choices.room, state, document) }, showFirst));
  }

  /** It is of another size, as on a phone that is turned: the first view is made for some sizes of frames. */
  fit() {
    const { card, size } = this;
    if (this.condition === 'poster' && card && size && !this.cover.firstChild && innerWidth && sizeFor(card) !== size) this.showPoster();
  }

  /** What went wrong, and the way out. @param {string} sentence */
  sayFailure(sentence) {
    const again = make(document, 'button', 'button', this.index.words.retry);
    const says = make(document, 'span', '', sentence);
    again.addEventListener('click', async (event) => {
      event.stopPropagation();
      says.textContent = this.index.words.starting;
      const isThere = await isReached();
      says.textContent = sentence;
      if (!isThere) return;
      // Anew, in a fresh page: a module that failed once would be remembered as failed.
      const address = new URL(location.href);
      if (!this.isStill) address.searchParams.set('start', 'asked');
      if (fragment() !== this.pictured) for (const name of ['poster', 'poster-dark']) address.searchParams.delete(name);
      if (address.href === location.href) location.reload();
      else location.replace(address);
    });
    this.note.replaceChildren(says, again);
  }

  /** Where new windows are refused; few readers ever need it. @param {string} address */
  async sayAddress(address) {
    const { showAddress } = await import('./address.mjs');
    showAddress(document, this.index.words, address);
  }

  /** In its room, in a new window. For a press of the reader's only, never because somebody said so. */
  open() {
    const address = roomAddress(this.choices.room, fragment(), document);
    if (!openWindow(window, address)) void this.sayAddress(address);
  }
}
