/** Moves the keyboard's focus among the parts of the window: whatever has `data-region`, in the order of the page. */
import { tabStopCard } from '../editor/cardSelection';
import { useEditor } from '../editor/editorStore';
import { focusCard } from '../editor/focus';
import { isOnCanvas } from '../editor/keyTarget';

/** What had the focus in each part when its key led on. */
const left = new WeakMap<HTMLElement, HTMLElement>();

/** To the next part or the one before, around the window; to the network, or what covers it, where none has the focus. */
export function focusRegion(step: 1 | -1): void {
  const regions = shownRegions();
  const { activeElement } = document;
  const from = regions.findIndex((region) => region.contains(activeElement));
  const leaving = regions[from];
  if (leaving !== undefined && activeElement instanceof HTMLElement) left.set(leaving, activeElement);
  const next =
    leaving === undefined
      ? (regions.find(isMain) ?? regions[0])
      : regions[(from + step + regions.length) % regions.length];
  if (next !== undefined) enter(next);
}

/** None while a dialog or a menu waits for an answer. */
function shownRegions(): readonly HTMLElement[] {
  if (document.querySelector('dialog:modal') !== null) return [];
  return [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.checkVisibility() && region.closest('[inert], [aria-hidden="true"]') === null,
  );
}

function isMain({ dataset: { region } }: HTMLElement): boolean {
  return region === 'network' || region === 'view';
}

/** To where it was left, else to the card or the tab that is chosen there, else to what Tab would reach first. */
function enter(region: HTMLElement): void {
  const kept = left.get(region);
  if (kept !== undefined && takesFocus(kept, region)) return;
  if (region.dataset['region'] === 'network' && enterNetwork(region)) return;
  const chosen = region.querySelectorAll<HTMLElement>('[role="tab"][aria-selected="true"]');
  const reached = region.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, [tabindex]',
  );
  const ways = [...chosen, ...[...reached].filter(({ tabIndex }) => tabIndex >= 0)];
  if (!ways.some((way) => takesFocus(way, region))) focusItself(region);
}

/** To the card in the tab order, which is brought into view. False where there is none. */
function enterNetwork(region: HTMLElement): boolean {
  const card = tabStopCard(useEditor.getState());
  if (card === null) return false;
  // A card of a large network that is out of view is drawn only then, and waited for with the focus on the canvas.
  focusItself(region);
  useEditor.getState().bringIntoView(card);
  focusCard(card);
  return true;
}

/** What is disabled, hidden or gone takes none. */
function takesFocus(element: HTMLElement, region: HTMLElement): boolean {
  element.focus({ preventScroll: isOnCanvas(element) });
  const { layer } = element.dataset;
  const taken = region.contains(document.activeElement);
  if (taken && layer !== undefined) useEditor.getState().bringIntoView(layer);
  return taken;
}

/** Only as long as it has the focus: a click on its ground is to leave the keys with the network. */
function focusItself(region: HTMLElement): void {
  if (!region.hasAttribute('tabindex')) {
    region.tabIndex = -1;
    region.addEventListener('blur', () => region.removeAttribute('tabindex'), { once: true });
  }
  region.focus({ preventScroll: true });
}
