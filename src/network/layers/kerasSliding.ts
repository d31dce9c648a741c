import { type ConvolutionConfig, convolutionOptions } from './convolution';
import {
  type KerasCall,
  type KerasLayer,
  kerasCall,
  kerasOnly,
  kerasPair,
  unlessKerasDefault,
} from './kerasLayer';
import type { Pool2dOptions, Sides } from './ops';
import { pairOf } from './slidingWindow';

export function kerasZeroPadding([top, bottom, left, right]: Sides): KerasCall {
  const padding = [
    [top, bottom],
    [left, right],
  ];
  return kerasCall('ZeroPadding2D', { padding });
}

/** How a convolution's filters slide, as Keras's layers take it, and the padding that goes before. */
export function kerasSliding(config: ConvolutionConfig): {
  readonly before: readonly KerasCall[];
  readonly settings: KerasCall['arguments'];
} {
  const { strides, dilations, padding } = convolutionOptions(config);
  const explicit = typeof padding !== 'string';
  const settings = unlessKerasDefault(
    {
      strides: kerasPair(strides),
      padding: explicit ? 'valid' : padding,
      dilation_rate: kerasPair(dilations),
    },
    { strides: 1, padding: 'valid', dilation_rate: 1 },
  );
  return {
    before: explicit ? [kerasZeroPadding(padding)] : [],
    settings: { kernel_size: kerasPair(pairOf(config.kernelSize)), ...settings },
  };
}

/** A pool; padding of its own takes a class of ours, for it must not count. */
export function kerasPooling(
  className: 'MaxPooling2D' | 'AveragePooling2D',
  { window, strides, padding }: Pool2dOptions,
): KerasLayer {
  const settings = { pool_size: kerasPair(window), strides: kerasPair(strides) };
  if (typeof padding === 'string')
    return kerasOnly(className, {
      ...settings,
      ...unlessKerasDefault({ padding }, { padding: 'valid' }),
    });
  const [top, bottom, left, right] = padding;
  const sides = [
    [top, bottom],
    [left, right],
  ];
  return kerasOnly(`Padded${className}`, { ...settings, padding: sides });
}
