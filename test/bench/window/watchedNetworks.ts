import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/** A network that trains while the window is used or measured. */
export interface WatchedNetwork {
  readonly name: string;
  /** Path of its project file. */
  readonly file: string;
}

/**
 * ResNet-110 with all its blocks open, on made-up images of CIFAR-10's size, in small batches and measured at every step:
 * the window has more to draw than with the settings of the template.
 */
export async function resnet110(folder: string): Promise<WatchedNetwork> {
  const { network, file } = await templateFile('resnet-110-cifar', folder);
  return watched(file, {
    ...network,
    // Each layer has its card.
    tagged: false,
    blocks: network.blocks.map((block) => ({ ...block, collapsed: false })),
    training: {
      ...network.training,
      dataset: {
        ...{ type: 'synthetic', variant: 'patterns', height: 32, width: 32, channels: 3, noise: 1, seed: 1 },
        ...{ classes: 10, trainingImages: 512, testImages: 128 },
      },
      ...{ batchSize: 8, epochs: 500, telemetryEvery: 1 },
    },
  });
}

/** LeNet-5, whose steps are many: what a window keeps of a run is most. */
export async function lenet5(folder: string): Promise<WatchedNetwork> {
  const { network, file } = await templateFile('lenet-5', folder);
  return watched(file, { ...network, training: { ...network.training, epochs: 5000, telemetryEvery: 1 } });
}

const projectSchema = z.looseObject({
  name: z.string(),
  blocks: z.array(z.looseObject({})),
  training: z.looseObject({}),
});
type Project = z.infer<typeof projectSchema>;

/** A template as a project file, written by the built command line. */
async function templateFile(template: string, folder: string): Promise<{ network: Project; file: string }> {
  const file = join(folder, `${template}.layerwise`);
  await promisify(execFile)(process.execPath, ['out/main/cli.js', 'new', template, '--out', file]);
  return { network: projectSchema.parse(JSON.parse(await readFile(file, 'utf8'))), file };
}

async function watched(file: string, network: Project): Promise<WatchedNetwork> {
  await writeFile(file, JSON.stringify(network));
  return { name: network.name, file };
}
