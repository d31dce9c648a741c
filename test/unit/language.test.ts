import { describe, expect, it } from 'vitest';
import { readSourceFiles } from './architecture/sourceFiles';
import { englishOnly } from './language/englishOnly';
import { neverTranslated } from './language/neverTranslated';
import { type Texts, textsOf } from './language/textsOf';

const catalogFolder = 'src/language/ko';
const catalogs = new Map(
  [...readSourceFiles(catalogFolder, ['.json'])].map(([path, text]) => [path, parsed(path, text)]),
);
const korean = new Map([...catalogs.values()].flatMap((texts) => Object.entries(texts)));
const sources = [...readSourceFiles('src', ['.ts', '.tsx'])].filter(
  ([path]) => !path.endsWith('.d.ts') && !path.includes('/assembly/'),
);
const texts = new Map<string, Texts>(
  sources.map(([path, text]) => [path, textsOf(path, text, path.startsWith('src/main/') ? 3 : 2)]),
);

function parsed(path: string, text: string): Readonly<Record<string, string>> {
  const content: unknown = JSON.parse(text);
  if (typeof content !== 'object' || content === null) throw new Error(`${path} holds no texts.`);
  return Object.fromEntries(Object.entries(content).map(([english, said]) => [english, String(said)]));
}

function placesIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\{[^}]*\}\}/g))].sort();
}

/** English without letters, such as `{{0}} × {{1}}`, is the same everywhere. */
function isMissing(english: string): boolean {
  return (
    !korean.has(english) &&
    !neverTranslated.has(english) &&
    /[A-Za-z]{2}/.test(english.replaceAll(/\{\{\d+\}\}/g, ''))
  );
}

/** What makes a sentence of which one form may have a text of its own, such as that with nothing in its last place. */
function wholeOf(pattern: string): RegExp | null {
  const fixed = pattern.split(/\{\{\d+\}\}/);
  if (fixed.length === 1 || fixed.join('').length < 12) return null;
  return new RegExp(`^${fixed.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.*')}$`);
}

function isConverted(path: string): boolean {
  return !Object.keys(englishOnly).some((folder) => path.startsWith(folder));
}

/** What every file says, of those that are to be said in Korean, one line each: the file and the text. */
function linesOf(find: (texts: Texts, path: string) => readonly string[]): readonly string[] {
  return [...texts]
    .filter(([path]) => isConverted(path))
    .flatMap(([path, found]) => find(found, path).map((text) => `${path}: ${text}`));
}

describe('the words of the window', () => {
  it('are all said in Korean: what is looked up, and what is made elsewhere', () => {
    expect(linesOf(({ looked }) => looked.filter(isMissing))).toEqual([]);
    expect(linesOf(({ plain }) => plain.map(({ text }) => text).filter(isMissing))).toEqual([]);
  });

  it('are looked up where they are shown, and not before the language is known', () => {
    const raw = linesOf(({ plain }, path) =>
      path.startsWith('src/renderer/')
        ? plain
            .filter(({ inMarkup }) => inMarkup)
            .map(({ text }) => text)
            .filter((text) => !neverTranslated.has(text))
        : [],
    );
    expect(raw).toEqual([]);
    expect(linesOf(({ early }) => early)).toEqual([]);
  });

  it('stand in one file each, in order, with the same places as in English, and are used', () => {
    const used = new Set([...texts.values()].flatMap(({ looked, literals }) => [...looked, ...literals]));
    const wholes = [...used].map(wholeOf).filter((whole) => whole !== null);
    const unused = [...korean.keys()].filter(
      (english) => !used.has(english) && !wholes.some((whole) => whole.test(english)),
    );
    expect(unused).toEqual([]);
    const all = [...catalogs.values()].flatMap((each) => Object.keys(each));
    expect(all.filter((english, place) => all.indexOf(english) !== place)).toEqual([]);
    for (const [english, said] of korean)
      expect([english, placesIn(said)]).toEqual([english, placesIn(english)]);
    expect([...korean].filter(([, said]) => said.trim() === '')).toEqual([]);
  });

  it('are recognised by a pattern only where its catalog is one of sentences from outside of the window', () => {
    const outside = linesOf(({ plain }) =>
      plain
        .map(({ text }) => text)
        .filter((text) => text.includes('{{') && korean.has(text) && inWindowFile(text)),
    );
    expect(outside).toEqual([]);
  });

  it('that are never translated are still in the program', () => {
    const literals = new Set([...texts.values()].flatMap((found) => [...found.literals, ...found.looked]));
    expect([...neverTranslated].filter((text) => !literals.has(text))).toEqual([]);
  });
});

function inWindowFile(english: string): boolean {
  return [...catalogs].some(
    ([path, each]) => english in each && !/\/(network|protocol|engine|main|server)[^/]*$/.test(path),
  );
}

describe('the scan', () => {
  const hole = (content: string) => `\${${content}}`;
  const pressText = `const a = rich\`Press ${hole('key')}\`;`;
  const scan = (source: string) => textsOf('sample.tsx', source);

  it.each([
    ['const a = () => <p>Train twice</p>;', 'Train twice'],
    ['const a = () => <button aria-label="Close">×</button>;', 'Close'],
    ["const a = () => <input placeholder={on ? 'Which layer?' : ''} />;", 'Which layer?'],
  ])('finds raw English in %s', (source, text) => {
    expect(scan(source).plain).toContainEqual({ text, inMarkup: true });
  });

  it('reads what t and rich look up, and what is looked up too early', () => {
    expect(scan(pressText).looked).toEqual(['Press {{0}}']);
    expect(scan(pressText).early).toEqual(['Press {{0}}']);
  });

  it('passes over machine text', () => {
    expect(
      scan(
        "const a = () => { document.querySelector('input, textarea'); throw new Error('This is a bug.'); };",
      ).plain,
    ).toEqual([]);
  });
});
