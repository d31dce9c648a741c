import { gradientThresholds, updateRatioThresholds } from './thresholds';

/**
 * What the rules judge by. A caller may pass others. Where sources disagree, which they do on absolute levels
 * (docs/diagnosis.md), a rule takes a ratio together with a level.
 */
export const healthThresholds = {
  /** Steps that are averaged before a judgement, so that no single batch decides. */
  settledSnapshots: 5,
  /** log₁₀‖∂L/∂a‖ of the first layer, and decades by which it falls from the last one to it: a warning, and a fault. */
  vanishingNorm: gradientThresholds.healthyLow,
  vanishingWarning: gradientThresholds.vanishingDecades,
  vanishingFault: 2,
  /** log₁₀‖∂L/∂a‖ of the first layer, decades by which it rises, and log₁₀ of the first kernel’s update ratio. */
  explodingNorm: gradientThresholds.healthyHigh,
  exploding: gradientThresholds.explodingDecades,
  explodingUpdate: updateRatioThresholds.high,
  /** Share of a ReLU's values that are 0 from which it is dead (SageMaker Debugger: active less than 1 % of the time). */
  deadShare: 0.99,
  /** Mean slope of a sigmoid or tanh, as a share of its highest, below which it is saturated. */
  saturatedSlope: 0.1,
  /** log₁₀(‖ΔW‖/‖W‖) of the middle kernel; the healthy range (CS231n, DL4J) with a decade of room on either side. */
  updateTooLarge: updateRatioThresholds.high + 1,
  updateTooSmall: updateRatioThresholds.low - 1,
  /** Measured steps over which the loss is judged, and of which the least is its start. */
  lossWindow: 20,
  lossStart: 3,
  /** Mean loss against its start from which it rises. */
  lossRise: 1.5,
  /** Standard deviation against mean from which a loss that has not fallen below half of its start swings. */
  lossSwing: 0.5,
  /** Layers with kernels from which a plain network is said to be of the kind that degrades (He et al. 2015: plain-34). */
  degradingLayers: 30,
  /** Training loss against that of the shallower network. */
  degradedLoss: 1.05,
  /** Validation loss against its least so far, and epochs since then. */
  overfittedLoss: 1.1,
  overfittedEpochs: 2,
  /** Images of the largest class for each of the smallest. */
  classRatio: 4,
  /** Input: mean in deviations, and the range of the deviation. */
  inputOffset: 1,
  inputDeviation: { low: 0.1, high: 5 },
} as const;

export type HealthThresholds = {
  readonly [Key in keyof typeof healthThresholds]: (typeof healthThresholds)[Key] extends number
    ? number
    : { readonly low: number; readonly high: number };
};
