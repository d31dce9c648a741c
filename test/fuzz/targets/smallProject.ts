import type { NetworkDocument } from '../../../src/network/graph/document';
import { defaultTrainingSettings } from '../../../src/network/graph/trainingSettings';
import { defaultConfig } from '../../../src/network/layers/config';
import { layerKind } from '../../../src/network/layers/registry';

/** A network that trains in a few milliseconds: 4×4 images made from a seed, two classes, two layers. */
export const smallProject: NetworkDocument = {
  name: 'Small',
  nodes: [
    node('input', 'input', { height: 4, width: 4, channels: 1 }),
    node('flatten', 'flatten', {}),
    node('fc', 'dense', { units: 2 }),
    node('output', 'output', {}),
  ],
  edges: [
    { from: 'input', to: 'flatten', input: 0 },
    { from: 'flatten', to: 'fc', input: 0 },
    { from: 'fc', to: 'output', input: 0 },
  ],
  blocks: [],
  training: {
    ...defaultTrainingSettings,
    dataset: {
      type: 'synthetic',
      variant: 'patterns',
      ...{ height: 4, width: 4, channels: 1 },
      ...{ noise: 1, seed: 1, classes: 2 },
      ...{ trainingImages: 24, testImages: 4 },
    },
    epochs: 1,
    batchSize: 8,
    warmUpSteps: 0,
    telemetryEvery: 1,
  },
};

function node(
  id: string,
  kind: string,
  config: Readonly<Record<string, number>>,
): NetworkDocument['nodes'][number] {
  return {
    id,
    kind,
    label: id,
    config: { ...defaultConfig(layerKind(kind)), ...config },
    position: { x: 0, y: 0 },
  };
}
