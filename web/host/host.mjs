// The object behind the imports of app_ROOM.wasm: takes the program's wishes apart and hands each to the service that
// does it; brings every answer and event back as bytes. One frame is asked of the browser after an event or when the
// program asks, never otherwise.
import { speak } from './voice.mjs';
import { ByteReader, ByteWriter, bytesOf, EventKind, Op, textOf } from './wire.mjs';
import { fetchBytes, FetchError } from './fetch.mjs';
import { copyText } from './clipboard.mjs';
import { saveFile } from './files.mjs';

/**
 * The functions app_ROOM.wasm exports.
 * @typedef {object} AppModule
 * @property {Uint8Array} HEAPU8
 * @property {(bytes: number) => number} _malloc
 * @property {(pointer: number) => void} _free
 * @property {(pointer: number, length: number) => number} _app_start
 * @property {() => void} _app_frame
 * @property {(id: number, outcome: number, pointer: number, length: number) => void} _app_complete
 * @property {(kind: number, pointer: number, length: number) => void} _app_event
 */

/**
 * What the host needs of the page; start.mjs makes it, tests fake it.
 * @typedef {object} Services
 * @property {HTMLCanvasElement | null} canvas
 * @property {{ ask(request: Uint8Array): void, cancel(id: number): void }} engine
 * @property {{ show(page: Uint8Array): void, say(text: string): void, picture(name: string, width: number, rgba: Uint8Array): void }} page
 * @property {{ set(fragment: string, newEntry: boolean): void, follow?(fragment: string): void }} link
 * @property {{ tell(json: string): void }} parent
 * @property {{ remember(key: string, value: string): void }} storage
 * @property {Pick<import('./audio.mjs').AudioLink, 'prepare' | 'start' | 'stop' | 'block' | 'now'>} audio
 * @property {{ apply(): void, measure(): void }} surface
 * @property {Window & typeof globalThis} scope
 * @property {typeof fetchBytes} [fetchBytes]
 * @property {{ carryOut(wish: string): Promise<Uint8Array> }} [onnx]
 * @property {(places: Float32Array) => void} handles where one finger is the chart's own: x, y, x, …
 * @property {(sentence: string) => void} [onFailure] a file did not come; the program is told as well
 * @property {() => void} [onProgress] something came
 */

const OWN_SOUND = /^(brought|decoded|microphone):/;
const PICTURE = /^(picture|camera):/, TOLD_BY_ROOM = /^camera:|^picture:(\d+:)?(brought:|camera$)|^onnx:(open|look);/;
const Outcome = Object.freeze({ failed: 0, here: 1, missing: 2 });

export class Host {
  /** @param {Services} services */
  constructor(services) {
    this.services = services;
    /** @type {AppModule | null} */
    this.app = null;
    this.frameWanted = false;
    this.fetchBytes = services.fetchBytes ?? fetchBytes;
    /** Ends everything; start.mjs says how. */
    this.close = () => {};
    /** Frames asked of the browser so far: the idle test reads it. */
    this.frameCount = 0;
  }

  now() {
    return this.services.scope.performance.now() / 1000;
  }

  canvas() {
    return this.services.canvas;
  }

  /** From the program. The bytes lie in its memory and are gone after this call. @param {number} op @param {number} id @param {Uint8Array} bytes */
  send(op, id, bytes) {
    const { services } = this;
    const { scope } = services;
    const root = scope.document.documentElement;
    switch (op) {
      case Op.fetch: void this.fetch(id, textOf(bytes)); break;
      case Op.askEngine: services.engine.ask(bytes.slice()); break;
      case Op.cancelEngine: services.engine.cancel(id); break;
      case Op.showPage:
        services.page.show(bytes.slice());
        services.surface.measure();  // what covers the chart may be another
        break;
      case Op.setLink: services.link.set(textOf(bytes), id === 1); break;
      case Op.copyText: void this.copy(textOf(bytes)); break;
      case Op.send: {
        const reader = new ByteReader(bytes);
        // The reader may change their mind: nothing is wrong then.
        scope.navigator.share({ title: reader.text(), url: new URL(reader.text(), scope.location.href).href }).catch(() => {});
        break;
      }
      case Op.saveFile: {
        const reader = new ByteReader(bytes.slice());
        saveFile(reader.text(), reader.text(), reader.rest(), scope);
        break;
      }
      case Op.remember: {
        const reader = new ByteReader(bytes);
        services.storage.remember(reader.text(), reader.text());
        break;
      }
      case Op.say: services.page.say(textOf(bytes)); break;
      case Op.showPicture: {
        const reader = new ByteReader(bytes);
        services.page.picture(reader.text(), id, reader.rest().slice());
        break;
      }
      case Op.speak: {
        const reader = new ByteReader(bytes.slice());
        speak(Array.from({ length: reader.u32() }, () => reader.text()), scope, (line) => this.action('speaking', line));
        break;
      }
      case Op.prepareAudio: services.audio.prepare(); break;
      case Op.startAudio: services.audio.start(); break;
      case Op.stopAudio: services.audio.stop(); break;
      case Op.playBlock: {
        const reader = new ByteReader(bytes);
        const startFrame = reader.f64(), samples = reader.floats(), half = samples.length >> 1;
        services.audio.block(startFrame, samples.subarray(0, half), samples.subarray(half, 2 * half));
        break;
      }
      case Op.playNow: services.audio.now(new ByteReader(bytes).floats()); break;
      case Op.setTheme:
        if (id === 0) delete root.dataset.theme;
        else root.dataset.theme = id === 1 ? 'light' : 'dark';
        break;
      case Op.setCursor:
        if (services.canvas) services.canvas.style.cursor = id === 1 ? 'pointer' : '';
        break;
      case Op.setHandles: services.handles(new ByteReader(bytes).floats().slice()); break;
      case Op.tellReady: root.dataset.ready = ''; break;
      case Op.navigate: this.navigate(textOf(bytes)); break;
      case Op.requestFrame: this.requestFrame(); break;
      case Op.tellParent: services.parent.tell(textOf(bytes)); break;
      default: throw new RangeError(`no such wish: ${op}`);
    }
  }

  requestFrame() {
    if (this.frameWanted) return;
    this.frameWanted = true;
    this.frameCount += 1;
    this.services.scope.requestAnimationFrame(() => {
      this.frameWanted = false;
      this.services.surface.apply();
      this.app?._app_frame();
    });
  }

  /** To the program; a frame follows. @param {number} kind @param {Uint8Array} bytes */
  event(kind, bytes) {
    const { app } = this;
    if (!app) return;
    this.give(bytes, (pointer, length) => app._app_event(kind, pointer, length));
    this.requestFrame();
  }

  /** @param {string} action @param {string} argument */
  action(action, argument) {
    this.event(EventKind.pageAction, new ByteWriter().text(action).text(argument).take());
  }

  /** Lends `bytes` to the program's memory. @param {Uint8Array} bytes @param {(pointer: number, length: number) => void} use */
  give(bytes, use) {
    const { app } = this;
    if (!app) return;
    const pointer = app._malloc(bytes.length || 1);
    app.HEAPU8.set(bytes, pointer);  // read after _malloc: it may have moved
    use(pointer, bytes.length);
    app._free(pointer);
  }

  /** @param {number} id @param {string} url */
  async fetch(id, url) {
    /** @type {number} */
    let outcome = Outcome.here;
    let bytes;
    /** @param {number} done @param {number} total */
    const onProgress = (done, total) => {
      this.services.onProgress?.();
      this.event(EventKind.fetchProgress, new ByteWriter().u32(id).f64(done).f64(total).take());
    };
    try {
      bytes = url.startsWith('onnx:') ? await this.onnx(url) : OWN_SOUND.test(url) ? await this.ownSound(url)
        : PICTURE.test(url) ? await this.picture(url, onProgress) : await this.fetchBytes(url, { onProgress });
    } catch (error) {
      // What is wrong with a picture or a network of the reader's own is told by the room.
      if (!TOLD_BY_ROOM.test(url)) this.services.onFailure?.(error instanceof FetchError ? error.message : '');
      outcome = error instanceof FetchError && !error.found ? Outcome.missing : Outcome.failed;
      bytes = bytesOf(error instanceof FetchError ? error.message : 'A file did not arrive.');
    }
    const { app } = this;
    if (!app) return;
    this.give(bytes, (pointer, length) => app._app_complete(id, outcome, pointer, length));
    this.requestFrame();
  }

  /** Fetched only by who brings a sound of their own. @param {string} wish @returns {Promise<Uint8Array>} */
  async ownSound(wish) {
    const { carryOut } = await import('./own_sound.mjs');
    return carryOut(wish, this.services.scope);
  }

  /** The browser's own decoder, fetched by who shows pictures. @param {string} wish @param {(done: number, total: number) => void} onProgress @returns {Promise<Uint8Array>} */
  async picture(wish, onProgress) {
    const { carryOut } = await import('./own_picture.mjs');
    return carryOut(wish, this.services.scope, onProgress);
  }

  /** @param {string} wish @returns {Promise<Uint8Array>} */
  async onnx(wish) {
    if (!this.services.onnx) throw new FetchError('This page has no other program to ask.', false);
    return this.services.onnx.carryOut(wish);
  }

  /** A text that begins with '#' is a fragment of this page's address. @param {string} wish */
  async copy(wish) {
    const { scope } = this.services;
    const text = wish.startsWith('#') ? scope.location.href.replace(/#.*/, '') + (wish === '#' ? '' : wish) : wish;
    const copied = await copyText(text, scope);
    this.action(copied ? 'copied' : 'copy-refused', text);
  }

  /** @param {string} href */
  navigate(href) {
    const { scope } = this.services;
    const address = new URL(href, scope.document.baseURI);
    if (address.protocol === 'https:' || address.protocol === 'http:') scope.location.assign(address);
  }
}
