import type { Analysis, Problem } from '../analysis/analysis';
import type { LayerNode, NetworkDocument } from '../graph/document';
import type { Edit } from '../graph/edits';
import type { Wiring } from '../graph/wiring';

/** An edit that solves a problem. */
export interface Remedy {
  /** Its label says on a button what it does: "Project relu1 to 14×14×128". */
  readonly edit: Edit;
  /** Trainable parameters that it adds, or takes away where it is below 0. */
  readonly parameters: number;
}

/** What remedies are looked for in. */
export interface Case {
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
  readonly wiring: Wiring;
  readonly problem: Problem;
  /** The layer where the problem shows; undefined where it concerns the whole network. */
  readonly node: LayerNode | undefined;
}

/** Edits that might solve a problem, those that change least first. Whether they do is found by trying. */
export type Proposals = (of: Case) => Iterable<Edit>;
