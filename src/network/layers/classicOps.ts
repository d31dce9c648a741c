export interface LocalResponseNormOptions {
  /** Channels on each side that count: n = 2·radius + 1 in all. */
  readonly radius: number;
  /** k: keeps the divisor away from zero. */
  readonly bias: number;
  readonly alpha: number;
  readonly beta: number;
}

/** Which of a kernel's planes stands between which maps: as many pairs as planes. */
export interface ConnectionTable {
  readonly inputs: number;
  readonly outputs: number;
  /** Input and output map of each plane. */
  readonly pairs: readonly (readonly [input: number, output: number])[];
}

/** Ops of the classic networks that later ones do without. */
export interface ClassicOps<Tensor> {
  /** x / (bias + alpha · Σ x²)^beta, the sum over the neighbouring channels at the same position; those beyond the ends count zero. */
  localResponseNorm(x: Tensor, options: LocalResponseNormOptions): Tensor;
  /** Means over a grid of windows from ⌊i·H/h⌋ to ⌈(i + 1)·H/h⌉, which may overlap: N×H×W×C to N×h×w×C. */
  adaptiveAveragePool2d(x: Tensor, extents: readonly [height: number, width: number]): Tensor;
  /** A kernel with planes for some pairs of maps only (kh×kw×pairs) as a full one (kh×kw×inputs×outputs), zero elsewhere. */
  spreadKernel(kernel: Tensor, table: ConnectionTable): Tensor;
  /** −Σ (x − centre)² of each vector (N×features) and each centre (units×features): N×units. The centres get no gradient. */
  negativeSquaredDistances(x: Tensor, centres: Tensor): Tensor;
}
