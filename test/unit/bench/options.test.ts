import { describe, expect, it } from 'vitest';
import { contenderNames, entrants } from '../../../scripts/bench/contenders.mjs';
import { networks, racesOf } from '../../../scripts/bench/networks.mjs';
import { benchOptions } from '../../../scripts/bench/options.mjs';
import { analyse } from '../../../src/network/analysis/analyse';
import { layerwiseNetwork } from '../../bench/layerwiseNetworks';
import { tfjsModels } from '../../bench/tfjsModels';

describe('the options of the benchmark', () => {
  it('are lists of names and lengths above nothing', () => {
    expect(benchOptions(['--networks', 'lenet-5, vgg-16', '--rounds', '3', '--seconds', '0.5'])).toEqual({
      networks: ['lenet-5', 'vgg-16'],
      who: null,
      rounds: 3,
      seconds: 0.5,
      json: false,
      check: false,
      write: false,
    });
  });

  it.each([
    [['--rounds', '0'], '--rounds must be a whole number above 0; got "0".'],
    [['--rounds', '1.5'], '--rounds must be a whole number above 0; got "1.5".'],
    [['--seconds', 'long'], '--seconds must be a number above 0; got "long".'],
    [['--speed'], "Unknown option '--speed'"],
  ])('are refused: %j', (parameters, message) => {
    expect(() => benchOptions(parameters)).toThrow(message);
  });
});

describe('the races', () => {
  it('are those of the networks that were named', () => {
    const named = racesOf(['resnet-20']).map(({ network, batch }) => `${network.name} ${batch}`);
    expect(named).toEqual(['resnet-20 64', 'resnet-20 128']);
    expect(() => racesOf(['resnet'])).toThrow('There is no network "resnet". There are: lenet-5, resnet-20,');
  });

  it('are run by those that were asked for, or by all that suit the network, always with Layerwise', () => {
    expect(entrants(null, [])).toEqual(contenderNames);
    expect(entrants(null, ['layerwiseWasm'])).toEqual(contenderNames.slice(0, -1));
    expect(entrants(['layerwiseWasm', 'keras'], ['layerwiseWasm'])).toEqual([
      'layerwise',
      'keras',
      'layerwiseWasm',
    ]);
    expect(() => entrants(['jax'], [])).toThrow('There is no contender "jax".');
  });

  it.each(networks.map((network) => [network.name, network] as const))(
    'have a network for %s that takes the images as they are and trains',
    (name, { shape }) => {
      const analysis = analyse(layerwiseNetwork(name));
      expect(analysis.trains).toBe(true);
      const inputs = [...analysis.nodes.values()].slice(0, 1).map(({ outputShape }) => outputShape);
      expect(inputs).toEqual([shape]);
      expect(tfjsModels).toHaveProperty([name]);
    },
  );
});
