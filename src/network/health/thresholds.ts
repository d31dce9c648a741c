/**
 * What norms of gradients and updates mean: every threshold that the window colours or words by.
 * Norms are given as log₁₀‖∂L/∂a‖₂ over a whole batch with the loss averaged over it, so the absolute levels
 * fit classifiers with batches of some tens to hundreds; ratios between layers hold for any batch.
 * No two sources agree on absolute levels, so a verdict takes a ratio between layers and a level together,
 * as AUTOTRAINER does (Zhang et al. 2021, section 3).
 */
export const gradientThresholds = {
  /** Band drawn as healthy. */
  healthyLow: -2,
  healthyHigh: 0,
  /** Ends of the colour scale; norms beyond take the colour of the end. */
  scaleLow: -4,
  scaleHigh: 2,
  /** Ratios between the first and the last layer within this factor, in decades, count as level: a factor of 3. */
  levelDecades: Math.log10(3),
  /**
   * Decades by which the first layer must fall short of the last to be called vanishing, below the healthy band: a factor
   * of 30. Averages over some places on the way, as LeNet-5 has them, take a factor of 4 of the norm by themselves; the
   * one over the whole image that ends many networks takes 7 or 8 and is left out (readoutsOf).
   */
  vanishingDecades: Math.log10(30),
  /** Decades by which it must exceed the last to be called exploding: AUTOTRAINER's factor of 70. */
  explodingDecades: Math.log10(70),
} as const;

/**
 * Bounds of log₁₀(‖ΔW‖/‖W‖), the update per step against the weight: about −3 is healthy, beyond −2 and below
 * −4 suspect (DL4J's training page, after the notes of Stanford's CS231n).
 */
export const updateRatioThresholds = { low: -4, high: -2 } as const;

/**
 * Band of log₁₀ of the standard deviation of a layer's output that is drawn as healthy: a decade on either side of 1,
 * which initialisers aim at (Glorot and Bengio 2010, He et al. 2015). No verdict is built on it alone.
 */
export const deviationThresholds = { low: -1, high: 1 } as const;

/**
 * Shares of exact zeros in a layer's output: about half is usual behind a ReLU; from `dying` on it is drawn as
 * unhealthy (AUTOTRAINER's 70 %).
 */
export const zeroShareThresholds = { dying: 0.7 } as const;
