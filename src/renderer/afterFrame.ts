/** Longest wait for a frame, in ms: a window that is hidden draws none. */
const patience = 120;

/**
 * Acts in a task of its own once the page has drawn what was changed so far, so that what is changed by one click is
 * not all drawn at one go, in which the window would answer to nothing.
 */
export function afterFrame(act: () => void): void {
  let waiting = true;
  const once = (): void => {
    if (waiting) act();
    waiting = false;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, patience);
}
