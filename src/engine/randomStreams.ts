import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A sequence of pseudo-random numbers that depends on nothing but its seed and name. */
export interface RandomStream {
  /** Uniform on [0, 1), with 53 random bits. */
  uniform(): number;
  /** Standard normal (Marsaglia & Bray 1964, polar method). */
  normal(): number;
  /** Uniform among 0, 1, …, n − 1. */
  integerBelow(n: number): number;
}

/**
 * The stream with this name (`weights/conv1/kernel`, `shuffle/3`, …) of a seed. Streams are independent of
 * one another, so that removing a layer does not shift the numbers of the others.
 */
export function randomStream(seed: number, name: string): RandomStream {
  const generator = xoroshiro128plusFromState(hash128(`${seed}/${name}`));
  let spare: number | null = null;

  const uniform = (): number => {
    const high = generator.next() >>> 5;
    const low = generator.next() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };

  return {
    uniform,
    normal() {
      if (spare !== null) {
        const value = spare;
        spare = null;
        return value;
      }
      for (;;) {
        const x = 2 * uniform() - 1;
        const y = 2 * uniform() - 1;
        const square = x * x + y * y;
        if (square >= 1 || square === 0) continue;
        const factor = Math.sqrt((-2 * Math.log(square)) / square);
        spare = y * factor;
        return x * factor;
      }
    },
    integerBelow: (n) => Math.floor(uniform() * n),
  };
}

/** 64 bits that name a stream to generators outside of this file (dropout masks are drawn by TensorFlow). */
export function streamKey(seed: number, name: string): readonly [low: number, high: number] {
  const [low, high] = hash128(`${seed}/${name}`);
  return [low, high];
}

/** Four 32-bit words of MurmurHash3's 32-bit finaliser (Appleby) over the text, each with its own start. */
function hash128(text: string): [number, number, number, number] {
  const word = (start: number): number => {
    let hash = start;
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0xcc9e2d51);
      hash = (hash << 15) | (hash >>> 17);
      hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) | 0;
  };
  return [word(0x9e3779b9), word(0x7f4a7c15), word(0x94d049bb), word(0x133111eb)];
}
