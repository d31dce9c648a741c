import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConfig, defaultConfig } from '../../../src/network/layers/config';
import { layerKind, layerKinds } from '../../../src/network/layers/registry';
import { configs } from './layerArbitraries';

describe.each(layerKinds.map((kind) => [kind.kind, kind] as const))('settings of %s', (_name, kind) => {
  it('fill up to the defaults from nothing', () => {
    expect(checkConfig(kind, {})).toEqual({ config: defaultConfig(kind) });
  });

  it('pass unchanged where they are within the limits, in the order of the declarations', () => {
    fc.assert(
      fc.property(configs(kind), (config) => {
        const reversed = Object.fromEntries(Object.entries(config).reverse());
        const checked = checkConfig(kind, reversed);
        expect(checked).toEqual({ config });
        if ('config' in checked) expect(Object.keys(checked.config)).toEqual(Object.keys(kind.fields));
      }),
    );
  });

  it('are refused where a value is of the wrong type, with the setting’s name', () => {
    for (const name of Object.keys(kind.fields))
      for (const wrong of [null, undefined, Number.NaN, {}, [], 'no such option', [1, 2, 3, 4, 5, 6, 7]])
        expect(checkConfig(kind, { [name]: wrong })).toMatchObject({
          problem: { message: expect.stringContaining(name), advice: expect.stringMatching(/^Set .*\.$/) },
        });
  });

  it('are refused just outside their limits, with the limits', () => {
    for (const [name, field] of Object.entries(kind.fields)) {
      if (!('min' in field)) continue;
      for (const outside of [field.min - 1, field.max + 1, Number.POSITIVE_INFINITY]) {
        const value = field.type === 'integers' ? field.default.with(0, outside) : outside;
        expect(checkConfig(kind, { [name]: value })).toMatchObject({
          problem: { message: expect.stringContaining(`from ${field.min} to ${field.max}`) },
        });
      }
    }
  });

  it('are refused under names that it does not have', () => {
    for (const name of ['colour', 'constructor', 'toString'])
      expect(checkConfig(kind, { [name]: 1 })).toMatchObject({
        problem: { message: `${kind.label} has no setting "${name}".` },
      });
    expect(checkConfig(kind, JSON.parse('{"__proto__": 1}'))).toHaveProperty('problem');
  });
});

describe('a refused setting', () => {
  it.each([
    [
      { filters: 0 },
      'Conv2D, filters: Filters must be a whole number from 1 to 65536; got 0.',
      'Set Filters to a whole number from 1 to 65536, for example 16.',
    ],
    [
      { filters: 2.5 },
      'Conv2D, filters: Filters must be a whole number from 1 to 65536; got 2.5.',
      undefined,
    ],
    [
      { kernelSize: [3] },
      'Conv2D, kernelSize: Kernel must be a list of 2 whole numbers (height, width), each from 1 to 255; got [3].',
      undefined,
    ],
    [
      { padding: 'full' },
      'Conv2D, padding: Padding must be one of same, valid, explicit; got "full".',
      undefined,
    ],
    [{ useBias: 1 }, 'Conv2D, useBias: Bias must be true or false; got 1.', undefined],
  ])('%j', (config, message, advice) => {
    const result = checkConfig(layerKind('conv2d'), config);
    expect(result).toMatchObject({ problem: advice === undefined ? { message } : { message, advice } });
  });

  it('is quoted in part where it is long', () => {
    const result = checkConfig(layerKind('conv2d'), { padding: 'x'.repeat(10_000) });
    expect(result).toHaveProperty('problem');
    if ('problem' in result) expect(result.problem.message.length).toBeLessThan(150);
  });
});
