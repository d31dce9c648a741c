import type { Observation } from '../../network/health/observation';
import type { NodeSnapshot, Snapshot, WeightSnapshot } from '../../network/health/snapshot';
import { analysisOf } from '../training/analysisOf';
import type { Run } from '../training/run';
import type { RunState } from '../training/runState';
import { knownDataFacts } from './dataFacts';
import { shallowerRun } from './shallowerRun';

type ObservedRun = Pick<RunState, 'phase' | 'latest'> & { readonly run: Run };

/** Samples that are looked at besides the first: what is lasting shows in them, what is past does not. */
const recentSamples = 9;
/** Steps of the course that are looked at, the last ones. */
const courseSamples = 400;
/** Steps at its start, which later losses are held against. */
const courseStart = 10;

/**
 * What a run has shown up to its last sample, to be judged; null before the first. `beside` is a run that was trained on
 * equal terms.
 */
export function observe({ run, phase, latest }: ObservedRun, beside: Run | null = null): Observation | null {
  const { log, document } = run;
  if (log.length === 0) return null;
  const labels = new Map(document.nodes.map((node) => [node.id, node]));
  const depths = new Map(run.weightedNodes.map(({ id, depth }) => [id, depth]));
  const nodeSnapshot = (sample: number, node: number, id: string, label: string): NodeSnapshot => ({
    id,
    label: labels.get(id)?.label ?? label,
    kind: labels.get(id)?.kind ?? '',
    depth: depths.get(id) ?? null,
    gradientNorm: log.gradientNorm(sample, node),
    activationMean: log.activationMean(sample, node),
    activationDeviation: log.activationDeviation(sample, node),
    zeroShare: log.zeroShare(sample, node),
  });
  const snapshot = (sample: number): Snapshot => ({
    step: log.steps.at(sample),
    nodes: log.nodes.map(({ id, label }, node) => nodeSnapshot(sample, node, id, label)),
    weights: log.weights.map(
      ({ node, name }, weight): WeightSnapshot => ({ node, name, ...log.weight(sample, weight) }),
    ),
  });
  return {
    document,
    analysis: analysisOf(document),
    snapshots: observedSamples(log.length).map(snapshot),
    course: run.probe === null ? courseOf(run) : { steps: [], losses: [], learningRates: [] },
    epochs: run.epochs.map(({ epoch, loss, metric, validationLoss, validationMetric }) => ({
      ...{ epoch, loss, metric, validationLoss, validationMetric },
    })),
    nonFinite:
      run.probe === null
        ? divergence({ phase, latest })
        : run.probe.nonFinite && { ...run.probe.nonFinite, step: 0 },
    data: knownDataFacts(document.training),
    shallower: shallowerRun(run, beside),
  };
}

function divergence({ phase, latest }: Pick<RunState, 'phase' | 'latest'>): Observation['nonFinite'] {
  if (phase.status !== 'ended' || phase.reason !== 'diverged' || phase.node === null) return null;
  return { node: phase.node, step: latest?.step ?? 0, message: phase.message ?? '' };
}

/** The first sample and the last ones, in ascending order. */
function observedSamples(length: number): readonly number[] {
  const from = Math.max(1, length - recentSamples);
  const recent = Array.from({ length: length - from }, (_, place) => from + place);
  return [0, ...recent];
}

function courseOf({ log }: Run): Observation['course'] {
  const from = Math.max(0, log.length - courseSamples);
  const places = [
    ...Array.from({ length: Math.min(from, courseStart) }, (_, place) => place),
    ...Array.from({ length: log.length - from }, (_, place) => from + place),
  ];
  return {
    steps: places.map((sample) => log.steps.at(sample)),
    losses: places.map((sample) => log.losses.at(sample)),
    learningRates: places.map((sample) => log.learningRates.at(sample)),
  };
}
