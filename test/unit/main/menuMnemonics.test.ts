import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withMnemonics } from '../../../src/main/menuMnemonics';

/** The letter that a label underlines; null for none. */
function letterOf(label: string): string | null {
  return /(?<!&)(?:&&)*&([^&])/.exec(label)?.[1]?.toLowerCase() ?? null;
}

describe('withMnemonics', () => {
  it('underlines the first letters of words, where they are free', () => {
    expect(withMnemonics(['Save', 'Save as…', 'Stop', '저장', 'R&D'])).toEqual([
      '&Save',
      'Save &as…',
      'S&top',
      '저장',
      '&R&&D',
    ]);
  });

  it('never underlines a letter twice, and leaves the words as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (labels) => {
        const marked = withMnemonics(labels);
        const letters = marked.map(letterOf).filter((letter) => letter !== null);
        expect(new Set(letters).size).toBe(letters.length);
        expect(marked.map((label) => label.replaceAll(/&(&?)/g, '$1'))).toEqual(labels);
      }),
    );
  });
});
