/** How new values come about where an image is enlarged: copies of the nearest one, or straight lines between neighbours. */
export type Interpolation = 'nearest' | 'bilinear';

/** The op set's changes of shape that compute nothing new, or only what lies between. */
export interface ShapingOps<Tensor> {
  /**
   * N×H×W×C to N×(H·rows)×(W·columns)×C. Bilinear takes pixels for areas, not points: output i looks at
   * (i + ½)/factor − ½, and beyond the border at the border (half-pixel centres, as in Keras and PyTorch).
   */
  upsample2d(
    x: Tensor,
    factors: readonly [rows: number, columns: number],
    interpolation: Interpolation,
  ): Tensor;
  /**
   * Keeps the batch axis and the order of all values, and gives the others these extents. One of them may be 0: it
   * becomes what is left over.
   */
  reshape(x: Tensor, extents: readonly number[]): Tensor;
  /** Zeros behind the channels, so that there are this many: N×H×W×C to N×H×W×channels. */
  padChannels(x: Tensor, channels: number): Tensor;
  /** Output axis i is input axis order[i]; axes are counted from 0 behind the batch axis. */
  permute(x: Tensor, order: readonly number[]): Tensor;
}
