import type { ShapeResult } from './defineLayer';
import type { ChoiceField, IntegersField } from './fields';
import { needsImage } from './inputProblems';
import type { Pool2dOptions } from './ops';
import { imageShape, type Shape } from './shape';
import {
  explicitPaddingField,
  type PaddingChoice,
  paddingField,
  pairOf,
  sidesOf,
  slidingExtent,
} from './slidingWindow';

/** A type, not an interface: only a type has the index signature that a layer's `fields` ask for. */
type PoolingFields = {
  readonly poolSize: IntegersField;
  readonly strides: IntegersField;
  readonly padding: ChoiceField<PaddingChoice>;
  readonly explicitPadding: IntegersField;
};

/** Settings of a pool that slides a window over the image. */
export const poolingFields: PoolingFields = {
  poolSize: {
    type: 'integers',
    label: 'Window',
    term: 'pooling',
    help: 'Height and width of the area that becomes one value.',
    default: [2, 2],
    min: 1,
    max: 255,
    parts: ['height', 'width'],
    unit: 'px',
  },
  strides: {
    type: 'integers',
    label: 'Stride',
    term: 'stride',
    help: 'Step between windows. 2 halves height and width; a step smaller than the window lets windows overlap.',
    default: [2, 2],
    min: 1,
    max: 255,
    parts: ['height', 'width'],
    unit: 'px',
  },
  padding: paddingField('valid'),
  explicitPadding: explicitPaddingField,
};

interface PoolingConfig {
  readonly poolSize: readonly number[];
  readonly strides: readonly number[];
  readonly padding: PaddingChoice;
  readonly explicitPadding: readonly number[];
}

/** H×W×C to H′×W′×C. A padding as large as the window is refused, as TensorFlow does: such windows would hold padding only. */
export function pooledShape(layer: string, inputs: readonly Shape[], config: PoolingConfig): ShapeResult {
  const [input] = inputs;
  const image = imageShape(input);
  if (image === null)
    return needsImage(layer, input, 'Put the pool before Flatten, Dense and global pooling.');
  const [height, width] = pairOf(config.poolSize);
  const padding = sidesOf(config);
  if (typeof padding !== 'string') {
    const [top, bottom, left, right] = padding;
    if (Math.max(top, bottom) >= height || Math.max(left, right) >= width)
      return {
        problem: {
          message: `${layer} pads ${top} at the top, ${bottom} at the bottom, ${left} left and ${right} right, but its window is ${height}×${width}: each side must be smaller than the window.`,
          advice: `Pad at most ${height - 1} at the top and bottom and ${width - 1} left and right, or enlarge the window.`,
        },
      };
  }
  const extent = slidingExtent(layer, image, {
    window: config.poolSize,
    strides: config.strides,
    dilations: [1, 1],
    padding,
  });
  return 'problem' in extent ? extent : { shape: [extent.height, extent.width, image.channels] };
}

/** What the op set's pools take, from the settings. */
export function poolingOptions(config: PoolingConfig): Pool2dOptions {
  return { window: pairOf(config.poolSize), strides: pairOf(config.strides), padding: sidesOf(config) };
}
