import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { projectText, residualNetwork } from '../editing/largeNetworks';

/** A project to train for a while. */
export interface SoakNetwork {
  readonly name: string;
  readonly layers: number;
  /** Of its project file. */
  readonly text: string;
}

/** A run that is not done by itself after so many minutes, measured at every step. */
function lasting(minutes: number, stepsPerEpoch: number, mostStepsPerSecond: number) {
  const epochs = Math.max(2, Math.ceil((minutes * 60 * mostStepsPerSecond) / stepsPerEpoch));
  return { epochs, telemetryEvery: 1, schedule: { type: 'constant' } } as const;
}

/** Few layers and very many steps: what is measured in an hour is longest. */
export async function manySteps(minutes: number): Promise<SoakNetwork> {
  const file = await readFile('resources/examples/lenet-5.layerwise', 'utf8');
  const project = z
    .looseObject({ name: z.string(), nodes: z.array(z.unknown()), training: z.looseObject({}) })
    .parse(JSON.parse(file));
  const training = { ...project.training, ...lasting(minutes, 938, 600) };
  return {
    name: project.name,
    layers: project.nodes.length,
    text: JSON.stringify({ ...project, training }),
  };
}

/** Very many layers, all of them on the canvas: each repaint is longest. */
export function manyLayers(minutes: number): SoakNetwork {
  const network = residualNetwork(200);
  const [size, images, batchSize] = [8, 1024, 4];
  const nodes = network.nodes.map((node) =>
    node.kind === 'input' ? { ...node, config: { ...node.config, height: size, width: size } } : node,
  );
  const training = {
    ...network.training,
    ...lasting(minutes, images / batchSize, 60),
    batchSize,
    dataset: {
      type: 'synthetic',
      variant: 'patterns',
      ...{ height: size, width: size, channels: 1, noise: 1, seed: 1 },
      ...{ classes: 10, trainingImages: images, testImages: 256 },
    },
  } as const;
  return {
    name: network.name,
    layers: network.nodes.length,
    text: projectText({ ...network, nodes, training }),
  };
}
