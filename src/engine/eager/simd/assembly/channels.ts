/** Values of `count` pixels lie one after another, each with its channels. What belongs to a channel is float64. */

/** Pixels whose values stay in the first cache. */
const together: i32 = 64;

export function lower(values: v128): v128 {
  return f64x2.promote_low_f32x4(values);
}

export function upper(values: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i32>(values, values, 2, 3, 2, 3));
}

export function rounded(low: v128, high: v128): v128 {
  return v128.shuffle<i32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5);
}

/** sums[c] = Σ values[c] */
export function sumChannels(values: usize, count: i32, channels: i32, sums: usize): void {
  memory.fill(sums, 0, (<usize>channels) << 3);
  const row = (<usize>channels) << 2;
  const inVectors = channels & ~3;
  for (let start = 0; start < count; start += together) {
    const length = <usize>min(together, count - start) * row;
    const block = values + <usize>start * row;
    for (let channel = 0; channel < inVectors; channel += 4) {
      const sum = sums + ((<usize>channel) << 3);
      let low = v128.load(sum);
      let high = v128.load(sum, 16);
      let value = block + ((<usize>channel) << 2);
      const end = value + length;
      while (value < end) {
        const four = v128.load(value);
        low = f64x2.add(low, lower(four));
        high = f64x2.add(high, upper(four));
        value += row;
      }
      v128.store(sum, low);
      v128.store(sum, high, 16);
    }
    for (let channel = inVectors; channel < channels; channel++) {
      const sum = sums + ((<usize>channel) << 3);
      let total = load<f64>(sum);
      let value = block + ((<usize>channel) << 2);
      const end = value + length;
      while (value < end) {
        total += <f64>load<f32>(value);
        value += row;
      }
      store<f64>(sum, total);
    }
  }
}

/** sums[c] = Σ factors[c] · (values[c] − means[c]), where `factors` may be the differences themselves: see `squares`. */
export function sumProducts(
  factors: usize,
  values: usize,
  count: i32,
  channels: i32,
  means: usize,
  squares: bool,
  sums: usize,
): void {
  memory.fill(sums, 0, (<usize>channels) << 3);
  const row = (<usize>channels) << 2;
  const inVectors = channels & ~3;
  const toFactor = factors - values;
  for (let start = 0; start < count; start += together) {
    const length = <usize>min(together, count - start) * row;
    const block = values + <usize>start * row;
    for (let channel = 0; channel < inVectors; channel += 4) {
      const sum = sums + ((<usize>channel) << 3);
      const mean = means + ((<usize>channel) << 3);
      const lowMean = v128.load(mean);
      const highMean = v128.load(mean, 16);
      let low = v128.load(sum);
      let high = v128.load(sum, 16);
      let value = block + ((<usize>channel) << 2);
      const end = value + length;
      while (value < end) {
        const four = v128.load(value);
        const lowDifference = f64x2.sub(lower(four), lowMean);
        const highDifference = f64x2.sub(upper(four), highMean);
        if (squares) {
          low = f64x2.add(low, f64x2.mul(lowDifference, lowDifference));
          high = f64x2.add(high, f64x2.mul(highDifference, highDifference));
        } else {
          const factor = v128.load(value + toFactor);
          low = f64x2.add(low, f64x2.mul(lower(factor), lowDifference));
          high = f64x2.add(high, f64x2.mul(upper(factor), highDifference));
        }
        value += row;
      }
      v128.store(sum, low);
      v128.store(sum, high, 16);
    }
    for (let channel = inVectors; channel < channels; channel++) {
      const sum = sums + ((<usize>channel) << 3);
      const mean = load<f64>(means + ((<usize>channel) << 3));
      let total = load<f64>(sum);
      let value = block + ((<usize>channel) << 2);
      const end = value + length;
      while (value < end) {
        const difference = <f64>load<f32>(value) - mean;
        total += (squares ? difference : <f64>load<f32>(value + toFactor)) * difference;
        value += row;
      }
      store<f64>(sum, total);
    }
  }
}
