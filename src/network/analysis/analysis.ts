import type { WeightDeclaration } from '../layers/defineLayer';
import type { Initialiser } from '../layers/initialisers';
import type { Shape } from '../layers/shape';

/** Something that keeps the network from training (error) or deserves a look (warning), with its place. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** The layer where it shows, or null where it concerns the whole network. */
  readonly node: string | null;
  /** What is the matter: a sentence with the shapes and names in question. */
  readonly message: string;
  /** What to do about it: a sentence. */
  readonly advice: string;
}

/** A weight as it is in this network: its initialiser is settled, and of a frozen layer none is trainable. */
export interface ResolvedWeight extends Omit<WeightDeclaration, 'initialiser'> {
  readonly initialiser: Initialiser;
  /** Why `auto` chose it, for example "He normal: ReLU follows"; null where a person chose. */
  readonly initialiserReason: string | null;
}

export interface NodeAnalysis {
  /** Shapes of the inputs by number; null where an input is missing or its shape unknown. */
  readonly inputShapes: readonly (Shape | null)[];
  /** Null where it can't be known yet. */
  readonly outputShape: Shape | null;
  readonly weights: readonly ResolvedWeight[];
  readonly trainable: number;
  readonly nonTrainable: number;
  /** Those of `nonTrainable` that would train if the layer weren't frozen. */
  readonly frozen: number;
  /** Multiply-adds for one example. */
  readonly macs: number;
  /** Longest way from an input, counted in layers with a kernel (conv1 is 1), as papers count a network's layers. */
  readonly depth: number;
  /** False where the layer leads to no Output: it is left out of training and of the totals. */
  readonly usedInTraining: boolean;
  /** False where every weight that its output follows from is frozen: training has no use for a gradient of it. */
  readonly differentiated: boolean;
}

export interface Totals {
  readonly trainable: number;
  readonly nonTrainable: number;
  readonly frozen: number;
  readonly macs: number;
}

/** Everything that can be said of a network without running it. */
export interface Analysis {
  readonly nodes: ReadonlyMap<string, NodeAnalysis>;
  /** Node ids, inputs first; nodes on a cycle come last, in document order. */
  readonly order: readonly string[];
  readonly totals: Totals;
  readonly problems: readonly Problem[];
  /** True where no problem is an error: the network can train as drawn. */
  readonly trains: boolean;
}
