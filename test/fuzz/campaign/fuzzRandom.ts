import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type RandomStream, randomStream } from '../../../src/engine/randomStreams';

/** Random choices of one input: the same for the same seed, target and number. */
export class FuzzRandom {
  readonly #stream: RandomStream;

  constructor(seed: number, name: string) {
    this.#stream = randomStream(seed, `fuzz/${name}`);
  }

  /** 0, 1, …, n − 1. */
  below(n: number): number {
    return this.#stream.integerBelow(n);
  }

  /** `from`, …, `to`, both of them included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  /** True in one of so many cases. */
  oneIn(n: number): boolean {
    return this.below(n) === 0;
  }

  pick<const Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }

  /** One of the items; undefined where there is none. */
  pickAny<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)];
  }

  /** A seed for something else. */
  seed(): number {
    return this.below(2 ** 31);
  }

  bytes(length: number): Uint8Array {
    // Numerical Recipes' generator: good enough to fill files with, and many times as fast.
    let state = this.seed();
    return Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      return state >>> 24;
    });
  }

  /** A value of an arbitrary, half of the time one of the small values that break things most often. */
  draw<Value>(arbitrary: fc.Arbitrary<Value>): Value {
    const random = new fc.Random(xoroshiro128plus(this.seed()));
    return arbitrary.generate(random, this.oneIn(2) ? 3 : undefined).value;
  }
}
