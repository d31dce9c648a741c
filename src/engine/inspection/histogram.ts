import { type Histogram, inspectionLimits } from '../../protocol/inspectionMessages';

/** Values farther from the mean than so many standard deviations are counted, and not drawn. */
const reach = 4;

type Counts = Omit<Histogram, 'of' | 'weight'>;

/** So often those that lie too far are left out, and mean and deviation of the others are taken. */
const refinements = 3;

/** The range is found from so many values at most, evenly spread among all; all are counted. */
const judgedValues = 8192;

/** How the values lie, about their mean. Equal values fill one bin in the middle. */
export function histogram(values: Float32Array): Counts {
  const { low, high } = rangeOf(evenly(values));
  const counts = new Int32Array(inspectionLimits.bins);
  let [below, above, notFinite] = [0, 0, 0];
  const binsPerUnit = inspectionLimits.bins / (high - low);
  for (const value of values) {
    if (!Number.isFinite(value)) notFinite += 1;
    else if (value < low) below += 1;
    else if (value > high) above += 1;
    else {
      const bin = Math.min(inspectionLimits.bins - 1, Math.floor((value - low) * binsPerUnit));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return { low, high, counts, below, above, notFinite };
}

/** What is drawn: 0 to 1 where no value is finite. */
function rangeOf(judged: Float32Array): { readonly low: number; readonly high: number } {
  let kept = spreadOf(judged, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  if (kept.count === 0) return { low: 0, high: 1 };
  for (let time = 0; time < refinements; time++) {
    const [from, to] = [kept.mean - reach * kept.deviation, kept.mean + reach * kept.deviation];
    const nearer = spreadOf(judged, from, to);
    if (nearer.count > 0) kept = nearer;
  }
  const { mean, smallest, largest } = kept;
  if (largest > smallest) return { low: smallest, high: largest };
  const room = Math.abs(mean) > 0 ? Math.abs(mean) / 2 : 0.5;
  return { low: mean - room, high: mean + room };
}

/** By the golden ratio, which falls into step with no number of channels. */
function evenly(values: Float32Array): Float32Array {
  if (values.length <= judgedValues) return values;
  const ratio = (Math.sqrt(5) - 1) / 2;
  return Float32Array.from(
    { length: judgedValues },
    (_, place) => values[Math.floor(((place * ratio) % 1) * values.length)] ?? Number.NaN,
  );
}

/** Of the finite values that lie between two, or on them. */
function spreadOf(values: Float32Array, low: number, high: number) {
  let count = 0;
  let sum = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  const counts = (value: number): boolean => Number.isFinite(value) && value >= low && value <= high;
  for (const value of values) {
    if (!counts(value)) continue;
    count += 1;
    sum += value;
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  const mean = sum / count;
  let squares = 0;
  for (const value of values) if (counts(value)) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / count), smallest, largest, count };
}
