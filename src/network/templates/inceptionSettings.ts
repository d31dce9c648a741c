import type { ChoiceField } from '../layers/fields';
import {
  activationField,
  channelsField,
  classesField,
  dropoutField,
  initialiserField,
  inputField,
  widthField,
} from './settingFields';

/** Settings that all Inception networks have, around those of their own. */
export const inceptionSettings = (input: number, dropout: number) =>
  ({
    input: inputField(input, 16),
    channels: channelsField(3),
    classes: classesField(1000),
    width: widthField,
    dropout: dropoutField(dropout),
    activation: activationField,
    initialiser: initialiserField,
  }) as const;

/** How many auxiliary heads a network has: all that the paper has, or none. */
export const headsField = <Count extends '1' | '2'>(
  count: Count,
  lossWeight: number,
): ChoiceField<'0' | Count> => ({
  type: 'choice',
  label: 'Auxiliary heads',
  help: `Outputs beside the main one, from the middle of the network, whose losses count ${lossWeight}. They bring gradient to early modules, and are not needed once it is trained.`,
  default: '0',
  options: [
    { value: '0', label: 'None' },
    { value: count, label: count },
  ],
});
