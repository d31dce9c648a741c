import type { TelemetryLog } from '../training/telemetryLog';

/** Measured quantities of a layer that colours and charts can show. */
export const quantityIds = ['gradient', 'weightGradient', 'updateRatio', 'deviation', 'zeroShare'] as const;
export type QuantityId = (typeof quantityIds)[number];

/** How far a scale reaches: the logarithm to base 10, or a share 0…1 as it is. */
type ScaleForm = 'log' | 'share';

/**
 * One measured quantity of a layer. Its `measured` value is that of telemetry; its place on the scale, called its
 * `value` everywhere, is log₁₀ of it, or the share itself.
 */
export interface Quantity {
  readonly id: QuantityId;
  /** On the switch, a word. */
  readonly word: string;
  /** In titles: "Gradient of activations". */
  readonly label: string;
  /** "‖∂L/∂a‖". */
  readonly symbol: string;
  /** What the numbers on an axis are: "log₁₀ ‖∂L/∂a‖". */
  readonly axis: string;
  /** What is measured, in a sentence. */
  readonly meaning: string;
  readonly form: ScaleForm;
  /** Ends of the colour scale; values beyond take the colour of the end. */
  readonly low: number;
  readonly high: number;
  /** Band drawn as healthy. */
  readonly healthy: { readonly low: number; readonly high: number };
  /** What lies below, within and above the healthy band; null where nothing does. */
  readonly words: { readonly low: string | null; readonly healthy: string; readonly high: string | null };
  /** CSS colours at equal distances from one end of the scale to the other, as design tokens. */
  readonly stops: readonly string[];
  /** Whether it is of what leaves a layer, or of its kernel, which not every layer has. */
  readonly of: 'output' | 'kernel';
  /** Which of a block's layers stands for it. */
  readonly worst: 'lowest' | 'highest';
  /** Its measured value at a sample, of a node by its place in telemetry; NaN where there is none. */
  measured(log: TelemetryLog, sample: number, node: number): number;
}
