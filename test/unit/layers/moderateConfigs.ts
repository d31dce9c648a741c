import fc from 'fast-check';
import { assertNever } from '../../../src/network/assertNever';
import type { LayerKind } from '../../../src/network/layers/defineLayer';
import type { Field, FieldValue, LayerConfig } from '../../../src/network/layers/fields';

/** Channels and features without which LeNet-5's own layers take nothing. */
const insistedOn = [6, 84];

/** Settings as people choose them: whole numbers near the smallest, others near the default. */
export function moderateConfigs(kind: LayerKind): fc.Arbitrary<LayerConfig> {
  return fc.record(
    Object.fromEntries(
      Object.entries(kind.fields).map(([name, field]) => [
        name,
        fc.oneof(fc.constant(moderateDefault(field)), moderateValues(field)),
      ]),
    ),
  );
}

/** The default, where it isn't a size that makes networks large. */
function moderateDefault(field: Field): FieldValue {
  return field.type === 'integer' ? Math.min(field.default, field.min + 3) : field.default;
}

function moderateValues(field: Field): fc.Arbitrary<FieldValue> {
  switch (field.type) {
    case 'integer': {
      const small = fc.integer({ min: field.min, max: Math.min(field.max, field.min + 3) });
      const insisted = insistedOn.filter((size) => size >= field.min && size <= field.max);
      return fc.oneof(
        { weight: 3, arbitrary: small },
        { weight: 1, arbitrary: fc.constantFrom(field.min, ...insisted) },
      );
    }
    case 'number': {
      const min = Math.max(field.min, field.default / 2);
      return fc.double({ min, max: Math.max(min, Math.min(field.max, field.default * 1.5)), noNaN: true });
    }
    case 'integers': {
      const length = field.parts.length;
      const entry = fc.integer({ min: field.min, max: Math.min(field.max, field.min + 3) });
      return fc.array(entry, { minLength: length, maxLength: length });
    }
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value));
    case 'boolean':
      return fc.boolean();
    default:
      return assertNever(field);
  }
}
