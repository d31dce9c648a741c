/** What can be filled into a text. */
export type Filling = string | number;

/** A template's English with numbered places: t`Connect ${a} to ${b}` is kept as `Connect {{0}} to {{1}}`. */
export function patternOf(parts: readonly string[]): string {
  return parts.reduce((pattern, part, place) => `${pattern}{{${place - 1}}}${part}`);
}

/** A pattern with its places filled in, as they are. */
export function filled(pattern: string, fillings: readonly Filling[]): string {
  return pattern.replaceAll(/\{\{(\d+)\}\}/g, (mark, place) => String(fillings[Number(place)] ?? mark));
}
