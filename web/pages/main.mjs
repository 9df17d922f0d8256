// The one script of a room's page: reads what the page says about itself and starts the room. Where it does not come at
// all, waiting.mjs says so.
import { cutSecret } from '../host/open.mjs';
import { readOptions, start } from '../host/start.mjs';

const root = document.documentElement;
root.dataset.begun = '';
delete root.dataset.failed;  // it came late
cutSecret(window);
// The still picture is the room's own example: somebody's view must not be taken for it. A part of the page is no view.
const fragment = location.hash.slice(1);
if (fragment && !document.getElementById(fragment)) root.dataset.own = '';
root.dataset.starting = '';
// In a frame a page that is small is a figure; by itself it is a page on a small screen, or one that was zoomed into.
if (window.top !== window) root.dataset.framed = '';
window.setTimeout(() => { root.dataset.slow = ''; }, 1500);
try {
  await start(window, readOptions(document));
} catch (error) {
  root.dataset.failed = '';
  console.error(error);
}
delete root.dataset.starting;
