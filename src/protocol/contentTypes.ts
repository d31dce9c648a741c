const contentTypes: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['woff2', 'font/woff2'],
  ['woff', 'font/woff'],
]);

/** The media type of a file of the page, by its ending; null for files that the page does not load. */
export function contentTypeOf(path: string): string | null {
  return contentTypes.get(path.slice(path.lastIndexOf('.') + 1)) ?? null;
}
