import type { ChoiceField, NumberField } from './fields';
import type { InitialiserChoice } from './initialisers';

interface InitialiserFields {
  readonly initialiser: ChoiceField<InitialiserChoice['type']>;
  readonly constantValue: NumberField;
}

/** Choice of how a layer's kernel is drawn. `auto` follows the activation behind the layer. */
export const initialiserFields: InitialiserFields = {
  initialiser: {
    type: 'choice',
    label: 'Initializer',
    help: 'How the first weights are drawn. Auto takes He where a ReLU follows and Glorot elsewhere.',
    default: 'auto',
    options: [
      { value: 'auto', label: 'Auto' },
      { value: 'heNormal', label: 'He normal' },
      { value: 'heUniform', label: 'He uniform' },
      { value: 'glorotUniform', label: 'Glorot uniform' },
      { value: 'glorotNormal', label: 'Glorot normal' },
      { value: 'lecunNormal', label: 'LeCun normal' },
      { value: 'lecunUniform', label: 'LeCun uniform' },
      { value: 'constant', label: 'Constant' },
    ],
  },
  constantValue: {
    type: 'number',
    label: 'Value',
    help: 'The value that every weight starts at. Weights that start equal get equal gradients, so the units stay copies of each other.',
    default: 0.01,
    min: -1000,
    max: 1000,
    step: 0.01,
    shownWhen: (config) => config['initialiser'] === 'constant',
  },
};

/** The kernel's initialiser, from the two fields above. */
export function initialiserOf(config: {
  readonly initialiser: InitialiserChoice['type'];
  readonly constantValue: number;
}): InitialiserChoice {
  return config.initialiser === 'constant'
    ? { type: 'constant', value: config.constantValue }
    : { type: config.initialiser };
}
