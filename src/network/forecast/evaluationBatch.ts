import { elementCount, type Shape } from '../layers/shape';

/** Large enough to be quick, small enough that a command never waits long. */
const mostImages = 500;
/** Few enough for any network, and enough to be quick. */
const fewestImages = 8;
/** Values of the largest tensor of an evaluation, 32 MiB: without this bound large images would take more than training. */
const mostValues = 2 ** 23;

/** How many images are evaluated at once, by the outputs of the network's layers. */
export function evaluationBatch(outputs: readonly Shape[]): number {
  const largest = outputs.reduce((most, shape) => Math.max(most, elementCount(shape)), 1);
  return Math.max(fewestImages, Math.min(mostImages, Math.floor(mostValues / largest)));
}
