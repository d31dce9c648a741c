import type { KerasCall } from '../../network/layers/kerasLayer';
import type { Shape } from '../../network/layers/shape';

/**
 * What a layer of Keras's gives that stands before others in what one layer of ours is: padding, or the depthwise half
 * of a separable convolution, which has the height and width of the whole.
 */
export function innerShape({ className, arguments: settings }: KerasCall, input: Shape, whole: Shape): Shape {
  const [height = 0, width = 0, channels = 0] = input;
  if (className === 'ZeroPadding2D') {
    const [top, bottom, left, right] = sidesOf(settings['padding']);
    return [height + top + bottom, width + left + right, channels];
  }
  const { filters, depth_multiplier: multiplier = 1 } = settings;
  const given = typeof filters === 'number' ? filters : channels * Number(multiplier);
  return [...whole.slice(0, 2), given];
}

/** Keras's ((top, bottom), (left, right)). */
export function sidesOf(padding: unknown): readonly [number, number, number, number] {
  const [top = 0, bottom = 0, left = 0, right = 0] = Array.isArray(padding) ? padding.flat().map(Number) : [];
  return [top, bottom, left, right];
}
