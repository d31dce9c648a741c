export interface LayerNormOptions {
  /** Added to the variance before the square root. */
  readonly epsilon: number;
}

export interface GroupNormOptions {
  /** Number of groups; divides the channels. */
  readonly groups: number;
  /** Added to the variance before the square root. */
  readonly epsilon: number;
}

/** The op set's normalisations that look at one example by itself, in training and outside of it. */
export interface NormalisationOps<Tensor> {
  /**
   * Normalises each run of values that has the shape of `scale` (x's last axis, or all but the batch) to mean 0 and
   * biased variance 1, then multiplies by `scale` and adds `offset`, value by value.
   */
  layerNorm(x: Tensor, scale: Tensor, offset: Tensor, options: LayerNormOptions): Tensor;
  /**
   * Normalises each group of neighbouring channels over all positions of an example to mean 0 and biased variance 1,
   * then multiplies by `scale` and adds `offset` (one entry for each channel).
   */
  groupNorm(x: Tensor, scale: Tensor, offset: Tensor, options: GroupNormOptions): Tensor;
}
