// Starts a room in a page. The page says where things lie in one JSON block and has one script tag
// for this file; everything else is made here: services, the program, its first events.
//
//   <script type="application/json" id="meander">{"room": "ideas", "appModule": "app-….mjs", …}</script>
import { AudioOnDemand } from './audio_on_demand.mjs';
import { EventKind, ByteWriter } from './wire.mjs';
import { EngineLink } from './engine.mjs';
import { Host } from './host.mjs';
import { listenForBrought } from './brought.mjs';
import { Handles, listen, setTouch } from './input.mjs';
import { openLink } from './link.mjs';
import { OnnxReader } from './onnx.mjs';
import { openElsewhere } from './open_elsewhere.mjs';
import { openParent } from './parent.mjs';
import { openStorage } from './storage.mjs';
import { isFramed, watchSettings } from './settings.mjs';
import { watchPrint } from './print.mjs';
import { Surface } from './surface.mjs';
import { PageRenderer } from './page_renderer.mjs';

/**
 * Addresses are relative to the page, or absolute.
 * @typedef {object} StartOptions
 * @property {string} room
 * @property {string} appModule
 * @property {string} appWasm
 * @property {string} engineRunner web/host/engine_runner.mjs
 * @property {string} engineModule
 * @property {string} engineWasm
 * @property {string} pack the head file of the room's pack
 * @property {string} model the head file of the encoder
 * @property {string[]} fonts four TTF subsets: UI, UI bold, region italic, word medium
 * @property {string} [prepared] answers worked out when the site was made
 * @property {Partial<import('./onnx.mjs').OnnxOptions>} [onnx] ONNX Runtime, and what a room can be verified against
 * @property {number} [clickBytes] what a figure of this room fetches after a click, as it travels
 * @property {string} [fragment] what is shown where the page's address says nothing
 * @property {string} [address] where the page has its place, if that is not where it lies
 * @property {string} [title] of the document, instead of the room's own
 * @property {string} [engineMissing] what is said where there is no engine
 */

/** @param {StartOptions} options @param {string} base @returns {StartOptions} */
export function absoluteOptions(options, base) {
  /** @param {string} address */
  const absolute = (address) => new URL(address, base).href;
  return {
    ...options,
    appModule: absolute(options.appModule), appWasm: absolute(options.appWasm),
    engineRunner: absolute(options.engineRunner), engineModule: absolute(options.engineModule),
    engineWasm: absolute(options.engineWasm),
    pack: absolute(options.pack), model: absolute(options.model), fonts: options.fonts.map(absolute),
    prepared: options.prepared ? absolute(options.prepared) : '',
    ...(options.onnx && { onnx: { ...options.onnx, ...Object.fromEntries((/** @type {const} */ (['worker', 'runtime', 'module', 'wasm', 'model']))
      .flatMap((part) => { const address = options.onnx?.[part]; return address ? [[part, absolute(address)]] : []; })) } }),
  };
}

/** The options block of a page. @param {Document} document @returns {StartOptions} */
export const readOptions = (document) =>
  absoluteOptions(JSON.parse(document.getElementById('meander')?.textContent ?? '{}'), document.baseURI);

/**
 * What app_start reads (src/app/start_options.cpp).
 * @param {StartOptions} options @param {string} fragment @param {string} [tour] what `?tour=` says @param {string} [address] the page's own
 */
export function startBytes(options, fragment, tour = '', address = '') {
  const out = new ByteWriter().text(options.room).text(options.pack).text(options.model).text(fragment).text(tour).text(options.prepared ?? '')
    .text(address).u32(options.clickBytes ?? 0).u8(options.fonts.length);
  for (const font of options.fonts) out.text(font);
  return out.take();
}

/** @param {import('./own_network.mjs').NetworkOptions | undefined} options */
async function ownNetwork(options) {
  const { OwnNetwork } = await import('./own_network.mjs');
  return new OwnNetwork(options);
}

/**
 * What carries out wishes that begin with "onnx:": a network of the reader's own, fetched by who brings one, or what Inside
 * is verified against. @param {StartOptions} options @param {(megabytes: string) => void} onProgress
 */
function onnxOf({ room, onnx }, onProgress) {
  if (room !== 'pictures') return new OnnxReader(/** @type {import('./onnx.mjs').OnnxOptions | undefined} */ (onnx), onProgress);
  /** @type {Promise<import('./own_network.mjs').OwnNetwork> | undefined} */
  let opened;
  return {
    /** @param {string} wish */
    async carryOut(wish) {
      opened ??= ownNetwork(/** @type {import('./own_network.mjs').NetworkOptions | undefined} */ (onnx));
      return (await opened).carryOut(wish);
    },
  };
}

/**
 * Runs the room until the page goes, or until `close()`. @param {Window & typeof globalThis} scope @param {StartOptions} options
 * @param {import('./settings.mjs').FigureWishes} [figure] where it is a figure in somebody’s page
 * @returns {Promise<Host>}
 */
export async function start(scope, options, figure) {
  const { document } = scope;
  const isGuest = figure !== undefined || isFramed(scope);
  const ending = new AbortController();
  const { signal } = ending;
  const storage = openStorage(scope, isGuest);
  const canvas = document.createElement('canvas');
  canvas.tabIndex = 0;
  canvas.id = 'chart';
  const root = document.getElementById('page') ?? document.body;
  const page = new PageRenderer(root, canvas, (action, argument) => host.action(action, argument), signal);
  page.titleOf = () => figure?.title || (options.title ?? '');
  /** @type {(kind: number, bytes: Uint8Array) => void} */
  const tell = (kind, bytes) => host.event(kind, bytes);
  const link = openLink(scope, isGuest, (fragment, fromElsewhere) =>
    tell(EventKind.link, new ByteWriter().text(fragment).u8(fromElsewhere).take()), figure?.onLink);
  const parent = openParent(scope, isFramed(scope), (text) => tell(EventKind.hostMessage, new ByteWriter().text(text).take()));
  const surface = new Surface(canvas, scope, tell);
  const engine = new EngineLink(options,
    (reply) => tell(EventKind.engineReply, reply),
    (sentence) => host.action('engine-fault', options.engineMissing ?? sentence));
  // Told once the program has finished what it is at: it may have asked for this very sound.
  const audio = new AudioOnDemand(scope, canvas, ({ state, clockFrame, heardFrame }) => queueMicrotask(() =>
    tell(EventKind.audio, new ByteWriter().u8(state).f64(clockFrame).f64(heardFrame).take())), signal);
  const handles = new Handles();
  const onnx = onnxOf(options, (megabytes) => host.action('check-progress', megabytes));
  const host = new Host({ canvas, engine, page, link, parent, storage, surface, scope, onnx, audio, handles: (places) => { handles.places = places; }, onFailure: figure?.onFailure, onProgress: figure?.onProgress });
  host.close = () => {
    ending.abort();
    link.close();
    parent.close();
    engine.close();
    host.app = null;
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  };

  const { default: factory } = await import(options.appModule);
  figure?.onProgress();
  host.app = await factory({ host, locateFile: () => options.appWasm });
  figure?.onProgress();
  const tour = new URLSearchParams(scope.location.search).get('tour') ?? '';
  host.give(startBytes(options, link.fragment || (options.fragment ?? ''), tour, options.address ?? scope.location.href.replace(/[?#].*$/s, '')), (pointer, length) => host.app?._app_start(pointer, length));
  for (const [key, value] of storage.recalled) {
    tell(EventKind.recalled, new ByteWriter().text(key).text(value).take());
  }
  let alone = false;
  watchSettings(scope, isGuest, storage.canStore, (settings) => {
    alone = settings.alone;
    setTouch(canvas, isGuest && !alone);
    tell(EventKind.settings, new ByteWriter().u8(settings.dark).u8(settings.reducedMotion)
      .u8(settings.embedded).u8(settings.canStore).u8(settings.metered).u8(settings.canSpeak).u8(settings.canSend)
      .u8(settings.locked).u8(settings.alone).u8(settings.ui).u32(settings.pathColor).text(settings.title).take());
  }, figure, signal);
  document.addEventListener('visibilitychange', () =>
    tell(EventKind.visibility, new ByteWriter().u8(!document.hidden).take()), { signal });
  listen(canvas, () => isGuest && !alone, tell, signal, handles);
  if (isGuest) openElsewhere(scope, root, () => link.now(), figure?.onRefused, signal);
  if (!figure?.ui) listenForBrought(document, (text) => host.action('brought', text), options.room === 'pictures' ? (action, kept) => host.action(action, kept) : undefined);
  const first = link.now();
  surface.watch(signal, (isLost) => {
    // What a browser shows of a lost canvas is no picture: the still one stands in where it shows the same.
    const { dataset } = document.documentElement;
    if (isLost) dataset.lost = link.now() === first && dataset.own === undefined ? 'first' : 'moved';
    else delete dataset.lost;
    figure?.onContext(isLost);
  });
  watchPrint(scope, canvas, (onPaper) => {
    host.action('paper', onPaper ? 'on' : '');
    host.app?._app_frame();
  }, signal);
  return host;
}
