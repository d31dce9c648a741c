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
  const judged = evenly(values);
  const all = spreadOf(judged, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const counts = new Int32Array(inspectionLimits.bins);
  const notFinite = values.reduce((count, value) => count + (Number.isFinite(value) ? 0 : 1), 0);
  if (all.count === 0) return { low: 0, high: 1, counts, below: 0, above: 0, notFinite };
  let kept = all;
  for (let time = 0; time < refinements; time++) {
    const [from, to] = [kept.mean - reach * kept.deviation, kept.mean + reach * kept.deviation];
    const nearer = spreadOf(judged, from, to);
    if (nearer.count > 0) kept = nearer;
  }
  const { mean, smallest, largest } = kept;
  let [low, high] = [smallest, largest];
  if (!(high > low)) {
    const room = Math.abs(mean) > 0 ? Math.abs(mean) / 2 : 0.5;
    [low, high] = [mean - room, mean + room];
  }
  let below = 0;
  let above = 0;
  const binsPerUnit = inspectionLimits.bins / (high - low);
  for (const value of values) {
    if (value < low) below += Number.isFinite(value) ? 1 : 0;
    else if (value > high) above += Number.isFinite(value) ? 1 : 0;
    else if (!Number.isNaN(value)) {
      const bin = Math.min(inspectionLimits.bins - 1, Math.floor((value - low) * binsPerUnit));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return { low, high, counts, below, above, notFinite };
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
