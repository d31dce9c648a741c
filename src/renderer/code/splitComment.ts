/** A line of Python, and the comment behind it: a # outside of text in quotes, with what follows. */
export function splitComment(line: string): readonly [code: string, comment: string] {
  let quote: string | null = null;
  for (let place = 0; place < line.length; place += 1) {
    const letter = line[place];
    if (letter === '\\') place += 1;
    else if (quote !== null) quote = letter === quote ? null : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '#') return [line.slice(0, place), line.slice(place)];
  }
  return [line, ''];
}
