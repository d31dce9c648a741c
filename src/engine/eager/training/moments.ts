/** Mean, standard deviation, and how many values are not zero. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
  readonly nonzeros: number;
}

/** Two readings in float64: the mean first, then the distances from it. */
export function moments(values: Float32Array): Moments {
  let sum = 0;
  let nonzeros = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    sum += value;
    if (value !== 0) nonzeros += 1;
  }
  const mean = sum / values.length;
  let squares = 0;
  for (let index = 0; index < values.length; index++) {
    const distance = (values[index] ?? 0) - mean;
    squares += distance * distance;
  }
  return { mean, deviation: Math.sqrt(squares / values.length), nonzeros };
}
