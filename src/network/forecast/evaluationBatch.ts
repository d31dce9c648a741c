import { elementCount, type Shape } from '../layers/shape';

/** Large enough to be quick, small enough that a command never waits long. */
const mostImages = 500;
/** Few enough for any network, and enough to be quick. */
const fewestImages = 8;
/** Values of the largest tensor of an evaluation, 32 MiB: without this bound large images would take more than training. */
const mostValues = 2 ** 23;

/** Values of all outputs together, 512 MiB: on WebAssembly none is freed before the end. */
const mostValuesInAll = 2 ** 27;

/** How many images are evaluated at once, by the outputs of the network's layers. */
export function evaluationBatch(outputs: readonly Shape[]): number {
  const counts = outputs.map(elementCount);
  const largest = Math.max(1, ...counts);
  const all = counts.reduce((sum, count) => sum + count, 1);
  const bound = Math.floor(Math.min(mostValues / largest, mostValuesInAll / all));
  return Math.max(fewestImages, Math.min(mostImages, bound));
}
