/** Images of a probe's batch at most: as many as networks are trained with, and no more than tells anything. */
const mostImages = 64;
/** Fewer would make the statistics of batch normalisation a matter of chance. */
const fewestImages = 8;
/** Multiply-adds of one forward pass over a batch, which two cores do in about a tenth of a second. */
const passMacs = 2e9;

/**
 * Images of one batch, so that a network of any size is looked at in a second or two. The same on every machine:
 * norms over a batch depend on its size.
 */
export function imagesPerProbeBatch(macsPerImage: number, batchSize: number): number {
  const affordable = Math.floor(passMacs / Math.max(1, macsPerImage));
  return Math.min(batchSize, mostImages, Math.max(fewestImages, affordable));
}
