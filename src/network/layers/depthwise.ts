import type { IntegerField } from './fields';
import type { Pair } from './ops';

export const depthMultiplierField: IntegerField = {
  type: 'integer',
  label: 'Multiplier',
  term: 'depthwise',
  help: 'Number of filters for each input channel.',
  default: 1,
  min: 1,
  max: 1024,
};

/**
 * Fans of a depthwise kernel: each output sees one channel only. (Keras counts all channels, which starts such layers
 * with far smaller weights than their activation asks for.)
 */
export function depthwiseFans(
  [height, width]: Pair,
  multiplier: number,
): { readonly fanIn: number; readonly fanOut: number } {
  return { fanIn: height * width, fanOut: height * width * multiplier };
}
