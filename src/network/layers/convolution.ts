import type { LayerProblem, WeightDeclaration } from './defineLayer';
import type { BooleanField, ChoiceField, IntegersField } from './fields';
import { needsImage } from './inputProblems';
import type { WindowOptions } from './ops';
import { imageShape, type Shape } from './shape';
import {
  explicitPaddingField,
  type PaddingChoice,
  paddingField,
  pairOf,
  sidesOf,
  slidingExtent,
} from './slidingWindow';

/** Types, not interfaces: only a type has the index signature that a layer's `fields` ask for. */
type ConvolutionFields = {
  readonly kernelSize: IntegersField;
  readonly strides: IntegersField;
  readonly padding: ChoiceField<PaddingChoice>;
  readonly explicitPadding: IntegersField;
  readonly dilations: IntegersField;
};

const perAxis = { type: 'integers', min: 1, max: 255, parts: ['height', 'width'], unit: 'px' } as const;

/** How the filters of a convolution slide. */
export const convolutionFields: ConvolutionFields = {
  kernelSize: {
    ...perAxis,
    label: 'Kernel',
    term: 'kernel',
    help: 'Height and width of each filter.',
    default: [3, 3],
  },
  strides: {
    ...perAxis,
    label: 'Stride',
    term: 'stride',
    help: 'Step between positions. 2 halves height and width.',
    default: [1, 1],
  },
  padding: paddingField('same'),
  explicitPadding: explicitPaddingField,
  dilations: {
    ...perAxis,
    label: 'Dilation',
    term: 'dilation',
    help: 'Spacing between the filter’s samples. 2 doubles its reach with the same weights.',
    default: [1, 1],
  },
};

export const biasField: BooleanField = {
  type: 'boolean',
  label: 'Bias',
  term: 'bias',
  help: 'Adds a learned constant to each filter’s output. Not needed in front of batch norm, which has its own.',
  default: true,
};

export interface ConvolutionConfig {
  readonly kernelSize: readonly number[];
  readonly strides: readonly number[];
  readonly padding: PaddingChoice;
  readonly explicitPadding: readonly number[];
  readonly dilations: readonly number[];
}

/** Height and width of what the filters give, and the input's channels; or what is wrong with input or settings. */
export function convolutionExtent(
  label: string,
  inputs: readonly Shape[],
  config: ConvolutionConfig,
):
  | { readonly height: number; readonly width: number; readonly channels: number }
  | { readonly problem: LayerProblem } {
  const image = imageShape(inputs[0]);
  if (image === null)
    return needsImage(label, inputs[0], 'Put the convolution before Flatten, Dense and global pooling.');
  const { kernelSize, strides, dilations } = config;
  if (Math.max(...strides) > 1 && Math.max(...dilations) > 1)
    return {
      problem: {
        message: `${label} has stride ${strides.join('×')} and dilation ${dilations.join('×')}: Keras refuses the two together, and TensorFlow trains them on some devices only.`,
        advice: 'Set the stride or the dilation to 1×1.',
      },
    };
  const extent = slidingExtent(label, image, {
    window: kernelSize,
    strides,
    dilations,
    padding: sidesOf(config),
  });
  return 'problem' in extent ? extent : { ...extent, channels: image.channels };
}

/** What the op set's convolutions take, from the settings. */
export function convolutionOptions(config: ConvolutionConfig): WindowOptions {
  return {
    strides: pairOf(config.strides),
    padding: sidesOf(config),
    dilations: pairOf(config.dilations),
  };
}

/** One constant for each filter. */
export function biasWeight(filters: number, value = 0): WeightDeclaration {
  return {
    name: 'bias',
    shape: [filters],
    initialiser: { type: 'constant', value },
    trainable: true,
    decays: false,
  };
}
