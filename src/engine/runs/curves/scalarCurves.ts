import type { OpenedRun } from '../openRunFolder';
import type { TelemetryColumns } from '../telemetry/telemetrySamples';

/** A number of a run against its steps, as trackers hold it. */
export interface ScalarCurve {
  /** What it measures and of what, from the general to the particular: `weight_gradient_norm/conv1/kernel`. */
  readonly tag: string;
  /** Ascending, from 1. */
  readonly steps: readonly number[];
  /** NaN and infinities as they were measured. */
  readonly values: readonly number[];
}

/**
 * Everything that a run wrote down, as curves: at most `limit` sampled steps spread evenly over the run, and every
 * epoch. Norms are L2 over the batch; `layer` is the name on the card.
 */
export function scalarCurves(run: OpenedRun, limit: number): readonly ScalarCurve[] {
  return [...sampledCurves(run, limit), ...epochCurves(run)];
}

const stepQuantities = [
  ['loss/training', 'losses'],
  ['accuracy/training', 'metrics'],
  ['learning_rate', 'learningRates'],
] as const;

const nodeQuantities = [
  ['activation_gradient_norm', 'activationGradientNorms'],
  ['activation_gradient_rms', 'activationGradientRms'],
  ['activation_mean', 'activationMeans'],
  ['activation_deviation', 'activationDeviations'],
  ['share_of_zeros', 'zeroShares'],
] as const;

const weightQuantities = [
  ['weight_gradient_norm', 'weightGradientNorms'],
  ['weight_norm', 'weightNorms'],
  ['update_ratio', 'updateRatios'],
] as const;

function sampledCurves({ telemetry }: OpenedRun, limit: number): readonly ScalarCurve[] {
  if (telemetry === null || telemetry.stepCount === 0) return [];
  const columns = telemetry.thinned(limit);
  const { nodes, weights } = telemetry;
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return [
    ...stepQuantities.map(([tag, quantity]) => curveOf(tag, columns, quantity, 0, 1)),
    ...nodeQuantities.flatMap(([name, quantity]) =>
      nodes.map(({ label }, item) => curveOf(`${name}/${label}`, columns, quantity, item, nodes.length)),
    ),
    ...weightQuantities.flatMap(([name, quantity]) =>
      weights.map((weight, item) => {
        const tag = `${name}/${labels.get(weight.node) ?? weight.node}/${weight.name}`;
        return curveOf(tag, columns, quantity, item, weights.length);
      }),
    ),
  ].filter(({ steps }) => steps.length > 0);
}

/** Statistics of activations are measured at one step in ten at most, and are NaN at the others: those are left out. */
function curveOf(
  tag: string,
  columns: TelemetryColumns,
  quantity: Exclude<keyof TelemetryColumns, 'steps'>,
  item: number,
  width: number,
): ScalarCurve {
  const seldom = ['activationMeans', 'activationDeviations', 'zeroShares'].includes(quantity);
  const points = Array.from(
    columns.steps,
    (step, row) => [step, columns[quantity][row * width + item] ?? Number.NaN] as const,
  ).filter(([, value]) => !seldom || !Number.isNaN(value));
  return { tag, steps: points.map(([step]) => step), values: points.map(([, value]) => value) };
}

/** An epoch whose validation was put off is written down twice; the later line counts. */
function epochCurves({ metrics }: OpenedRun): readonly ScalarCurve[] {
  const epochs = new Map(
    metrics.lines.flatMap((line) => (line.type === 'epoch' ? [[line.step, line] as const] : [])),
  );
  const curve = (tag: string, quantity: 'validationLoss' | 'validationAccuracy'): ScalarCurve => {
    const validated = [...epochs.values()].filter((line) => line[quantity] !== null);
    return {
      tag,
      steps: validated.map(({ step }) => step),
      values: validated.map((line) => line[quantity] ?? Number.NaN),
    };
  };
  return [
    curve('loss/validation', 'validationLoss'),
    curve('accuracy/validation', 'validationAccuracy'),
  ].filter(({ steps }) => steps.length > 0);
}
