import h5wasm from 'h5wasm';
import { ContainerNames } from '../containerNames';
import type { ModelLayer } from '../functionalModel';

/** Files are written under names of their own, for several may be written at once. */
let written = 0;

/**
 * The `model.weights.h5` of a `.keras` file: `layers/conv2d_1/vars/0` is the first weight of the second convolution.
 * Layers in the order in which Keras has them.
 */
export async function weightsHdf5(name: string, layers: readonly ModelLayer[]): Promise<Uint8Array> {
  const module = await h5wasm.ready;
  module.activate_throwing_error_handler();
  written += 1;
  const path = `export${written}.h5`;
  const file = new h5wasm.File(path, 'w');
  try {
    const own = file.create_group('vars');
    own.create_attribute('name', name);
    file.create_group('layers');
    const names = new ContainerNames();
    for (const { className, name: layer, weights } of layers) {
      const group = `layers/${names.take(className === 'Input' ? 'InputLayer' : className)}`;
      file.create_group(group);
      const variables = file.create_group(`${group}/vars`);
      variables.create_attribute('name', layer);
      for (const [index, { shape, values }] of weights.entries())
        variables.create_dataset({ name: String(index), data: values, shape: [...shape], dtype: '<f4' });
    }
    file.flush();
  } finally {
    file.close();
  }
  try {
    return module.FS.readFile(path);
  } finally {
    module.FS.unlink(path);
  }
}
