import { type RefObject, useEffect } from 'react';
import { useOpenView } from '../views/openView';

/** Keys that work anywhere in the gallery: / searches, Esc goes back to the network, arrows lead to the cards. */
export function useGalleryKeys(searchBox: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('dialog, [role="menu"]') !== null) return;
      const typing = event.target instanceof HTMLInputElement;
      if (event.key === 'Escape') useOpenView.getState().close();
      else if (event.key === '/' && !typing) searchBox.current?.select();
      else if (event.target === document.body && event.key.startsWith('Arrow')) focusChosenCard();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, [searchBox]);
}

/** The focus goes to the chosen card when the gallery opens. */
export function useGalleryFocus(): void {
  useEffect(focusChosenCard, []);
}

function focusChosenCard(): void {
  document.querySelector<HTMLElement>('[data-template][aria-selected="true"]')?.focus();
}
