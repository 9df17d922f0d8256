// Beside a page's own script and apart from it: where that one, or anything it is made of, does not come, this is who
// says so; and trying again keeps the view. The page's own script says `data-begun` as the first thing it does.
/** Neither it nor a word that it will not come for so long: it will not. */
const PATIENCE_MS = 30_000;

const { dataset } = document.documentElement;
const look = () => {
  if (dataset.begun !== undefined) return;
  // The still picture is an example: somebody's view must not be taken for it.
  if (location.hash.length > 1) dataset.own = '';
  dataset.failed = '';
  // The page around still shows what its author put there; this stands over it.
  if (document.getElementById('figure-sheet') && parent !== window) parent.postMessage({ meander: 1, type: 'figure', is: 'failed', bare: true }, '*');
};
const timer = window.setTimeout(look, PATIENCE_MS);
window.addEventListener('load', () => {
  clearTimeout(timer);
  look();
});
// A link to the page itself would lose the view, and one to the view would not load it again.
document.addEventListener('click', async (event) => {
  if (!(event.target instanceof Element) || !event.target.closest('.waiting-failed a[href=""], .waiting-lost a[href=""]')) return;
  event.preventDefault();
  // A frame that is led anywhere without a network shows the browser's own sentence for good.
  const isThere = parent === window || !location.protocol.startsWith('http') ||
    await fetch(location.href, { cache: 'no-store' }).then((answer) => answer.ok, () => false);
  if (isThere) location.reload();
});
