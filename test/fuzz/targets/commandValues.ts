import type { FuzzRandom } from '../campaign/fuzzRandom';
import { hostileNumbers, hostileTexts } from '../mutations/hostileValues';

/** A value of an option: a number, nearly one, or none at all. */
export function someValue(random: FuzzRandom): string {
  switch (random.below(4)) {
    case 0:
      return safeText(random);
    case 1:
      return random.pick([
        '',
        ' ',
        '0x10',
        '1e3',
        '1_000',
        '١',
        '+5',
        '5.',
        '.5',
        '1,5',
        'three',
        '-0',
        '1 2',
        '32x32',
        '32×32',
        'true',
        'A',
      ]);
    case 2:
      return String(random.between(-2, 300));
    default:
      return String(random.pick(hostileNumbers));
  }
}

/** A text that is none of what was asked for, and leads out of no folder. */
export function safeText(random: FuzzRandom): string {
  return random.pick(hostileTexts).replace('../../etc/passwd', '../etc').replaceAll('\u0000', '\u0001');
}
