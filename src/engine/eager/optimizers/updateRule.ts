/** What the update of one weight starts from; all arrays have its length. */
export interface WeightUpdate {
  /** Is changed in place. */
  readonly weight: Float32Array;
  readonly gradient: Float32Array;
  /** Whether weight decay pulls on it. */
  readonly decays: boolean;
  /** The weight's own variables of the rule, in the order of `slots`. Are changed in place. */
  readonly slots: readonly Float32Array[];
}

export interface StepValues {
  readonly learningRate: number;
  /** 0-based step number. */
  readonly step: number;
}

/**
 * An optimizer in plain arithmetic. Settings are rounded to float32 where TensorFlow's ops hold them as such: 1 − β of a
 * β near 1 shows the difference.
 */
export interface UpdateRule {
  /** Names of the variables that the rule keeps for each weight; all start at zero. */
  readonly slots: readonly string[];
  apply(update: WeightUpdate, values: StepValues): void;
}

/** The slot with this place, which the rule has asked for. */
export function slot({ slots }: WeightUpdate, index: number): Float32Array {
  const variable = slots[index];
  if (variable === undefined) throw new Error(`The optimizer has no slot number ${index}.`);
  return variable;
}
