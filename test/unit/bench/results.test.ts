import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { racesOf } from '../../../scripts/bench/networks.mjs';
import { floorFaults, measurements, resultOf } from '../../../scripts/bench/results.mjs';
import { requireSameNetwork } from '../../../scripts/bench/runRace.mjs';

const [lenet] = racesOf(['lenet-5']);
if (lenet === undefined) throw new Error('LeNet-5 is no race.');
const speedsArbitrary = fc.array(fc.double({ min: 1, max: 1e5, noNaN: true }), {
  minLength: 1,
  maxLength: 9,
});

describe('what a race comes to', () => {
  it('is the best and the middle of the rounds, and ratios to the best of Layerwise', () => {
    const measured = measurements(
      lenet,
      new Map([
        ['layerwise', [800, 1000, 900, 100]],
        ['keras', [500, 400, 450]],
      ] as const),
    );
    expect(measured.map(({ best, median, ratio }) => ({ best, median, ratio }))).toEqual([
      { best: 1000, median: 850, ratio: 1 },
      { best: 500, median: 450, ratio: 0.5 },
    ]);
    expect(measured.map(resultOf)).toEqual([
      { network: 'lenet-5', batch: 64, who: 'Layerwise', imagesPerSecond: 1000, ratioToLayerwise: 1 },
      { network: 'lenet-5', batch: 64, who: 'Keras', imagesPerSecond: 500, ratioToLayerwise: 0.5 },
    ]);
  });

  it('does not hang on the order of the rounds, and no slower round makes it better', () => {
    fc.assert(
      fc.property(speedsArbitrary, speedsArbitrary, (ours, theirs) => {
        const ratioOf = (rounds: readonly number[]) =>
          measurements(lenet, new Map([['layerwise', ours] as const, ['keras', rounds] as const]))[1]?.ratio;
        expect(ratioOf(theirs.toReversed())).toBe(ratioOf(theirs));
        expect(ratioOf([...theirs, 0.5])).toBe(ratioOf(theirs));
      }),
    );
  });
});

describe('the floors', () => {
  const faults = (tfjs: number | null, keras: number) =>
    floorFaults(
      lenet,
      measurements(
        lenet,
        new Map([
          ['layerwise', [300]] as const,
          ...(tfjs === null ? [] : [['tfjsLayers', [tfjs]] as const]),
          ['keras', [keras]] as const,
        ]),
      ),
    );

  it.each([
    { tfjs: 100, keras: 300, missed: [] },
    {
      tfjs: 101,
      keras: 300,
      missed: [
        'LeNet-5, batch 64: Layerwise must be 3 times as fast as tfjs-node layers model at least, and is 2.97 times.',
      ],
    },
    {
      tfjs: 90,
      keras: 400,
      missed: ['LeNet-5, batch 64: Layerwise must be 1 times as fast as Keras at least, and is 0.75 times.'],
    },
    {
      tfjs: null,
      keras: 200,
      missed: [
        'LeNet-5, batch 64: Layerwise must be 3 times as fast as tfjs-node layers model at least, which was left out.',
      ],
    },
  ])('for tfjs-node at $tfjs and Keras at $keras of 300', ({ tfjs, keras, missed }) => {
    expect(faults(tfjs, keras)).toEqual(missed);
  });
});

describe('contenders', () => {
  const introduction = (parameters: number, multiplyAdds = 416_520) => ({
    parameters,
    multiplyAdds,
    threads: 2,
    version: '1',
  });

  it.each([
    ['parameters', introduction(61_705), 'PyTorch 61,705 parameters and 416,520 multiply-adds.'],
    ['arithmetic', introduction(61_706, 416_519), 'PyTorch 61,706 parameters and 416,519 multiply-adds.'],
  ])('must train the same network: not one of other %s', (_what, other, message) => {
    const same = new Map([
      ['layerwise', introduction(61_706)] as const,
      ['keras', introduction(61_706)] as const,
    ]);
    expect(() => requireSameNetwork(same)).not.toThrow();
    expect(() => requireSameNetwork(new Map([...same, ['pytorch', other] as const]))).toThrow(message);
  });
});
