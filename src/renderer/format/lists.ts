import { t } from '../language/t';

/** `a`, `a and b`, `a, b and c`; in Korean without a word that would ask for a particle. */
export function listText(items: readonly string[]): string {
  const [last = '', ...before] = items.toReversed();
  return before.length === 0 ? last : t`${before.toReversed().join(', ')} and ${last}`;
}
