export interface Finiteness {
  readonly hasNaN: boolean;
  readonly hasInfinity: boolean;
}

/** What keeps the values from being finite. */
export function finitenessOf(values: Float32Array): Finiteness {
  if (allFinite(values)) return { hasNaN: false, hasInfinity: false };
  return {
    hasNaN: values.some(Number.isNaN),
    hasInfinity: values.includes(Number.POSITIVE_INFINITY) || values.includes(Number.NEGATIVE_INFINITY),
  };
}

/** Whether no value is NaN or infinite: a float64 sum of finite float32 numbers can't overflow. */
export function allFinite(values: Float32Array): boolean {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] ?? 0;
  return Number.isFinite(sum);
}
