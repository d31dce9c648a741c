import type { z } from 'zod';
import { formatInteger } from '../../format/numbers';
import { t } from '../../language/t';

/** Says in a sentence why a setting was refused. `scale` is what the form shows for 1, for example 100 for percent. */
export function describeRefusal({ issues: [issue] }: z.ZodError, scale = 1): string {
  switch (issue?.code) {
    case 'too_small':
      return issue.inclusive === false
        ? t`Must be more than ${limit(issue.minimum, scale)}.`
        : t`Must be at least ${limit(issue.minimum, scale)}.`;
    case 'too_big':
      return issue.inclusive === false
        ? t`Must be less than ${limit(issue.maximum, scale)}.`
        : t`Must be at most ${limit(issue.maximum, scale)}.`;
    case 'invalid_type':
      return issue.expected === 'int' ? t`Must be a whole number.` : t`Must be a number.`;
    default:
      return t`This value is not possible here.`;
  }
}

function limit(value: number | bigint, scale: number): string {
  const shown = Number(value) * scale;
  return Number.isInteger(shown) ? formatInteger(shown) : String(shown);
}
