import { expect } from 'vitest';
import type { Batch, StepResult, TrainingExecutor } from '../../../src/engine/trainingExecutor';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { type ExecutorKind, withExecutor } from '../cases/executors';
import { expectClose } from '../expectClose';

/** How far apart both executors may be after one step from equal state, as a share of the largest value. */
const tolerance = 1e-4;

const nodeColumns = [
  'activationGradientNorms',
  'activationGradientRms',
  'activationMeans',
  'activationDeviations',
  'zeroShares',
] as const;

/** Gives the eager executor the other's weights, moving statistics and optimizer state. */
export function copyState({ reference, eager }: Compared): void {
  eager.writeWeights(reference.readWeights());
  eager.writeOptimizerState(reference.readOptimizerState());
}

/** Makes both executors of a network, hands them over, and disposes of them. */
export function withBoth<Result>(
  { graph, eager }: { readonly graph: ExecutorKind; readonly eager: ExecutorKind },
  document: NetworkDocument,
  use: (compared: Compared) => Result,
): Result {
  return withExecutor(graph, document, (reference) =>
    withExecutor(eager, document, (tried) => use({ reference, eager: tried })),
  );
}

export interface Compared {
  readonly reference: TrainingExecutor;
  readonly eager: TrainingExecutor;
}

/**
 * One step of both, which must give the same loss, metric and norms, the same changes of all weights, the same
 * moving statistics and optimizer state. Gradients of which rounding leaves noise only are not compared: those that
 * are 1e−6 of the network's largest, as of a bias before batch norm. A step moves a statistic by a tenth of the batch's
 * own, which is held to the same share that way. With `telemetry` of norms alone statistics are not compared.
 */
export function expectSameStep(
  { reference, eager }: Compared,
  batch: Batch,
  settings: { readonly learningRate: number; readonly step: number; readonly telemetry?: 'norms' },
): StepResult {
  const before = reference.readWeights();
  const [expected, actual] = [reference, eager].map((executor) =>
    executor.step(batch, { telemetry: true, ...settings }),
  );
  if (expected === undefined || actual === undefined) throw new Error('A step gives a result.');
  expectClose([actual.loss], [expected.loss], 'loss', tolerance);
  expectClose([actual.metric], [expected.metric], 'metric', tolerance);
  expect(actual.finite).toBe(expected.finite);
  expectSameNorms({ reference, eager }, expected, actual);

  const noise = noisyWeights(reference, expected);
  const trained = new Set(reference.weights.map(({ node, name }) => `${node}/${name}`));
  const [expectedWeights, actualWeights] = [reference.readWeights(), eager.readWeights()];
  expect([...actualWeights.keys()]).toEqual([...expectedWeights.keys()]);
  for (const [name, values] of expectedWeights) {
    if (noise.has(name)) continue;
    if (!trained.has(name)) {
      expectClose(actualWeights.get(name) ?? [], values, name, tolerance / 10);
      continue;
    }
    const start = before.get(name) ?? new Float32Array();
    const changeOf = (after: Float32Array | undefined): Float64Array =>
      Float64Array.from(start, (value, index) => (after?.[index] ?? Number.NaN) - value);
    const rounding = 2 ** -22 * Math.max(...start.map(Math.abs), 0);
    expectChange(changeOf(actualWeights.get(name)), changeOf(values), rounding, `change of ${name}`);
  }
  const actualState = eager.readOptimizerState();
  for (const [name, values] of reference.readOptimizerState())
    if (![...noise].some((weight) => name.startsWith(`${weight}/`)))
      expectClose(actualState.get(name) ?? [], values, name, tolerance);
  return expected;
}

/** Weights are stored as float32: what storing rounds away is added to the tolerance. */
function expectChange(actual: Float64Array, expected: Float64Array, rounding: number, what: string): void {
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expectClose(actual, expected, what, largest === 0 ? 0 : tolerance + rounding / largest);
}

function expectSameNorms({ reference, eager }: Compared, expected: StepResult, actual: StepResult): void {
  expect(eager.nodes).toEqual(reference.nodes);
  expect(eager.weights).toEqual(reference.weights);
  const noise = noisyWeights(reference, expected);
  for (const [index, { id }] of reference.nodes.entries()) {
    // A mean is as exact as the values are large: behind batch norm it is 0 but for rounding.
    const size = Math.hypot(
      expected.telemetry?.activationMeans[index] ?? 0,
      expected.telemetry?.activationDeviations[index] ?? 0,
    );
    for (const kind of nodeColumns)
      expectSameNumber(
        actual.telemetry?.[kind][index],
        expected.telemetry?.[kind][index],
        `${kind} of ${id}`,
        kind === 'activationMeans' ? size : undefined,
        // Far out, what the one rounds to 0 is for the other the smallest of numbers.
        kind === 'zeroShares' ? 0.005 : 0,
      );
  }
  for (const [index, { node, name }] of reference.weights.entries())
    for (const kind of ['weightGradientNorms', 'weightNorms', 'updateRatios'] as const)
      if (!noise.has(`${node}/${name}`) || kind === 'weightNorms')
        expectSameNumber(
          actual.telemetry?.[kind][index],
          expected.telemetry?.[kind][index],
          `${kind} of ${node}/${name}`,
        );
}

/** Within a share of the value, or of the `size` given, and `leeway`. */
function expectSameNumber(
  actual = Number.POSITIVE_INFINITY,
  expected = 0,
  what: string,
  size = Math.abs(expected),
  leeway = 0,
): void {
  if (Number.isNaN(expected)) expect(actual, what).toBeNaN();
  else
    expect(Math.abs(actual - expected), `${what}: ${actual}, reference ${expected}`).toBeLessThanOrEqual(
      tolerance * size + leeway,
    );
}

function noisyWeights({ weights }: TrainingExecutor, { telemetry }: StepResult): ReadonlySet<string> {
  const norms = telemetry?.weightGradientNorms ?? new Float32Array();
  const largest = Math.max(...norms);
  return new Set(
    weights.flatMap(({ node, name }, index) =>
      (norms[index] ?? 0) < 1e-6 * largest ? [`${node}/${name}`] : [],
    ),
  );
}
