import fc from 'fast-check';
import { assertNever } from '../../../src/network/assertNever';
import type { LayerKind } from '../../../src/network/layers/defineLayer';
import type { Field, FieldValue, LayerConfig } from '../../../src/network/layers/fields';
import type { Shape } from '../../../src/network/layers/shape';

/** Any value that the field's declaration allows, small ones more often than its largest. */
export function fieldValues(field: Field): fc.Arbitrary<FieldValue> {
  switch (field.type) {
    case 'integer':
      return integersWithin(field);
    case 'number':
      return fc.double({ min: field.min, max: field.max, noNaN: true });
    case 'integers': {
      const length = field.parts.length;
      return fc.array(integersWithin(field), { minLength: length, maxLength: length });
    }
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value));
    case 'boolean':
      return fc.boolean();
    default:
      return assertNever(field);
  }
}

function integersWithin({ min, max }: { min: number; max: number }): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min, max: Math.min(max, min + 4) }) },
    { weight: 1, arbitrary: fc.integer({ min, max }) },
  );
}

/** Any settings within the limits of the kind's fields, each of them its default half of the time. */
export function configs(kind: LayerKind): fc.Arbitrary<LayerConfig> {
  return fc.record(
    Object.fromEntries(
      Object.entries(kind.fields).map(([name, field]) => [
        name,
        fc.oneof(fc.constant(field.default), fieldValues(field)),
      ]),
    ),
  );
}

/** 6 maps and 84 features are what LeNet-5’s own layers take. */
const extents = fc.oneof(
  fc.constantFrom(6, 84),
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 4096 }),
);

/** An image. */
export const imageShapes: fc.Arbitrary<Shape> = fc.tuple(extents, extents, extents);

/** A vector or an image, and now and then a shape that no layer here gives. */
export const shapes: fc.Arbitrary<Shape> = fc.oneof(
  { weight: 4, arbitrary: imageShapes },
  { weight: 3, arbitrary: fc.tuple(extents) },
  { weight: 1, arbitrary: fc.array(extents, { minLength: 1, maxLength: 5 }) },
);

/** Inputs for a layer: sometimes none, often equal ones, sometimes a mixture. */
export const inputLists: fc.Arbitrary<readonly Shape[]> = fc.oneof(
  { weight: 3, arbitrary: shapes.map((shape) => [shape]) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(shapes, fc.integer({ min: 2, max: 4 }))
      .map(([shape, count]) => new Array<Shape>(count).fill(shape)),
  },
  { weight: 2, arbitrary: fc.array(shapes, { maxLength: 4 }) },
);
