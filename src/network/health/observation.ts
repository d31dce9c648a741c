import type { Analysis } from '../analysis/analysis';
import type { NetworkDocument } from '../graph/document';
import type { Snapshot } from './snapshot';

/** All that is known of a network and its training, for a judgement. */
export interface Observation {
  /** As it was measured: remedies are edits of it. */
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
  /** The latest, and as many before it as matter, by ascending step; none where nothing was measured. */
  readonly snapshots: readonly Snapshot[];
  /** Of the run so far, one entry a measured step; empty for a probe. */
  readonly course: Course;
  readonly epochs: readonly EpochResult[];
  /** Where NaN or infinity arose first; null where all is finite. */
  readonly nonFinite: {
    readonly node: string;
    readonly step: number;
    /** A sentence. */
    readonly message: string;
  } | null;
  /** Null where it is not known. */
  readonly data: DataFacts | null;
  /** The same network with fewer layers on the same data; null where none was trained. */
  readonly shallower: ShallowerRun | null;
}

export interface Course {
  readonly steps: readonly number[];
  readonly losses: readonly number[];
  readonly learningRates: readonly number[];
}

export interface EpochResult {
  /** 1-based. */
  readonly epoch: number;
  /** Means over the epoch's training batches. */
  readonly loss: number;
  readonly metric: number;
  /** Null where it was not validated. */
  readonly validationLoss: number | null;
  readonly validationMetric: number | null;
}

/** Of the training images. */
export interface DataFacts {
  /** Shares of the classes with the most and the fewest images, 0…1. */
  readonly largestClassShare: number;
  readonly smallestClassShare: number;
  /** Of the values that the network takes in; NaN where they are not known. */
  readonly inputMean: number;
  readonly inputDeviation: number;
}

export interface ShallowerRun {
  readonly name: string;
  /** Layers with kernels on its longest way. */
  readonly layers: number;
  /** Of its training, by ascending epoch. */
  readonly epochs: readonly { readonly epoch: number; readonly loss: number }[];
}

/** Nothing but a network: what was not measured is filled in by the caller. */
export const nothingObserved = {
  snapshots: [],
  course: { steps: [], losses: [], learningRates: [] },
  epochs: [],
  nonFinite: null,
  data: null,
  shallower: null,
} as const satisfies Omit<Observation, 'document' | 'analysis'>;
