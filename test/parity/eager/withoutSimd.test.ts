import { describe, expect, test } from 'vitest';
import { createEagerExecutor } from '../../../src/engine/eager/eagerExecutor';
import { createEagerScoring } from '../../../src/engine/eager/eagerScoring';
import { loadWasm, type Wasm } from '../../../src/engine/eager/loadWasm';
import { analyse } from '../../../src/network/analysis/analyse';
import { layerKinds } from '../../../src/network/layers/registry';
import { noiseBatch } from '../cases/batches';
import type { ExecutorKind } from '../cases/executors';
import { casesOf } from '../cases/layerCases';
import { networkAround } from '../cases/networkAround';
import { expectSameStep, withBoth } from './expectSameStep';

const wasm = await loadWasm();

function eager(own: Wasm): ExecutorKind {
  return {
    name: 'eager on wasm',
    create: (document) => createEagerExecutor(own, document, analyse(document)),
    createScoring: (document) => createEagerScoring(own, document, analyse(document)),
    livingTensors: () => ({ count: wasm.tf.memory().numTensors, bytes: wasm.tf.memory().numBytes }),
  };
}

const withSimd = eager(wasm);
const withoutSimd = eager({ ...wasm, simd: null });

test('this machine has SIMD', () => {
  expect(wasm.simd).not.toBeNull();
});

/** What a processor without SIMD runs gives the same step as our SIMD kernels, which are held to TensorFlow's. */
describe.each(layerKinds.map((kind) => [kind.kind, kind] as const))('%s', (_, kind) => {
  test.each(casesOf(kind).map((layerCase) => [layerCase.title, layerCase] as const))(
    '%s',
    (__, layerCase) => {
      const document = networkAround(kind, layerCase, { optimizer: { type: 'sgd' }, seed: 4 });
      const before = withSimd.livingTensors();
      withBoth({ graph: withSimd, eager: withoutSimd }, document, ({ reference, eager: plain }) => {
        const imageShape = reference.nodes[0]?.outputShape ?? [];
        const classes = reference.nodes.at(-1)?.outputShape[0] ?? 0;
        const batch = noiseBatch(imageShape, 3, classes);
        expectSameStep({ reference, eager: plain }, batch, { learningRate: 4096, step: 2 });
      });
      expect(withSimd.livingTensors()).toEqual(before);
    },
  );
});
