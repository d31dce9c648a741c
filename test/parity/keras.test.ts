import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { checkConfig } from '../../src/network/layers/config';
import { layerKind } from '../../src/network/layers/registry';
import { elementCount } from '../../src/network/layers/shape';
import { hashed } from './cases/hashed';
import type { Array64 } from './float64/array64';
import { runLayer } from './layerHarness';

/** Made by reference/keras_layers.py; inputs and weights follow from the same formula on both sides. */
const fingerprintSchema = z.object({ norm: z.number(), sums: z.array(z.number()) });
type Fingerprint = z.infer<typeof fingerprintSchema>;
const referenceSchema = z.object({
  keras: z.string(),
  cases: z.array(
    z.object({
      kind: z.string(),
      config: z.record(z.string(), z.unknown()),
      input: z.array(z.int()),
      outputShape: z.array(z.int()),
      output: fingerprintSchema,
      inputGradient: fingerprintSchema,
      weights: z.array(z.object({ shape: z.array(z.int()), gradient: fingerprintSchema })),
    }),
  ),
});
type KerasLayer = z.infer<typeof referenceSchema>['cases'][number];

const file = new URL('reference/keras-layers.json', import.meta.url);
const reference = referenceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const tensorflow = loadTensorFlow();
const batchSize = 2;

describe(`layers compute what those of Keras ${reference.keras} do`, () => {
  it.each(reference.cases.map((layer) => [`${layer.kind} ${JSON.stringify(layer.config)}`, layer] as const))(
    '%s',
    (_title, layer) => compare(layer),
  );
});

function compare({ kind: name, config: settings, input, ...expected }: KerasLayer): void {
  const kind = layerKind(name);
  const checked = checkConfig(kind, settings);
  if ('problem' in checked) throw new Error(checked.problem.message);
  const { config } = checked;
  expect(kind.outputShape([input], config)).toEqual({ shape: expected.outputShape });
  const declared = kind.weights([input], config);
  expect(declared.map(({ shape }) => elementCount(shape))).toEqual(
    expected.weights.map(({ shape }) => elementCount(shape)),
  );
  const weights = declared.map(({ name: weight, shape }, index): [string, Array64] => [
    weight,
    filled(shape, index + 1, 1),
  ]);
  const run = { kind, config, weights: new Map(weights), training: true };
  const inputs = [filled([batchSize, ...input], 0, 2)];
  const result = runLayer(tensorflow, { ...run, inputs, labels: new Int32Array(batchSize) }, (length) =>
    hashed(length, 40),
  );
  expectFingerprint(result.output, expected.output, 'output');
  expectFingerprint(result.inputGradients[0], expected.inputGradient, 'input gradient');
  for (const [index, { gradient }] of expected.weights.entries()) {
    const weight = declared[index]?.name ?? '';
    expectFingerprint(result.weightGradients.get(weight), gradient, `gradient of ${weight}`);
  }
}

function filled(shape: readonly number[], stream: number, scale: number): Array64 {
  return { shape, values: Float64Array.from(hashed(elementCount(shape), stream), (value) => scale * value) };
}

/** Float32 on both sides: a hundred-thousandth of the tensor's norm is what rounding may make. */
function expectFingerprint(
  values: Float32Array = new Float32Array(),
  { norm, sums }: Fingerprint,
  what: string,
): void {
  const tolerance = 1e-5 * norm;
  expect(Math.abs(Math.hypot(...values) - norm), `norm of the ${what}`).toBeLessThanOrEqual(tolerance);
  for (const [number, sum] of sums.entries()) {
    const factors = hashed(values.length, 50 + number);
    const actual = values.reduce((total, value, index) => total + value * (factors[index] ?? 0), 0);
    expect(Math.abs(actual - sum), `sum ${number} of the ${what}`).toBeLessThanOrEqual(tolerance);
  }
}
