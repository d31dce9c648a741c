/** Part of a name or of a search: letters, a kind such as `conv2d`, or a number such as `3`, `0.5` or `3x3`. */
type Token = string;

/** What stands without a space: `conv2_1` has three tokens, which belong together. */
type Word = readonly Token[];

/** What is known of a layer, in words. */
export interface Facts {
  /** What is written on its card: "Conv 3×3 64". */
  readonly title: string;
  /** Other names of it and of its kind. */
  readonly names: readonly string[];
  /** Its settings, and what it is part of: "stride 2×2". */
  readonly others: readonly string[];
}

/** Facts that are ready to be searched. */
export interface ReadFacts {
  readonly title: readonly Token[];
  readonly names: readonly (readonly Token[])[];
  readonly all: readonly (readonly Token[])[];
}

export function readFacts({ title, names, others }: Facts): ReadFacts {
  const read = tokensOf(title);
  const named = [read, ...names.map(tokensOf)];
  return { title: read, names: named, all: [...named, ...others.map(tokensOf)] };
}

/**
 * Whether facts are what a search means. Each word of the search must be part of a word in some fact; numbers behind a
 * word belong to it: "stride 2" is a fact that says so, and "conv 64" a layer called so whose title has that number. A
 * number stands for itself or the first of several: 3 finds 3×3, but not 30.
 */
export function matchesFacts({ title, names, all }: ReadFacts, search: string): boolean {
  return phrasesOf(search).every(
    ([word = [], ...numbers]) =>
      all.some((fact) => holds(fact, [word, ...numbers].flat())) ||
      (names.some((name) => holds(name, word)) && numbers.every((number) => holds(title, number))),
  );
}

function tokensOf(text: string): readonly Token[] {
  return (
    text
      .toLowerCase()
      .replaceAll('×', 'x')
      .match(/\p{L}+[123]d(?![\p{L}\d])|\d+(?:\.\d+)?(?:x\d+)*|\p{L}+/gu) ?? []
  );
}

/** A word with the numbers behind it; numbers in front of all words are a phrase of their own. */
function phrasesOf(search: string): readonly (readonly Word[])[] {
  const phrases: Word[][] = [];
  for (const word of search.split(/\s+/).map(tokensOf)) {
    const last = phrases.at(-1);
    if (last === undefined || !word.every(isNumber)) phrases.push([word]);
    else last.push(word);
  }
  return phrases;
}

/** Whether a fact has these tokens in a row. */
function holds(fact: readonly Token[], tokens: readonly Token[]): boolean {
  return fact.some((_, start) =>
    tokens.every((token, place) => {
      const own = fact[start + place];
      return own !== undefined && agrees(own, token);
    }),
  );
}

function agrees(own: Token, token: Token): boolean {
  if (!isNumber(token)) return own.includes(token);
  return own === token || own.startsWith(`${token}x`);
}

function isNumber(token: Token): boolean {
  return /^\d/.test(token);
}
