import { lower, rounded, upper } from './channels';

/** Pixels whose values stay in the first cache. */
const together: i32 = 64;

/** target = (values − means[c]) · factors[c] + offsets[c], in float64 */
export function normalise(
  values: usize,
  count: i32,
  channels: i32,
  means: usize,
  factors: usize,
  offsets: usize,
  target: usize,
): void {
  const row = (<usize>channels) << 2;
  const inVectors = channels & ~3;
  const toTarget = target - values;
  for (let start = 0; start < count; start += together) {
    const length = <usize>min(together, count - start) * row;
    const block = values + <usize>start * row;
    for (let channel = 0; channel < inVectors; channel += 4) {
      const place = (<usize>channel) << 3;
      const lowMean = v128.load(means + place);
      const highMean = v128.load(means + place, 16);
      const lowFactor = v128.load(factors + place);
      const highFactor = v128.load(factors + place, 16);
      const lowOffset = v128.load(offsets + place);
      const highOffset = v128.load(offsets + place, 16);
      let value = block + ((<usize>channel) << 2);
      const end = value + length;
      while (value < end) {
        const four = v128.load(value);
        const low = f64x2.add(f64x2.mul(f64x2.sub(lower(four), lowMean), lowFactor), lowOffset);
        const high = f64x2.add(f64x2.mul(f64x2.sub(upper(four), highMean), highFactor), highOffset);
        v128.store(value + toTarget, rounded(low, high));
        value += row;
      }
    }
    for (let channel = inVectors; channel < channels; channel++) {
      const place = (<usize>channel) << 3;
      const mean = load<f64>(means + place);
      const factor = load<f64>(factors + place);
      const offset = load<f64>(offsets + place);
      let value = block + ((<usize>channel) << 2);
      const end = value + length;
      while (value < end) {
        store<f32>(value + toTarget, <f32>((<f64>load<f32>(value) - mean) * factor + offset));
        value += row;
      }
    }
  }
}

/** target = factors[c] · (slopes − shifts[c] − (values − means[c]) · pulls[c]), in float64 */
export function normaliseGradient(
  values: usize,
  slopes: usize,
  count: i32,
  channels: i32,
  means: usize,
  factors: usize,
  shifts: usize,
  pulls: usize,
  target: usize,
): void {
  const row = (<usize>channels) << 2;
  const inVectors = channels & ~3;
  const toTarget = target - values;
  const toSlope = slopes - values;
  for (let start = 0; start < count; start += together) {
    const length = <usize>min(together, count - start) * row;
    const block = values + <usize>start * row;
    for (let channel = 0; channel < inVectors; channel += 2) {
      const place = (<usize>channel) << 3;
      const mean = v128.load(means + place);
      const factor = v128.load(factors + place);
      const shift = v128.load(shifts + place);
      const pull = v128.load(pulls + place);
      let value = block + ((<usize>channel) << 2);
      const end = value + length;
      while (value < end) {
        const difference = f64x2.sub(lower(v128.load64_zero(value)), mean);
        const slope = f64x2.sub(lower(v128.load64_zero(value + toSlope)), shift);
        const result = f64x2.mul(factor, f64x2.sub(slope, f64x2.mul(difference, pull)));
        v128.store64_lane(value + toTarget, f32x4.demote_f64x2_zero(result), 0);
        value += row;
      }
    }
    for (let channel = inVectors; channel < channels; channel++) {
      const place = (<usize>channel) << 3;
      const mean = load<f64>(means + place);
      const factor = load<f64>(factors + place);
      const shift = load<f64>(shifts + place);
      const pull = load<f64>(pulls + place);
      let value = block + ((<usize>channel) << 2);
      const end = value + length;
      while (value < end) {
        const difference = <f64>load<f32>(value) - mean;
        const slope = <f64>load<f32>(value + toSlope) - shift;
        store<f32>(value + toTarget, <f32>(factor * (slope - difference * pull)));
        value += row;
      }
    }
  }
}
