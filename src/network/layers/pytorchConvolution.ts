import { type ConvolutionConfig, convolutionOptions } from './convolution';
import { type PytorchLayer, type PytorchModule, squareOrPair, unlessDefault } from './pytorchLayer';
import { evenPadding, padded, paddedSides } from './pytorchPadding';
import type { Shape } from './shape';
import { pairOf } from './slidingWindow';

/** How a convolution's filters slide, as PyTorch's modules take it, and the padding that they don't. */
export function slidingOptions(
  [input = []]: readonly Shape[],
  config: ConvolutionConfig,
): {
  readonly kernelSize: number | readonly number[];
  readonly options: PytorchModule['options'];
  readonly before: Pick<PytorchLayer, 'before'>;
} {
  const { strides, dilations, padding } = convolutionOptions(config);
  const window = pairOf(config.kernelSize);
  const sides = paddedSides(input, { window, strides, dilations, padding });
  const even = evenPadding(sides);
  const options = unlessDefault(
    {
      stride: squareOrPair(strides),
      padding: squareOrPair(even ?? [0, 0]),
      dilation: squareOrPair(dilations),
    },
    { stride: 1, padding: 0, dilation: 1 },
  );
  return {
    kernelSize: squareOrPair(window),
    options,
    before: even === null ? { before: (x) => padded(x, sides) } : {},
  };
}
