let held = false;

/** Whether Alt is held, as of the last key or movement of the mouse: it has cards placed freely. */
export function isAltHeld(): boolean {
  return held;
}

/** Follows the key; returns the way to stop. The canvas tells of drags without their event. */
export function followAltKey(): () => void {
  const note = (event: MouseEvent | KeyboardEvent): void => {
    held = event.altKey;
  };
  const forget = (): void => {
    held = false;
  };
  const noted = ['mousedown', 'mousemove', 'keydown', 'keyup'] as const;
  for (const type of noted) window.addEventListener(type, note, { capture: true });
  window.addEventListener('blur', forget);
  return () => {
    for (const type of noted) window.removeEventListener(type, note, { capture: true });
    window.removeEventListener('blur', forget);
  };
}
