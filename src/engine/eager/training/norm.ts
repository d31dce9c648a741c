/** ‖t‖₂, summed in float64, in which no square of a float32 number vanishes or overflows. */
export function norm(values: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    sum += value * value;
  }
  return Math.sqrt(sum);
}

/** ‖after − before‖₂ of arrays of one length, the difference being rounded to float32. */
export function normOfChange(before: Float32Array, after: Float32Array): number {
  return norm(after.map((value, index) => value - (before[index] ?? 0)));
}
