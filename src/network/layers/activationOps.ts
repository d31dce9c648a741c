/** Which formula of GELU: the normal distribution itself, or an approximation of it by tanh. */
export type GeluForm = 'exact' | 'tanh';

/** The op set's further activations: value by value, any shape. */
export interface ActivationOps<Tensor> {
  /** max(x, 0), at most 6. Its gradient at 0 and at 6 is 0. */
  relu6(x: Tensor): Tensor;
  /** x where x > 0, slope·x elsewhere, with one slope for each entry of the last axis. */
  prelu(x: Tensor, slopes: Tensor): Tensor;
  /** x where x > 0, alpha·(eˣ − 1) elsewhere. */
  elu(x: Tensor, alpha: number): Tensor;
  /**
   * Exact: x·Φ(x), with Φ the cumulative standard normal distribution. Tanh: ½x·(1 + tanh(√(2/π)·(x + 0.044715·x³))).
   */
  gelu(x: Tensor, form: GeluForm): Tensor;
  /** x·σ(x), with σ the sigmoid. */
  silu(x: Tensor): Tensor;
  /** log(1 + eˣ) */
  softplus(x: Tensor): Tensor;
}
