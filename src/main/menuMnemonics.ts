/**
 * The labels of a menu's entries with `&` before the letter that is underlined and chooses the entry: the first of a
 * word, or else any, that no entry before has taken. An entry of which all are taken, or that has no Latin letter, gets
 * none. An `&` of the label itself is doubled.
 */
export function withMnemonics(labels: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const place = [...placesOf(label, /\b[A-Za-z]/g), ...placesOf(label, /[A-Za-z]/g)].find(
      (candidate) => !taken.has(letterAt(label, candidate)),
    );
    if (place === undefined) return escaped(label);
    taken.add(letterAt(label, place));
    return `${escaped(label.slice(0, place))}&${escaped(label.slice(place))}`;
  });
}

function placesOf(label: string, letter: RegExp): readonly number[] {
  return Array.from(label.matchAll(letter), ({ index }) => index);
}

function letterAt(label: string, place: number): string {
  return label.charAt(place).toLowerCase();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&&');
}
