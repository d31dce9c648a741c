/** What was measured of a network's layers at one step, or at its first weights before any. */
export interface Snapshot {
  /** 1-based; 0 at the first weights. */
  readonly step: number;
  readonly nodes: readonly NodeSnapshot[];
  readonly weights: readonly WeightSnapshot[];
}

/** One layer's output and the gradient that reaches it. NaN stands for what was not measured. */
export interface NodeSnapshot {
  readonly id: string;
  readonly label: string;
  /** Of the layer. */
  readonly kind: string;
  /** Counted in layers with a kernel from the input; null where it has none. */
  readonly depth: number | null;
  /** ‖∂L/∂a‖₂ over the batch. */
  readonly gradientNorm: number;
  readonly activationMean: number;
  /** Standard deviation over the batch and all values. */
  readonly activationDeviation: number;
  /** Share of values that are exactly 0, 0…1. */
  readonly zeroShare: number;
}

export interface WeightSnapshot {
  readonly node: string;
  readonly name: string;
  /** ‖∂L/∂W‖₂, without weight decay. */
  readonly gradientNorm: number;
  /** ‖W‖₂. */
  readonly norm: number;
  /** ‖ΔW‖/‖W‖ of the step; NaN where none was taken. */
  readonly updateRatio: number;
}
