/** Milliseconds after an input within which a hand that turns, drags, clicks or types brings the next one. */
const betweenInputs = 200;

/** When the last input came, in milliseconds of `performance.now`. */
let lastInput = Number.NEGATIVE_INFINITY;

/** Whether a person's hand is at something that the window is to answer at once: what can wait until it rests waits. */
export function isHandAtWork(): boolean {
  return performance.now() - lastInput < betweenInputs;
}

/** Follows the keys, clicks, drags and turns of the wheel in the page; a pointer that is merely moved asks for little. */
export function followHand(target: EventTarget = window): void {
  const note = (): void => {
    lastInput = performance.now();
  };
  for (const type of ['keydown', 'pointerdown', 'pointerup', 'wheel'])
    target.addEventListener(type, note, { capture: true, passive: true });
  target.addEventListener(
    'pointermove',
    (event) => {
      if (event instanceof PointerEvent && event.buttons !== 0) note();
    },
    { capture: true, passive: true },
  );
}
