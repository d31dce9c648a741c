import { assertNever } from '../assertNever';
import type { Field, FieldValue } from '../layers/fields';

/** The allowed value of a field nearest to the one given. Throws where the type is another. */
export function nearestAllowed(field: Field, value: FieldValue): FieldValue {
  switch (field.type) {
    case 'integer':
      if (typeof value === 'number') return Math.round(clamp(value, field));
      break;
    case 'number':
      if (typeof value === 'number') return clamp(value, field);
      break;
    case 'integers':
      if (typeof value !== 'number' && typeof value !== 'boolean' && typeof value !== 'string')
        if (value.length === field.parts.length) return value.map((part) => Math.round(clamp(part, field)));
      break;
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'choice':
      if (field.options.some((option) => option.value === value)) return value;
      break;
    default:
      return assertNever(field);
  }
  throw new Error(`${JSON.stringify(value)} is no value for "${field.label}" (${field.type}).`);
}

export function equalValues(left: FieldValue, right: FieldValue): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right;
  return left.length === right.length && left.every((part, index) => part === right[index]);
}

function clamp(
  value: number,
  { min, max, default: fallback }: { min: number; max: number; default: number | readonly number[] },
): number {
  if (Number.isNaN(value)) return typeof fallback === 'number' ? fallback : (fallback[0] ?? min);
  return Math.min(max, Math.max(min, value));
}
