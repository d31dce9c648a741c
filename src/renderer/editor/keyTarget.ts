/** Whether keys go into text, or to a menu or dialog that has its own use for them. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('input, textarea, select') ||
    target.closest('[role="menu"], [role="dialog"], dialog, [role="listbox"]') !== null
  );
}

/** In a form, a letter or Delete is more likely a slip than meant for the canvas. */
export function keepsKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-keeps-keys]') !== null;
}

/** Controls elsewhere have their own use for the arrow keys. */
export function isOnCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target === document.body || target.closest('.react-flow') !== null;
}

const fieldsWithoutText = new Set(['button', 'checkbox', 'color', 'radio', 'range', 'reset', 'submit']);

/** Text fields have their own use for most keys, and undo their own typing. */
export function isTextField(element: EventTarget | null): boolean {
  if (element instanceof HTMLInputElement) return !fieldsWithoutText.has(element.type);
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLElement && element.isContentEditable;
}
