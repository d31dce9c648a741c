import { describe, expect, it } from 'vitest';
import { checkConfig, defaultConfig } from '../../../src/network/layers/config';
import { initialiserFields } from '../../../src/network/layers/initialiserFields';
import { layerKinds } from '../../../src/network/layers/registry';

const withKernel = layerKinds.filter(({ fields }) => 'initialiser' in fields);

describe.each(withKernel.map((kind) => [kind.kind, kind] as const))(
  'the initializer of %s',
  (_name, kind) => {
    const input =
      [[84], [28, 28, 6]].find((shape) => 'shape' in kind.outputShape([shape], defaultConfig(kind))) ?? [];

    it.each(initialiserFields.initialiser.options.map(({ value }) => value))(
      '%s reaches every kernel',
      (type) => {
        const checked = checkConfig(kind, { initialiser: type, constantValue: 0.25 });
        if ('problem' in checked) throw new Error(checked.problem.message);
        const kernels = kind.weights([input], checked.config).filter(({ name }) => /kernel$/i.test(name));
        expect(kernels).not.toEqual([]);
        for (const { initialiser } of kernels)
          expect(initialiser).toEqual(type === 'constant' ? { type, value: 0.25 } : { type });
      },
    );

    it('asks for a value only where it is constant', () => {
      const shown = (config: object) =>
        kind.fields['constantValue']?.shownWhen?.({ ...defaultConfig(kind), ...config });
      expect(shown({})).toBe(false);
      expect(shown({ initialiser: 'constant' })).toBe(true);
    });
  },
);

it('is a setting of convolutions and dense layers', () => {
  expect(withKernel.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['dense', 'conv2d']));
});
