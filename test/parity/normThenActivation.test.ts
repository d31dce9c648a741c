import { describe, expect, test } from 'vitest';
import { layerKinds } from '../../src/network/layers/registry';
import { noiseBatch } from './cases/batches';
import { buildNetwork } from './cases/buildNetwork';
import { executorKinds, withExecutor } from './cases/executors';
import { expectClose } from './expectClose';

const kinds = await executorKinds();

/**
 * TensorFlow's graph optimizer fuses a convolution, its batch norm and the activation behind them outside of training,
 * and knows fewer activations than it tries.
 */
describe('a convolution with batch norm and an activation is evaluated alike by both executors', () => {
  const batch = noiseBatch([6, 5, 2], 4, 5);
  test.each(layerKinds.filter(({ category }) => category === 'activation').map(({ kind }) => kind))(
    '%s',
    (kind) => {
      const document = buildNetwork([
        { id: 'input', kind: 'input', config: { height: 6, width: 5, channels: 2 } },
        { id: 'conv', kind: 'conv2d', config: { filters: 3, kernelSize: [3, 3], useBias: false } },
        { id: 'bn', kind: 'batchNorm' },
        { id: 'active', kind },
        { id: 'flatten', kind: 'flatten' },
        { id: 'fc', kind: 'dense', config: { units: 5 } },
        { id: 'output', kind: 'output' },
      ]);
      const [expected, actual] = kinds.map((executorKind) =>
        withExecutor(executorKind, document, (executor) => executor.evaluate(batch).loss),
      );
      expect(expected).toBeDefined();
      expectClose([actual ?? Number.NaN], [expected ?? 0], 'loss');
    },
  );
});
