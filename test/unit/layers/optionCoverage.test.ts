import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../../src/network/layers/config';
import type { LayerKind } from '../../../src/network/layers/defineLayer';
import type { Field, FieldValue, LayerConfig } from '../../../src/network/layers/fields';
import { layerKinds } from '../../../src/network/layers/registry';
import { casesOf } from '../../parity/cases/layerCases';

/** Fields of a sliding window, which act on one another: they are tried in pairs too. */
const windowFields = ['strides', 'padding', 'dilations', 'groups'];

/** Keras refuses the two together, and so do we. */
const refusedPair = 'strides: other, dilations: other';

/** Fields that choose a weight's first values: both executors start from the same. */
const firstValues = ['initialiser', 'constantValue', 'biasValue'];

/** Values of a field that must each be tried: all of a choice or a switch, the default and another of a number. */
function levelsOf(field: Field): readonly string[] {
  switch (field.type) {
    case 'choice':
      return field.options.map(({ value }) => value);
    case 'boolean':
      return ['true', 'false'];
    default:
      return ['default', 'other'];
  }
}

function levelOf(field: Field, value: FieldValue | undefined): string {
  if (field.type === 'choice' || field.type === 'boolean') return String(value);
  return JSON.stringify(value) === JSON.stringify(field.default) ? 'default' : 'other';
}

/** The settings of each of the kind's cases, in full. */
function triedConfigs(kind: LayerKind): readonly LayerConfig[] {
  return casesOf(kind).map(({ config }) => {
    const checked = checkConfig(kind, config);
    if ('problem' in checked) throw new Error(checked.problem.message);
    return checked.config;
  });
}

describe.each(layerKinds.map((kind) => [kind.kind, kind] as const))('the parity cases of %s', (_, kind) => {
  const configs = triedConfigs(kind);

  test('try every option', () => {
    const fields = Object.entries(kind.fields).filter(([name]) => !firstValues.includes(name));
    const missing = fields.flatMap(([name, field]) =>
      levelsOf(field)
        .filter((level) => !configs.some((config) => levelOf(field, config[name]) === level))
        .map((level) => `${name}: ${level}`),
    );
    expect(missing).toEqual([]);
  });

  test('try the options of a window with one another', () => {
    const fields = Object.entries(kind.fields).filter(([name]) => windowFields.includes(name));
    const missing = fields.flatMap(([name, field], index) =>
      fields.slice(index + 1).flatMap(([otherName, other]) =>
        levelsOf(field).flatMap((level) =>
          levelsOf(other)
            .filter(
              (otherLevel) =>
                !configs.some(
                  (config) =>
                    levelOf(field, config[name]) === level &&
                    levelOf(other, config[otherName]) === otherLevel,
                ),
            )
            .map((otherLevel) => `${name}: ${level}, ${otherName}: ${otherLevel}`),
        ),
      ),
    );
    expect(missing.filter((pair) => pair !== refusedPair)).toEqual([]);
  });
});
