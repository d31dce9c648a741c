import { expect, test } from 'vitest';
import { eagerOps } from '../../src/engine/eager/eagerOps';
import { eagerTape } from '../../src/engine/eager/eagerTape';
import { floats, freeing } from '../../src/engine/eager/heap';
import { loadWasm } from '../../src/engine/eager/loadWasm';
import { loadTensorFlow } from '../../src/engine/tensorflow/loadTensorFlow';
import { defaultConfig } from '../../src/network/layers/config';
import { layerKinds } from '../../src/network/layers/registry';
import { expectClose } from './expectClose';
import { runLayer } from './layerHarness';

const tensorflow = loadTensorFlow();
const wasm = await loadWasm();
const sizes = [0, 1e-30, 1e-3, 1, 6, 20, 90, 1e4, 1e8];
const values = [...sizes, ...sizes.map((size) => -size)];
const activations = layerKinds.filter(
  (kind) =>
    kind.category === 'activation' && kind.weights([[values.length]], defaultConfig(kind)).length === 0,
);

/** Formulas overflow where a float32 still holds what they would give: eˣ from x = 89 on. */
test.each(activations.map((kind) => [kind.kind, kind] as const))(
  '%s and its gradient stay finite from the smallest to large values, in both executors alike',
  (_name, kind) => {
    const config = defaultConfig(kind);
    const run = { kind, config, weights: new Map(), labels: new Int32Array(1), training: true };
    const input = { shape: [1, values.length], values: Float64Array.from(values) };
    const graph = runLayer(tensorflow, { ...run, inputs: [input] }, (length) =>
      new Float32Array(length).fill(1),
    );
    expect([...graph.output, ...(graph.inputGradients[0] ?? [])].every(Number.isFinite)).toBe(true);

    freeing(wasm, () => {
      const tape = eagerTape(wasm);
      const x = wasm.tf.tensor(values, [1, values.length], 'float32');
      tape.watch(x);
      const y = kind.forward(eagerOps({ wasm, tape, training: null }), [x], {}, config);
      const total = tape.record(wasm.tf.sum(y), [{ tensor: y, gradient: () => wasm.tf.onesLike(y) }]);
      const gradient = tape.differentiate(total).get(x.id);
      expectClose(floats(wasm, y), graph.output, 'output', 1e-6);
      expectClose(
        gradient === undefined ? [] : floats(wasm, gradient),
        graph.inputGradients[0] ?? [],
        'gradient',
        1e-5,
      );
    });
  },
);
