import { AdviceError } from '../adviceError';

type Sharp = typeof import('sharp').default;

/**
 * The library that decodes images, loaded when the first one is to be decoded: all else works where it can't be had.
 * Throws an AdviceError there.
 */
export async function loadSharp(): Promise<Sharp> {
  try {
    const { default: sharp } = await import('sharp');
    // Each decoded image is looked at once; what libvips would keep is memory lost.
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  } catch (cause) {
    throw new AdviceError(
      `The library that decodes images (sharp) can't be loaded: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
      'Run "npm ci" to install it again, or use a dataset that needs no decoding, such as a .npz archive.',
      { cause },
    );
  }
}
