import type { Edit } from '../graph/edits';

/** What can be the matter with training; the ids that scripts read. */
export const verdictKinds = [
  'non-finite',
  'vanishing',
  'exploding',
  'dead-relu',
  'saturated',
  'learning-rate-too-high',
  'update-too-large',
  'update-too-small',
  'degradation',
  'overfitting',
  'input-not-normalised',
  'class-imbalance',
  'growing',
] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** `fault`: the network can't learn so. `warning`: it learns worse than it could. `note`: good to know. */
export type Severity = 'fault' | 'warning' | 'note';

/** One thing that the numbers show, why, and what would help. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly severity: Severity;
  /** Ids of the layers where it shows, the worst first; none where it concerns the whole network. */
  readonly nodes: readonly string[];
  /** In two or three words. */
  readonly title: string;
  /** The numbers with their layers and steps, in a sentence. */
  readonly evidence: string;
  /** Why, in a sentence. */
  readonly cause: string;
  readonly remedies: readonly HealthRemedy[];
}

export const remedyIds = [
  'add-shortcuts',
  'he-initialisation',
  'batch-norm',
  'relu',
  'leaky-relu',
  'zero-branches',
  'reset-biases',
  'lower-rate',
  'raise-rate',
  'warm-up',
  'clip-gradients',
  'normalise-input',
  'weight-decay',
  'augment',
] as const;
export type RemedyId = (typeof remedyIds)[number];

/** A change that is expected to cure. */
export interface HealthRemedy {
  readonly id: RemedyId;
  /** What a button says. */
  readonly title: string;
  /** What to expect of it, in a sentence. */
  readonly expectation: string;
  /** Of the document that was observed. */
  readonly edit: Edit;
}
