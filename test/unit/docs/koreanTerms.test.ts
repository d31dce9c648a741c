import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { korean } from '../../../src/language/korean';

interface Term {
  readonly chosen: string;
  readonly others: readonly string[];
}

/** The table of docs/contributing/language.md. */
const [, table = ''] = readFileSync('docs/contributing/language.md', 'utf8').split('## Korean terms');
const terms: readonly Term[] = table
  .split('\n')
  .filter((line) => /^\| .*[가-힣]/.test(line))
  .map((line) => {
    const [, , chosen = '', others = ''] = line.split('|').map((cell) => cell.trim());
    return { chosen, others: others.split(', ').filter(Boolean) };
  });

/** Particles that stand behind a final consonant, and their partners behind a vowel. */
const particles = [
  ['은', '는'],
  ['을', '를'],
  ['과', '와'],
] as const;

function endsInConsonant(word: string): boolean {
  return ((word.codePointAt(word.length - 1) ?? 0) - 0xac00) % 28 !== 0;
}

describe('the Korean of the window', () => {
  it('has a table of terms', () => {
    expect(terms.length).toBeGreaterThan(40);
  });

  it.each(terms)('says $chosen and no other word', ({ chosen, others }) => {
    const texts = Object.entries(korean);
    expect(texts.some(([, said]) => said.includes(chosen))).toBe(true);
    for (const other of others)
      expect(texts.filter(([, said]) => said.includes(other)).map(([english]) => [other, english])).toEqual(
        [],
      );
  });

  it.each(terms)('gives $chosen the particles of its last sound', ({ chosen }) => {
    const wrong = particles.map(([consonant, vowel]) => (endsInConsonant(chosen) ? vowel : consonant));
    const pattern = new RegExp(`${chosen}(${wrong.join('|')})(?=[ .,:)]|$)`);
    expect(Object.values(korean).filter((said) => pattern.test(said))).toEqual([]);
  });

  it('puts no particle behind a place that depends on what is filled in', () => {
    const dependent = /\}\}(은|는|이|가|을|를|과|와|으로|로|이며|이고)(?=[ .,:)]|$)/;
    expect(
      Object.entries(korean)
        // “레이어 18개” ends in 개.
        .filter(([english, said]) => dependent.test(said) && !/over \{\{5\}\}, at/.test(english))
        .map(([english]) => english),
    ).toEqual([]);
  });
});
