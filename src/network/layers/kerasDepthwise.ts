import { type KerasCall, kerasCall, unlessKerasDefault } from './kerasLayer';
import { imageShape, type Shape } from './shape';
import { pairOf } from './slidingWindow';

/**
 * A depthwise convolution. With strides that differ it is a convolution of as many groups as there are channels, whose
 * kernel holds the same values in the same order: TensorFlow's own has one stride for both axes.
 */
export function kerasDepthwise(
  inputs: readonly Shape[],
  output: Shape,
  config: { readonly strides: readonly number[]; readonly depthMultiplier: number },
  settings: KerasCall['arguments'],
  kernel: string,
): KerasCall {
  const [down, across] = pairOf(config.strides);
  if (down === across)
    return kerasCall(
      'DepthwiseConv2D',
      {
        ...settings,
        ...unlessKerasDefault({ depth_multiplier: config.depthMultiplier }, { depth_multiplier: 1 }),
      },
      { [kernel]: 'depthwise_initializer', bias: 'bias_initializer' },
    );
  const groups = imageShape(inputs[0])?.channels ?? 1;
  return kerasCall(
    'Conv2D',
    { filters: output[2] ?? 0, ...settings, groups },
    { [kernel]: 'kernel_initializer', ...(settings['use_bias'] !== false && { bias: 'bias_initializer' }) },
  );
}
