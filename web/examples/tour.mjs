// What a post needs to drive a tour in a frame as it scrolls: copy it. docs/tours.md says what is said.
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
const told = /** @type {HTMLElement} */ (document.getElementById('told'));
const sections = [...document.querySelectorAll('section')];
let here = 0;
let isReady = false;

// The frame has no origin of its own (sandbox="allow-scripts"), so it is addressed as '*'; what is said is no secret.
/** @param {{ type: string, stop: number }} message */
const say = (message) => frame.contentWindow?.postMessage({ meander: 1, ...message }, '*');

window.addEventListener('message', (event) => {
  if (event.source !== frame.contentWindow || event.data?.meander !== 1) return;  // from this frame, and in our words
  const { type, stop, of, idea, text } = event.data;
  if (type === 'ready') {
    isReady = true;
    if (here > 0) say({ type: 'stop', stop: here });
  }
  if (type === 'stop') told.textContent = `The map shows stop ${stop} of ${of}: ${idea}.`;
  if (type === 'error') told.textContent = text;
});

const follow = () => {
  // The last section whose head has come above the middle of the window.
  const passed = sections.filter((section) => section.getBoundingClientRect().top < window.innerHeight / 2);
  const now = Math.max(passed.length, 1);
  if (now === here) return;
  here = now;
  sections.forEach((section, i) => section.classList.toggle('is-here', i + 1 === here));
  if (isReady) say({ type: 'stop', stop: here });
};
window.addEventListener('scroll', follow, { passive: true });
window.addEventListener('resize', follow);
follow();
