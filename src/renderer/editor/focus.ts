/** Moves the keyboard's focus between the canvas and the inspector. */
import { useEditor } from './editorStore';
import { isOnCanvas } from './keyTarget';
import { seenNetwork } from './seenNetwork';

/** Frames that a card may take to come into view and be drawn. */
const patience = 60;

/** To a layer's card, as soon as it is drawn; unless the person has gone elsewhere by then. */
export function focusCard(layer: string): void {
  const card = cardElement(layer);
  if (card === null) focusCardLater(layer, patience);
  else card.focus({ preventScroll: true });
}

/** The card that shows a layer: its own, or that of a collapsed block. */
function cardElement(layer: string): HTMLElement | null {
  const key = seenNetwork(useEditor.getState().history.document).cardOf(layer);
  return document.querySelector<HTMLElement>(`[data-layer="${CSS.escape(key)}"]`);
}

function focusCardLater(layer: string, frames: number): void {
  requestAnimationFrame(() => {
    const card = cardElement(layer);
    if (!isOnCanvas(document.activeElement)) return;
    if (card !== null) card.focus({ preventScroll: true });
    else if (frames > 0) focusCardLater(layer, frames - 1);
  });
}

/** To the first setting of what is selected. False where there is none. */
export function focusForm(): boolean {
  return focus(
    document.querySelector<HTMLElement>(
      ['input:not([id$="-label"])', '[role="radio"][tabindex="0"]', '[role="switch"]']
        .map((control) => `[data-settings] ${control}`)
        .join(),
    ),
  );
}

/** To the name of the selected layer. False where no single one is selected. */
export function focusName(): boolean {
  return focus(document.querySelector<HTMLElement>('[data-settings] input[id$="-label"]'));
}

/** To the learning-rate factor of the selected layers. False where they have none. */
export function focusLearningRate(): boolean {
  return focus(document.querySelector<HTMLElement>('#learning-factor'));
}

/** To the project's name, as text to be typed over. */
export function focusProjectName(): void {
  document.querySelector<HTMLElement>('[data-project-name]')?.click();
}

function focus(control: HTMLElement | null): boolean {
  if (control === null) return false;
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
  return true;
}
