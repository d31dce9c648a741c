/** Columns that a line may take, as Black has it. */
export const widest = 88;

/** What Python has as a plain value; a list is written as a tuple. */
export type PlainValue = number | boolean | string | null | readonly PlainValue[];

export function isPlain(value: unknown): value is PlainValue {
  return value === null || typeof value !== 'object' || Array.isArray(value);
}

/** `None`, `True`, `"same"`, `(3, 5)`. */
export function plainText(value: PlainValue): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return numberText(value);
  return tupleText(value);
}

/** `(3,)`, `(3, 5)`. */
export function tupleText(values: readonly PlainValue[]): string {
  const items = values.map(plainText);
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}

/** `1e-05` is written 1e-5, which Python reads too. */
export function numberText(value: number): string {
  return Object.is(value, -0) ? '0' : String(value);
}
