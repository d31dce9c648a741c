import { version } from '../../../package.json';
import { encodeSafetensors, type NamedTensor } from '../runs/safetensors';
import type { ExportForm, ExportSource } from './exportForm';

/** Weights alone, under the names that checkpoints have them by. */
export const safetensorsForm: ExportForm = {
  id: 'safetensors',
  summary: 'weights alone',
  weightsAlone: true,
  files: async (source) => new Map([['weights.safetensors', weightsFile(source)]]),
};

/** `node/name`, each in the layer's own order of axes: kernels height × width × channels × filters. */
export function weightsFile({ document, analysis, weights }: ExportSource): Uint8Array {
  const tensors = new Map<string, NamedTensor>();
  for (const [node, { weights: declared }] of analysis.nodes)
    for (const { name, shape } of declared) {
      const values = weights.get(`${node}/${name}`);
      if (values !== undefined) tensors.set(`${node}/${name}`, { shape, values });
    }
  return encodeSafetensors(tensors, {
    format: 'layerwise-weights',
    network: document.name,
    layerwise: version,
  });
}
