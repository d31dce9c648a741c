import { describe, expect, test } from 'vitest';
import { randomStream } from '../../src/engine/randomStreams';
import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { checkConfig } from '../../src/network/layers/config';
import type { LayerKind } from '../../src/network/layers/defineLayer';
import type { LayerConfig } from '../../src/network/layers/fields';
import { layerKinds } from '../../src/network/layers/registry';
import type { Shape } from '../../src/network/layers/shape';
import { casesOf } from './cases/layerCases';
import { expectClose } from './expectClose';
import { type Array64, array64 } from './float64/array64';
import { slope } from './float64/finiteDifference';
import { float64Ops } from './float64/float64Ops';
import { type LayerRun, runLayer } from './layerHarness';

const batchSize = 3;
/** Slopes that are compared of each tensor, drawn at random where it is larger. */
const comparedSlopes = 60;
const tensorflow = loadTensorFlow();

test('groups and dilations are left to TensorFlow where its oneDNN is on', () => {
  const oneDnn = process.arch === 'x64' && process.env['TF_ENABLE_ONEDNN_OPTS'] !== '0';
  expect(tensorflow.groupsAndDilations()).toBe(oneDnn || tensorflow.device === 'gpu');
});

/** Every kind on every generic input that it accepts, and the table's cases. A new kind is found here by itself. */
for (const kind of layerKinds)
  describe(kind.kind, () => {
    const cases = casesOf(kind);
    test('accepts at least one of the cases', () => expect(cases).not.toEqual([]));
    for (const { title, config, inputs } of cases) {
      const checked = checkConfig(kind, config);
      if ('problem' in checked) throw new Error(`${kind.kind}, ${title}: ${checked.problem.message}`);
      describe(`${title} on ${inputs.map((shape) => shape.join('×')).join(' and ')}`, () => {
        test('in training: shape, values, statistics and gradients', () =>
          compare(layerRun(kind, checked.config, inputs, true)));
        test('in evaluation: shape and values', () => compare(layerRun(kind, checked.config, inputs, false)));
      });
    }
  });

function layerRun(
  kind: LayerKind,
  config: LayerConfig,
  inputs: readonly Shape[],
  training: boolean,
): LayerRun {
  const stream = randomStream(7, kind.kind);
  const float32 = (value: number): number => Math.fround(value);
  const probabilities = config['loss'] === 'crossEntropyOfProbabilities';
  const value = (): number => float32(probabilities ? 0.01 + 0.98 * stream.uniform() : stream.normal());
  const weights = kind
    .weights(kind.inputs === 'none' ? [] : inputs, config)
    .map(({ name, shape }): [string, Array64] => [
      name,
      array64(shape, () => float32(name.endsWith('Variance') ? 0.5 + stream.uniform() : stream.normal())),
    ]);
  return {
    kind,
    config,
    inputs: inputs.map((shape) => array64([batchSize, ...shape], value)),
    weights: new Map(weights),
    labels: Int32Array.from({ length: batchSize }, () => stream.integerBelow(inputs[0]?.at(-1) ?? 1)),
    training,
  };
}

function compare(run: LayerRun): void {
  const { kind, config, inputs, weights, labels, training } = run;
  const coefficients = (length: number): Float32Array => {
    const stream = randomStream(11, 'coefficients');
    return Float32Array.from({ length }, () => stream.normal());
  };
  const result = runLayer(tensorflow, run, coefficients);

  const movedStatistics: Array64[] = [];
  const dropoutMask = maskOf(run, result.output);
  const evaluate = (statistics?: Array64[]) => {
    const ops = float64Ops({ training, dropoutMask, ...(statistics && { movedStatistics: statistics }) });
    const output = kind.forward(ops, inputs, Object.fromEntries(weights), config);
    const labelValues = array64([labels.length], (index) => labels[index] ?? 0);
    return { output, objectives: kind.objective?.(ops, output, labelValues, config) };
  };
  const reference = evaluate(movedStatistics);
  const factors = coefficients(reference.output.values.length);
  const target = (): number => {
    const { output, objectives } = evaluate();
    return objectives?.loss.values[0] ?? output.values.reduce((sum, y, i) => sum + y * (factors[i] ?? 0), 0);
  };

  const inputShapes = kind.inputs === 'none' ? [] : inputs.map(({ shape }) => shape.slice(1));
  expect(kind.outputShape(inputShapes, config)).toEqual({ shape: reference.output.shape.slice(1) });
  expectClose(result.output, reference.output.values, 'output');
  if (reference.objectives !== undefined) {
    expectClose([result.loss], reference.objectives.loss.values, 'loss');
    expectClose([result.metric], reference.objectives.metric.values, 'metric');
  }
  if (!training) return;

  expect(result.movedStatistics.length).toBe(movedStatistics.length);
  for (const [index, moved] of result.movedStatistics.entries())
    expectClose(moved, movedStatistics[index]?.values ?? [], `moved statistic ${index}`);
  const trainable = new Set(
    kind.weights(inputShapes, config).flatMap(({ name, trainable }) => (trainable ? [name] : [])),
  );
  for (const [index, input] of inputs.entries())
    compareGradient(input, result.inputGradients[index], target, `∂/∂input ${index}`);
  for (const [name, tensor] of weights)
    if (trainable.has(name)) compareGradient(tensor, result.weightGradients.get(name), target, `∂/∂${name}`);
}

function compareGradient(
  tensor: Array64,
  computed: Float32Array | undefined,
  target: () => number,
  what: string,
): void {
  const { length } = tensor.values;
  expect(computed?.length, what).toBe(length);
  const stream = randomStream(13, what);
  const places =
    length <= comparedSlopes
      ? [...tensor.values.keys()]
      : Array.from({ length: comparedSlopes }, () => stream.integerBelow(length));
  expectClose(
    places.map((place) => computed?.[place] ?? Number.NaN),
    places.map((place) => slope(tensor, place, target)),
    what,
  );
}

/** The factor that dropout gave each value: it is read off the output, where a dropped value is exactly 0. */
function maskOf({ config }: LayerRun, output: Float32Array): Float64Array {
  const rate = typeof config['rate'] === 'number' ? config['rate'] : 0;
  return Float64Array.from(output, (value) => (value === 0 ? 0 : 1 / (1 - rate)));
}
