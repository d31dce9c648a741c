import type { FieldValue, LayerConfig } from '../../../src/network/layers/fields';
import type { Template } from '../../../src/network/templates/template';

/** Settings that keep every layer of a template and make them as small as a test needs. */
const reduced: Readonly<Record<string, FieldValue>> = {
  input: 32,
  classes: 10,
  width: 0.125,
  hiddenUnits: 128,
  largeStem: false,
  n: 1,
  heads: 'most',
};

/** Those of the settings that the template has; of a choice the last option, which has the most heads. */
export function reducedSettings({ settings }: Template): LayerConfig {
  return Object.fromEntries(
    Object.entries(reduced).flatMap(([name, value]) => {
      const field = settings[name];
      if (field === undefined) return [];
      return [[name, field.type === 'choice' ? (field.options.at(-1)?.value ?? field.default) : value]];
    }),
  );
}
