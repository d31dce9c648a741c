import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSyntaxFault } from '../../../src/network/graph/jsonSyntax';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Valid JSON with a few characters replaced, inserted or left out. */
const nearlyJson = fc
  .record({
    text: fc.json({ maxDepth: 4 }),
    slips: fc.array(
      fc.record({
        at: fc.nat(),
        removed: fc.nat({ max: 2 }),
        inserted: fc.constantFrom(
          '',
          '"',
          '\\',
          ',',
          ':',
          '{',
          ']',
          '0',
          '-',
          'e',
          '.',
          't',
          '\n',
          'u00',
          ' ',
        ),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ text, slips }) =>
    slips.reduce((changed, { at, removed, inserted }) => {
      const place = at % (changed.length + 1);
      return changed.slice(0, place) + inserted + changed.slice(place + removed);
    }, text),
  );

describe('the walk over a text', () => {
  it('finds a fault exactly where JSON.parse would refuse', () => {
    let [valid, invalid] = [0, 0];
    fc.assert(
      fc.property(nearlyJson, (text) => {
        fc.pre(!text.includes('__proto__'));
        const valued = parses(text);
        if (valued) valid += 1;
        else invalid += 1;
        expect(findSyntaxFault(text) === null).toBe(valued);
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(valid, invalid)).toBeGreaterThan(300);
  });

  it('tells a text that was cut off from one that is wrong, wherever it was cut', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (text, cut) => {
        fc.pre(/^[[{"]/.test(text) && !text.includes('__proto__'));
        const part = text.slice(0, 1 + (cut % (text.length - 1)));
        expect(findSyntaxFault(part)?.reason).toBe('end');
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['', 'empty', 1, 1],
    [' \n\t', 'empty', 1, 1],
    ['hello', 'syntax', 1, 1],
    ['{\n  "a": 1,\n  b: 2\n}', 'syntax', 3, 3],
    ['{\n  "a": [1, 2', 'end', 2, 13],
    ['[1, 2]]', 'syntax', 1, 7],
    ['[1 2]', 'syntax', 1, 4],
    ['[1, ]', 'syntax', 1, 5],
    ['{"a": 01}', 'syntax', 1, 8],
    ['"a\nb"', 'syntax', 1, 1],
    ['{"__proto__": 1}', 'key', 1, 2],
    ['{"\\u005f_proto_\\u005F": 1}', 'key', 1, 2],
    ['['.repeat(33), 'depth', 1, 33],
  ] as const)('%j: %s at line %i, column %i', (text, reason, line, column) => {
    expect(findSyntaxFault(text)).toEqual({ reason, line, column });
  });

  it('bounds the depth and the settings of an object before anything is parsed', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    const wide = (keys: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, key) => [key, 0])));
    expect([deep(32), wide(64), '"__proto__"'].map(findSyntaxFault)).toEqual([null, null, null]);
    expect(findSyntaxFault(deep(33))?.reason).toBe('depth');
    expect(findSyntaxFault(deep(5_000_000))?.reason).toBe('depth');
    expect(findSyntaxFault(wide(65))?.reason).toBe('width');
  });
});
