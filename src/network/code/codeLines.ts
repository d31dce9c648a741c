/** A line of a script, and the layer that it is about. */
export interface CodeLine {
  readonly text: string;
  /** Node id; null where the line is about no one layer. */
  readonly node: string | null;
}

/** Lines that are about no one layer. */
export function plainLines(text: string): readonly CodeLine[] {
  return text.split('\n').map((line) => ({ text: line, node: null }));
}

/** Lines about one layer, the last with a comment behind it. */
export function layerLines(node: string, lines: readonly string[], comment?: string): readonly CodeLine[] {
  return lines.map((line, index) => ({
    text: comment !== undefined && index === lines.length - 1 ? `${line}  # ${comment}` : line,
    node,
  }));
}

/** The text of a file, ending in a line break. */
export function codeText(lines: readonly CodeLine[]): string {
  return `${lines.map(({ text }) => text).join('\n')}\n`;
}
