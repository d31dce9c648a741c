import type { FuzzRandom } from '../campaign/fuzzRandom';

/** Numbers at the edges of what machines and limits hold. */
export const hostileNumbers = [
  ...[0, -0, 1, -1, 0.5, -0.5, 1e-320, 1e21, 1e308, -1e308, Number.MAX_VALUE, Number.MIN_VALUE],
  ...[2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53, -(2 ** 53)],
  ...[
    2,
    3,
    255,
    256,
    1000,
    1001,
    1024,
    1025,
    65_536,
    65_537,
    100_000,
    100_001,
    10_000_000,
    1e7 + 1,
    16_777_216,
  ],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
] as const;

/** Names that objects have already, and texts that are shown, stored or compared in surprising ways. */
export const hostileTexts = [
  ...[
    '',
    ' ',
    '\u0000',
    '\n',
    '\r\n',
    '\t',
    '"',
    '\\',
    "'",
    '`',
    '\u007f',
    '%s%n',
    '<script>',
    '&amp;',
    '--',
    '-',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
    'then',
  ],
  ...[
    '\ud800',
    '\udfff',
    'a\ud83d',
    '\u202eabc',
    '\u200b',
    '\ufeff',
    'e\u0301',
    '\ufb01',
    '👩‍👩‍👧‍👦',
    'İ',
    'ß',
    '\u2028',
  ],
  ...[
    '../../etc/passwd',
    '/',
    '.',
    '..',
    'C:\\',
    'con',
    'a/b',
    '~',
    'file:///x',
    'null',
    'true',
    '0',
    '-1',
    '1e999',
  ],
  ...['x'.repeat(64), 'x'.repeat(65), 'x'.repeat(200), 'x'.repeat(201), 'x'.repeat(5000), '𝒳'.repeat(100)],
] as const;

/** A value where another was expected. */
export function hostileValue(random: FuzzRandom): unknown {
  switch (random.below(9)) {
    case 0:
    case 1:
      return random.pick(hostileNumbers);
    case 2:
    case 3:
      return random.pick(hostileTexts);
    case 4:
      return random.pick([null, true, false]);
    case 5:
      return random.pick<unknown>([[], {}, [[]], [null], { '': 0 }, [0, 0], ['']]);
    case 6:
      return Array.from({ length: random.pick([1, 2, 3, 17, 65, 1000]) }, () => random.pick(hostileNumbers));
    case 7:
      return nested(random);
    default:
      return Object.fromEntries(
        Array.from({ length: random.pick([1, 2, 65]) }, (_, index) => [
          random.oneIn(3) ? random.pick(hostileTexts) : `k${index}`,
          random.pick(hostileNumbers),
        ]),
      );
  }
}

/** Brackets within brackets, some of them deeper than any call stack. */
function nested(random: FuzzRandom): unknown {
  let value: unknown = 0;
  for (let depth = random.pick([5, 31, 33, 100, 1500]); depth > 0; depth--)
    value = depth % 2 === 0 ? [value] : { a: value };
  return value;
}
