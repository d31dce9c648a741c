/** Keys of a menu command as this system writes them: `Ctrl Shift S`, or `⌘ ⇧ S` on a Mac. */
export function commandKeys(...keys: readonly string[]): string {
  const mac = window.layerwise.platform === 'darwin';
  const names = mac ? keys.map((key) => (key === 'Shift' ? '⇧' : key)) : keys;
  return [mac ? '⌘' : 'Ctrl', ...names].join(' ');
}

/** Keys of the templates gallery; a browser keeps them for itself. */
export function galleryKeys(): string | undefined {
  return window.layerwise.inBrowser ? undefined : commandKeys('Shift', 'N');
}
