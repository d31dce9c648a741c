/** The op set's products. */
export interface ProductOps<Tensor> {
  /** Product of two tensors of one shape, value by value. */
  multiply(left: Tensor, right: Tensor): Tensor;
  /** x times a number. */
  scale(x: Tensor, factor: number): Tensor;
  /** x times one factor for each entry of its last axis. */
  scaleChannels(x: Tensor, factors: Tensor): Tensor;
}
