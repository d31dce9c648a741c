import { type JsonNumber, jsonNumber } from '../../engine/runs/metricLine';
import { twinDifference } from '../../network/twin/twinDifference';
import {
  compareGradients,
  type GradientComparison,
  gradientHeadline,
  type HeadlinePart,
  type SharedLayer,
} from '../../network/twin/twinGradient';
import { type TwinResult, twinResult } from '../../network/twin/twinResult';
import type { TwinSide } from './twinSide';

type Pair<Value> = readonly [Value, Value];

/** What `layerwise twin --json` prints: both series, and the table of the window's Compare view. */
export function twinReport(one: TwinSide, other: TwinSide) {
  const sides = [one, other] as const;
  const { differences, sharedWeights, weights } = twinDifference(one.document, other.document);
  return {
    type: 'twin',
    settings: one.document.training,
    differences,
    sharedWeights,
    weights,
    networks: pair(sides, networkOf),
    series: pair(sides, seriesOf),
    comparison: comparisonOf(sides),
  } as const;
}

export type TwinReport = ReturnType<typeof twinReport>;

function networkOf({ document, analysis, folder, end }: TwinSide) {
  const { trainable, nonTrainable, macs } = analysis.totals;
  return {
    name: document.name,
    ...{ trainable, nonTrainable, macs, folder },
    end: end === null ? null : { reason: end.reason, step: end.step, message: end.message },
  };
}

/** What a run measured, step by step; gradients layer by layer. */
function seriesOf({ steps, losses, metrics, gradients, layers, epochs }: TwinSide) {
  return {
    steps,
    losses: losses.map(jsonNumber),
    accuracies: metrics.map(jsonNumber),
    gradients: layers.map(({ id, label, depth }, index) => ({
      ...{ id, label, depth },
      activationGradientNorms: gradients.map((row) => jsonNumber(row[index])),
    })),
    epochs: epochs.map((epoch) => ({
      epoch: epoch.epoch,
      step: epoch.step,
      loss: jsonNumber(epoch.loss),
      accuracy: jsonNumber(epoch.metric),
      validationLoss: jsonNumber(epoch.validationLoss),
      validationAccuracy: jsonNumber(epoch.validationMetric),
      imagesPerSecond: jsonNumber(epoch.imagesPerSecond),
    })),
  };
}

function comparisonOf(sides: Pair<TwinSide>) {
  const results = pair(sides, (side) => twinResult(side));
  const row = (value: (result: TwinResult) => number | null): Pair<number | null> => pair(results, value);
  const measured = Math.min(...sides.map(({ steps }) => steps.length));
  const at = (place: number) => gradientsAt(sides, place);
  return {
    validationAccuracy: row(({ validationMetric }) => validationMetric),
    trainingAccuracy: row(({ trainingMetric }) => trainingMetric),
    trainingLoss: row(({ trainingLoss }) => trainingLoss),
    stepsTo90Percent: row(({ stepsToGoal }) => stepsToGoal),
    imagesPerSecond: row(({ imagesPerSecond }) => imagesPerSecond),
    /** At the first step, which shows the gradient at the first weights, and at the last. */
    gradients: measured === 0 ? [] : measured === 1 ? [at(0)] : [at(0), at(measured - 1)],
    verdicts: pair(sides, ({ verdicts }) => verdicts),
  };
}

function gradientsAt(sides: Pair<TwinSide>, place: number) {
  const comparison = compareGradients(sides[0].profile(place), sides[1].profile(place));
  const step = sides[0].steps[place] ?? 0;
  return {
    step,
    headline: `At step ${step}, ${headlineText(comparison, sides)}.`,
    firstLayer: layerOf(comparison.first),
    lastLayer: layerOf(comparison.last),
    /** log₁₀ of the factor by which ten layers change a gradient on its way to the input. */
    decadesPer10Layers: pair(comparison.sides, ({ decadesPerTen }) => jsonNumber(decadesPerTen)),
    healthyLayers: pair(comparison.sides, ({ healthyLayers }) => healthyLayers),
    layers: pair(comparison.sides, ({ layers }) => layers),
  };
}

function layerOf(
  layer: SharedLayer | null,
): { readonly label: string; readonly activationGradientNorms: Pair<JsonNumber> } | null {
  if (layer === null) return null;
  return {
    label: layer.label,
    activationGradientNorms: pair(layer.log10Norms, (norm) => jsonNumber(10 ** norm)),
  };
}

function headlineText(comparison: GradientComparison, sides: Pair<TwinSide>): string {
  const word = (part: HeadlinePart): string => {
    if (typeof part === 'string') return part;
    return 'stressed' in part ? part.stressed : sides[part.network].document.name;
  };
  return gradientHeadline(comparison).map(word).join('');
}

function pair<From, To>([one, other]: Pair<From>, change: (value: From) => To): Pair<To> {
  return [change(one), change(other)];
}
