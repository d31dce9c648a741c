import { layerKinds } from '../../../src/network/layers/registry';
import { noiseBatch } from './batches';
import { buildNetwork, type LayerLine } from './buildNetwork';
import { graphExecutor, withExecutor } from './executors';

const activations = layerKinds.filter(({ category }) => category === 'activation').map(({ kind }) => kind);
const classes = 5;

/** Loaded along with this file: the program that steps can load nothing later. */
const executor = graphExecutor();

/** Takes a step with each activation behind a convolution and behind a dense layer; gives the activations' names. */
export function stepWithEveryActivation(): readonly string[] {
  const batch = noiseBatch([6, 6, 2], 4, classes);
  for (const kind of activations) {
    const lines: readonly LayerLine[] = [
      { id: 'input', kind: 'input', config: { height: 6, width: 6, channels: 2 } },
      { id: 'conv', kind: 'conv2d', config: { filters: 4 } },
      { id: 'behindConv', kind },
      // Other layers take the convolution's output too, as shortcuts do.
      { id: 'both', kind: 'concat', from: ['conv', 'behindConv'] },
      { id: 'conv2', kind: 'conv2d', config: { filters: 4 } },
      { id: 'behindConv2', kind },
      { id: 'flatten', kind: 'flatten' },
      { id: 'fc', kind: 'dense', config: { units: 6 } },
      { id: 'behindDense', kind },
      { id: 'scores', kind: 'dense', config: { units: classes } },
      { id: 'output', kind: 'output' },
    ];
    withExecutor(executor, buildNetwork(lines), (network) => {
      network.step(batch, { learningRate: 0.01, step: 0, telemetry: false });
      network.step(batch, { learningRate: 0.01, step: 1, telemetry: true });
      network.evaluate(batch);
    });
  }
  return activations;
}
