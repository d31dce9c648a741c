import { useEffect } from 'react';
import { isCovered } from '../views/openView';
import { isTyping } from './keyTarget';
import { deleteSelection } from './layerActions';
import { pasteText, selectionAsText } from './selectionActions';

/** Copies layers to the system's clipboard as text, and takes them from it: between windows, or out of a mail. */
export function useClipboard(): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent) => void put(event);
    const cut = (event: ClipboardEvent) => {
      if (put(event)) deleteSelection();
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  }, []);
}

/** True where layers were copied. Selected text goes first. */
function put(event: ClipboardEvent): boolean {
  if (isCovered()) return false;
  if (isTyping(event.target) || document.getSelection()?.isCollapsed === false) return false;
  const text = selectionAsText();
  if (text === null || event.clipboardData === null) return false;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
  return true;
}

function paste(event: ClipboardEvent): void {
  if (isTyping(event.target) || isCovered()) return;
  event.preventDefault();
  pasteText(event.clipboardData?.getData('text/plain') ?? '');
}
