import type { Batch, TelemetryNode } from './trainingExecutor';

/** What a layer passes on, and how a class's score follows from it. Both row-major, over the whole batch. */
export interface LayerEvidence {
  readonly features: Float32Array;
  /** ∂ of the sum, over the batch, of each image's score of the class in its label, by `features`. */
  readonly gradient: Float32Array;
}

/** A network that only answers: outside training, with moving statistics and without dropout. Dispose it to free the memory. */
export interface ScoringNetwork {
  /** The layers that lead to the main output, in forward order. */
  readonly nodes: readonly TelemetryNode[];
  /** What the main output is given: N×classes, row-major. */
  predictions(batch: Batch): Float32Array;
  /** Why the class in each label has its score, in terms of the output of one of `nodes`. The score is that before softmax. */
  explain(batch: Batch, node: string): LayerEvidence;
  /** Replaces weights by `node/name`; names that are left out keep their values. */
  writeWeights(values: ReadonlyMap<string, Float32Array>): void;
  dispose(): void;
}
