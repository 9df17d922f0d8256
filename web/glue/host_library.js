// The imports of app_ROOM.wasm. Each only forwards to Module.host (web/host/host.mjs), which does the
// work; the one that makes the drawing context uses Emscripten's own table of contexts.
addToLibrary({
  host_now: () => Module['host'].now(),

  host_send: (op, id, pointer, length) =>
    Module['host'].send(op, id, HEAPU8.subarray(pointer, pointer + length)),

  host_make_context__deps: ['$GL'],
  host_make_context: () => {
    const canvas = Module['host'].canvas();
    if (!canvas) return 0;
    // No depth, no stencil, no multisampling: the renderer smooths its own edges. The alpha channel
    // is off so that the page never shines through a dot.
    const handle = GL.createContext(canvas, {
      majorVersion: 2, minorVersion: 0, alpha: false, depth: false, stencil: false, antialias: false,
      premultipliedAlpha: true, preserveDrawingBuffer: false, powerPreference: 'default',
      failIfMajorPerformanceCaveat: false, enableExtensionsByDefault: true,
    });
    return handle && GL.makeContextCurrent(handle) ? 1 : 0;
  },
});
