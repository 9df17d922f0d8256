// Paper: a WebGL canvas may come out blank, so right before the page is printed the chart is drawn once
// more, light and without its controls, and copied into a plain canvas beside it (web/pages/print.css shows that one); a list that is open is there as a whole. Without a live
// chart the still picture of the page is printed.

/**
 * @param {Window & typeof globalThis} scope
 * @param {HTMLCanvasElement} chart
 * @param {(onPaper: boolean) => void} draw draws the chart now, not at the next frame
 * @param {AbortSignal} [signal] ends it: whatever listens to a window keeps the room with all its memory
 */
export function watchPrint(scope, chart, draw, signal) {
  const copy = scope.document.createElement('canvas');
  copy.className = 'on-paper';
  copy.setAttribute('aria-hidden', 'true');
  scope.addEventListener('beforeprint', () => {
    draw(true);
    const gl = chart.getContext('webgl2');
    if (!('ready' in scope.document.documentElement.dataset) || !chart.isConnected || !gl || gl.isContextLost() || chart.width === 0) return;
    copy.width = chart.width;
    copy.height = chart.height;
    copy.getContext('2d')?.drawImage(chart, 0, 0);
    chart.after(copy);
  }, { signal });
  scope.addEventListener('afterprint', () => {
    copy.remove();
    draw(false);
  }, { signal });
}
