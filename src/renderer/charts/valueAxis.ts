/** The vertical axis of a curve. */
export interface ValueAxis {
  readonly scale: 'linear' | 'log';
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
  /** The power of ten that all ticks are written in, where they are: "×10⁻³". */
  readonly power?: string;
}
