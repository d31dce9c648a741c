import type { GraphTensor } from '../graph/graphTensor';
import type { Variable } from '../graph/variable';

/** What the update of one weight starts from. */
export interface WeightUpdate {
  readonly weight: Variable;
  readonly gradient: GraphTensor;
  /** Whether weight decay pulls on it. */
  readonly decays: boolean;
  /** The weight's own variables of the rule, in the order of `slots`. */
  readonly slots: readonly Variable[];
  /** Nodes that must have run before anything is changed. */
  readonly after: readonly string[];
}

/** An optimizer written into the graph. */
export interface UpdateRule {
  /** Names of the variables that the rule keeps for each weight; all start at zero. */
  readonly slots: readonly string[];
  /** Adds the update and returns the name of the node that performs it. */
  apply(update: WeightUpdate): string;
}

/** Values of a step that are fed to the graph. */
export interface StepInputs {
  readonly learningRate: GraphTensor;
  /** 0-based step number, int32. */
  readonly step: GraphTensor;
}

/** The slot with this place, which the rule has asked for. */
export function slot({ slots }: WeightUpdate, index: number): GraphTensor {
  const variable = slots[index];
  if (variable === undefined) throw new Error(`The optimizer has no slot number ${index}.`);
  return variable.handle;
}
