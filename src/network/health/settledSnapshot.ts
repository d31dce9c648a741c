import type { NodeSnapshot, Snapshot, WeightSnapshot } from './snapshot';

/**
 * The latest snapshots as one: norms and ratios by their geometric mean, statistics by their arithmetic one, so that no
 * single batch decides. Null where there is none.
 */
export function settledSnapshot(snapshots: readonly Snapshot[], count: number): Snapshot | null {
  const latest = snapshots.at(-1);
  if (latest === undefined) return null;
  const taken = snapshots.slice(-count).filter(({ nodes }) => nodes.length === latest.nodes.length);
  const nodeMean = (index: number, read: (node: NodeSnapshot) => number, mean: Mean) =>
    mean(taken.flatMap(({ nodes }) => readOf(nodes[index], read)));
  const weightMean = (index: number, read: (weight: WeightSnapshot) => number) =>
    geometricMean(taken.flatMap(({ weights }) => readOf(weights[index], read)));
  return {
    step: latest.step,
    nodes: latest.nodes.map((node, index) => ({
      ...node,
      gradientNorm: nodeMean(index, ({ gradientNorm }) => gradientNorm, geometricMean),
      activationMean: nodeMean(index, ({ activationMean }) => activationMean, measuredMean),
      activationDeviation: nodeMean(index, ({ activationDeviation }) => activationDeviation, measuredMean),
      zeroShare: nodeMean(index, ({ zeroShare }) => zeroShare, measuredMean),
    })),
    weights: latest.weights.map((weight, index) => ({
      ...weight,
      gradientNorm: weightMean(index, ({ gradientNorm }) => gradientNorm),
      norm: weightMean(index, ({ norm }) => norm),
      updateRatio: weightMean(index, ({ updateRatio }) => updateRatio),
    })),
  };
}

type Mean = (values: readonly number[]) => number;

function readOf<Item>(item: Item | undefined, read: (item: Item) => number): number[] {
  return item === undefined ? [] : [read(item)];
}

function arithmeticMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Statistics are not measured at every step that norms are. */
function measuredMean(values: readonly number[]): number {
  return arithmeticMean(values.filter((value) => !Number.isNaN(value)));
}

/** 0 where one value is 0. */
function geometricMean(values: readonly number[]): number {
  return Math.exp(arithmeticMean(values.map(Math.log)));
}
