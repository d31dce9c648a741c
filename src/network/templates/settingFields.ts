import type { BooleanField, ChoiceField, IntegerField, NumberField } from '../layers/fields';
import { initialiserFields } from '../layers/initialiserFields';

/** Declarations of the settings that several families have in common. */

export const inputField = (size: number, min: number): IntegerField => ({
  type: 'integer',
  label: 'Input',
  help: 'Height and width of the images.',
  default: size,
  min,
  max: 1024,
  unit: 'px',
});

export const channelsField = (channels: number): IntegerField => ({
  type: 'integer',
  label: 'Channels',
  help: 'Values per pixel: 1 for grey, 3 for colour.',
  default: channels,
  min: 1,
  max: 16,
  unit: 'ch',
});

export const classesField = (classes: number): IntegerField => ({
  type: 'integer',
  label: 'Classes',
  help: 'Number of classes to tell apart.',
  default: classes,
  min: 2,
  max: 1000,
});

export const widthField: NumberField = {
  type: 'number',
  label: 'Width',
  help: 'Every layer’s channels and units are multiplied by this. A quarter trains some ten times as fast.',
  default: 1,
  min: 0.0625,
  max: 4,
  step: 0.0625,
};

export const dropoutField = (rate: number): NumberField => ({
  type: 'number',
  label: 'Dropout',
  help: 'Share of the values in front of a Dense layer that are switched off at each step; 0 leaves the layers out.',
  default: rate,
  min: 0,
  max: 0.95,
  step: 0.05,
});

export const batchNormField = (used: boolean): BooleanField => ({
  type: 'boolean',
  label: 'Batch norm',
  help: 'Normalises each channel behind every convolution. Without it deep plain nets show how gradients vanish.',
  default: used,
});

/** Activations that a family can be drawn with. */
export const activationField: ChoiceField<
  'relu' | 'leakyRelu' | 'elu' | 'gelu' | 'silu' | 'tanh' | 'sigmoid'
> = {
  type: 'choice',
  label: 'Activation',
  help: 'The non-linearity behind every convolution. Sigmoid and tanh saturate: their gradient fades with depth.',
  default: 'relu',
  options: [
    { value: 'relu', label: 'ReLU' },
    { value: 'leakyRelu', label: 'Leaky ReLU' },
    { value: 'elu', label: 'ELU' },
    { value: 'gelu', label: 'GELU' },
    { value: 'silu', label: 'SiLU' },
    { value: 'tanh', label: 'Tanh' },
    { value: 'sigmoid', label: 'Sigmoid' },
  ],
};

/** Initialisers that suit a whole network: those of a layer, without constants and LeCun’s. */
export const initialiserField: ChoiceField = {
  ...initialiserFields.initialiser,
  options: initialiserFields.initialiser.options.filter(({ value }) => /^(auto|he|glorot)/.test(value)),
};

/** How a shortcut meets a shape that differs (He et al. 2016, Deep Residual Learning, section 4.1). */
export const shortcutField = (option: 'A' | 'B' | 'C'): ChoiceField<'A' | 'B' | 'C'> => ({
  type: 'choice',
  label: 'Shortcuts',
  help: 'A pads missing channels with zeros, B projects where shapes differ, C projects everywhere.',
  default: option,
  options: [
    { value: 'A', label: 'A: zero padding' },
    { value: 'B', label: 'B: projection where shapes differ' },
    { value: 'C', label: 'C: projection everywhere' },
  ],
});
