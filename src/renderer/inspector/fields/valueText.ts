import { assertNever } from '../../../network/assertNever';
import type { Field, FieldValue } from '../../../network/layers/fields';
import { formatInteger } from '../../format/numbers';
import { say } from '../../language/say';
import { t } from '../../language/t';

/** A setting as people read it: `5×5`, `0.5`, `Same`. */
export function valueText(field: Field, value: FieldValue): string {
  switch (field.type) {
    case 'integer':
      return [formatInteger(Number(value)), field.unit === undefined ? '' : say(field.unit)]
        .filter(Boolean)
        .join(' ');
    case 'number':
      return [String(value), field.unit === undefined ? '' : say(field.unit)].filter(Boolean).join(' ');
    case 'integers':
      return Array.isArray(value) ? value.join('×') : String(value);
    case 'choice':
      return say(field.options.find((option) => option.value === value)?.label ?? String(value));
    case 'boolean':
      return value === true ? t`On` : t`Off`;
    default:
      return assertNever(field);
  }
}
