import type { ChoiceField, NumberField } from './fields';
import type { InitialiserChoice } from './initialisers';

/** Initialisers that a person can choose. */
type ChosenInitialiser = Exclude<InitialiserChoice['type'], 'values'>;

interface InitialiserFields {
  readonly initialiser: ChoiceField<ChosenInitialiser>;
  readonly constantValue: NumberField;
}

/** Choice of how a layer's kernel is drawn. `auto` follows the activation behind the layer. */
export const initialiserFields: InitialiserFields = {
  initialiser: {
    type: 'choice',
    label: 'Initializer',
    term: 'initialiser',
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
  readonly initialiser: ChosenInitialiser;
  readonly constantValue: number;
}): InitialiserChoice {
  return config.initialiser === 'constant'
    ? { type: 'constant', value: config.constantValue }
    : { type: config.initialiser };
}

/** What every bias starts at; shown where there is one. */
export const biasValueField: NumberField = {
  type: 'number',
  label: 'First bias',
  term: 'bias',
  help: 'The value that every bias starts at. A gate with a negative one starts closed (He et al. 2016, Identity Mappings).',
  default: 0,
  min: -1000,
  max: 1000,
  step: 0.1,
  shownWhen: (config) => config['useBias'] === true,
};

/** Names of the fields that a layer's first weights depend on and nothing else. */
export const firstValueFields: ReadonlySet<string> = new Set([
  ...Object.keys(initialiserFields),
  'biasValue',
]);
