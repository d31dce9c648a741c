/** What a design token, `var(--g-0)`, holds on the page now: for canvases and files, which know no tokens. */
export function tokenValue(token: string): string {
  const property = token.slice('var('.length, -1);
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim();
}
