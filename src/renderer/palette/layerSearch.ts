import { flushSync } from 'react-dom';
import { usePalette } from './paletteStore';

const target = new EventTarget();
const type = 'search';

/** Opens the palette and puts the cursor into its search field, in time for the next key. */
export function searchLayers(): void {
  flushSync(() => usePalette.getState().show());
  target.dispatchEvent(new Event(type));
}

/** Calls back on each search that is asked for; returns the way to stop listening. */
export function onSearchRequest(listener: () => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
