// The one script of a room's page: reads what the page says about itself and starts the room.
import { readOptions, start } from '../host/start.mjs';

const root = document.documentElement;
root.dataset.starting = '';
window.setTimeout(() => { root.dataset.slow = ''; }, 1500);
try {
  await start(window, readOptions(document));
} catch (error) {
  root.dataset.failed = '';
  console.error(error);
}
delete root.dataset.starting;
