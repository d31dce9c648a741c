import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { mainOutput } from '../../network/graph/mainOutput';
import { upstream, wire } from '../../network/graph/wiring';
import { structureOf } from '../../network/health/structure';
import type { EngineEventOf } from '../../protocol/engineMessages';
import { TelemetryLog } from './telemetryLog';

/** What a run was started with, and all that was measured in it. Stays when the run is over or the engine is lost. */
export interface Run {
  readonly id: string;
  /** The network that was compiled. */
  readonly document: NetworkDocument;
  /** Layers with weights that lead to the main output, in the order of data: what gradients are compared over. */
  readonly weightedNodes: readonly WeightedNode[];
  /** Those of them that end the network behind an average over the whole image: no gradient is compared with theirs. */
  readonly readouts: ReadonlySet<string>;
  /** Most of its layers with weights have a norm beside them. */
  readonly normalised: boolean;
  readonly log: TelemetryLog;
  readonly epochs: readonly EpochResult[];
  readonly stepsPerEpoch: number;
  /** Epochs in all, those done before included. */
  readonly epochCount: number;
  readonly trainingImages: number;
  readonly validationImages: number;
  /** What was looked at where nothing was trained: its log holds one sample, at step 0. Null for a run that trained. */
  readonly probe: ProbeFacts | null;
}

/** How a probe was measured, and what it found besides norms. */
export interface ProbeFacts
  extends Pick<
    EngineEventOf<'probed'>,
    'seeds' | 'batches' | 'imagesPerBatch' | 'data' | 'nonFinite' | 'seconds'
  > {
  /** Mean over all batches. */
  readonly loss: number;
}

interface WeightedNode {
  readonly id: string;
  /** Counted in layers with a kernel, the first is 1. */
  readonly depth: number;
}

export type EpochResult = Omit<EngineEventOf<'epoch'>, 'type' | 'runId'>;

/** The network that a run was asked for, until the engine says that it has started. */
export interface RunOrder {
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
}

export function startRun({ document, analysis }: RunOrder, started: EngineEventOf<'started'>): Run {
  const main = mainOutput(document.nodes);
  const leading = upstream(wire(document), main === undefined ? [] : [main.id]);
  const { normalised, readouts } = structureOf(document, analysis);
  return {
    id: started.runId,
    document,
    weightedNodes: started.nodes
      .filter(({ id }) => {
        const node = analysis.nodes.get(id);
        return leading.has(id) && node?.differentiated && node.weights.some(({ decays }) => decays);
      })
      .map(({ id }) => ({ id, depth: analysis.nodes.get(id)?.depth ?? 0 })),
    ...{ normalised, readouts },
    log: new TelemetryLog(started),
    epochs: [],
    stepsPerEpoch: started.stepsPerEpoch,
    epochCount: started.epochs,
    trainingImages: started.trainingImages,
    validationImages: started.validationImages,
    probe: null,
  };
}

/** The same run over more epochs; what was measured before stays. */
export function continueRun(run: Run, started: EngineEventOf<'started'>): Run {
  return { ...run, id: started.runId, epochCount: started.epochs };
}

export function totalSteps(run: Run): number {
  return run.stepsPerEpoch * run.epochCount;
}
