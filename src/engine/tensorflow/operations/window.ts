import type { Pair } from '../../../network/layers/ops';
import { attribute } from '../proto/attributes';
import type { AttributeValue } from '../proto/messages';

/** Padding that TensorFlow's sliding ops do themselves; explicit padding is a Pad in front of them. */
export type WindowPadding = 'SAME' | 'VALID';

/** Positions of a window along one axis. */
export function windowCount(extent: number, reach: number, stride: number, padding: WindowPadding): number {
  return padding === 'SAME' ? Math.ceil(extent / stride) : Math.floor((extent - reach) / stride) + 1;
}

/** A pair (height, width) as TensorFlow wants it: one number for each axis of N×H×W×C. */
export function perAxis([height, width]: Pair): AttributeValue {
  return attribute.ints([1, height, width, 1]);
}
