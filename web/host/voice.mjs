// The browser's own voice, where it has one: lines read one after the other. Never before a press.

/** @param {Window & typeof globalThis} scope */
export const canSpeak = (scope) => 'speechSynthesis' in scope && 'SpeechSynthesisUtterance' in scope;

/** Which reading is under way: the end of an older one says nothing. */
let reading = 0;

/**
 * No lines: falls silent. @param {string[]} lines @param {Window & typeof globalThis} scope
 * @param {(line: string) => void} tell the number of the line that begins; '' once it is over
 */
export function speak(lines, scope, tell) {
  if (!canSpeak(scope)) return;
  const own = ++reading;
  scope.speechSynthesis.cancel();
  if (lines.length === 0) return;
  const finish = () => {
    if (own !== reading) return;
    reading += 1;
    tell('');
  };
  lines.forEach((line, i) => {
    const utterance = new scope.SpeechSynthesisUtterance(line);
    utterance.lang = 'en';
    utterance.rate = 0.92;
    utterance.onstart = () => { if (own === reading) tell(String(i)); };
    utterance.onerror = finish;
    if (i === lines.length - 1) utterance.onend = finish;
    scope.speechSynthesis.speak(utterance);
  });
}
