import type { Catalog, Catalogs } from './catalog';
import type { Language } from './languages';
import { namedNumber } from './namedNumber';

interface Pattern {
  readonly matcher: RegExp;
  /** The longest of its fixed parts: a sentence without it need not be matched. */
  readonly landmark: string;
  readonly translation: string;
}

/** Sentences that are kept translated; live ones with figures in them are ever new. */
const remembered = 2000;

/** What goes on after the name of a file or a layer: "photo.png is cut off." */
const predicate = /^(is|has|holds|ends|goes|may|can['’]t|does|lists|lacks) /;

/** The place of such a name, which no text of a catalog numbers that high. */
const subject = '{{99}}';

const placeMark = /\{\{(\d+)\}\}/;

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function fixedLength(key: string): number {
  return key.split(placeMark).reduce((sum, part, place) => (place % 2 === 0 ? sum + part.length : sum), 0);
}

/** Translates finished English sentences: as a whole, by the pattern that made them, or sentence by sentence. */
export class SentencePatterns {
  readonly #catalog: Catalog;
  /** Those with the most fixed text come first: they say most about a sentence that they match. */
  readonly #patterns: readonly Pattern[];
  readonly #memory = new Map<string, string>();
  readonly #language: Language;

  constructor({ texts, sentences }: Catalogs, language: Language) {
    this.#catalog = texts;
    this.#language = language;
    const entries = Object.entries(sentences);
    const ofSubjects = entries
      .filter(([key]) => predicate.test(key))
      .map(([key, translation]) => [`${subject} ${key}.`, `${subject}: ${translation}.`] as const);
    this.#patterns = [...entries.filter(([key]) => placeMark.test(key)), ...ofSubjects]
      .sort(([one], [other]) => fixedLength(other) - fixedLength(one))
      .map(([key, translation]) => compiled(key, translation));
  }

  translate(sentence: string): string {
    const known = this.#memory.get(sentence);
    if (known !== undefined) return known;
    const found = this.#whole(sentence) ?? this.#inParts(sentence) ?? sentence;
    if (this.#memory.size >= remembered) this.#memory.clear();
    this.#memory.set(sentence, found);
    return found;
  }

  #whole(sentence: string): string | null {
    if (Object.hasOwn(this.#catalog, sentence)) return this.#catalog[sentence] ?? null;
    for (const { matcher, landmark, translation } of this.#patterns) {
      if (!sentence.includes(landmark)) continue;
      const match = matcher.exec(sentence);
      if (match !== null) return this.#filled(translation, match);
    }
    return namedNumber(sentence, this.#language);
  }

  /** A phrase that was filled in is translated too. A single word is not: it may be a name that a person gave. */
  #filled(translation: string, match: RegExpExecArray): string {
    return translation
      .split(placeMark)
      .map((part, place) => {
        if (place % 2 === 0) return part;
        const filling = match.groups?.[`place${part}`] ?? '';
        return filling.includes(' ') ? this.translate(filling) : filling;
      })
      .join('');
  }

  /** What was joined of several sentences; null where none of them is known, or there is only one. */
  #inParts(text: string): string | null {
    const sentences = text.split(/(?<=[.?!:;]["”’)]?) +/);
    if (sentences.length === 1) return null;
    const translated = sentences.map((sentence) => this.#whole(sentence));
    if (translated.every((sentence) => sentence === null)) return null;
    return translated.map((sentence, place) => sentence ?? sentences[place]).join(' ');
  }
}

function compiled(key: string, translation: string): Pattern {
  const parts = key.split(placeMark);
  const matcher = parts
    .map((part, place) => (place % 2 === 0 ? escaped(part) : `(?<place${part}>[^]*?)`))
    .join('');
  const fixed = parts.filter((_, place) => place % 2 === 0);
  const landmark = fixed.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
  return { matcher: new RegExp(`^${matcher}$`), landmark, translation };
}
