/** Moves the keyboard's focus between the canvas and the inspector. */
export function focusCard(layer: string): void {
  const card = document.querySelector<HTMLElement>(`[data-layer="${CSS.escape(layer)}"]`);
  card?.focus({ preventScroll: true });
}

/** To the first setting of what is selected. False where there is none. */
export function focusForm(): boolean {
  return focus(
    document.querySelector<HTMLElement>(
      ['input:not([aria-label="Name"])', '[role="radio"][tabindex="0"]', '[role="switch"]']
        .map((control) => `[data-settings] ${control}`)
        .join(),
    ),
  );
}

/** To the name of the selected layer. False where no single one is selected. */
export function focusName(): boolean {
  return focus(document.querySelector<HTMLElement>('[data-settings] input[aria-label="Name"]'));
}

function focus(control: HTMLElement | null): boolean {
  if (control === null) return false;
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
  return true;
}
