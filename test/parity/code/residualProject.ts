import { join } from 'node:path';
import { expect } from 'vitest';
import type { LoadedDataset } from '../../../src/engine/data/dataset';
import type { ExportForm } from '../../../src/engine/exporting/exportForm';
import type { LayerNode, NetworkDocument } from '../../../src/network/graph/document';
import {
  expectSameFirstStep,
  expectSameLosses,
  lossesOf,
  templateDocument,
  trainInEngine,
} from './engineTraining';
import { writeNoiseCifar } from './noiseCifar';
import { type ProjectCommand, readmeCommands, writeProject } from './projectRun';

const reference = { type: 'cifar-10', trainingImages: 320, testImages: 64 } as const;
const settings = { batchSize: 32, dataset: reference, learningRate: 0.01, warmUpSteps: 0 };
const steps = 10;

/** A project of ResNet-20, its command, and the check of what that leaves behind. */
export interface ResidualProject {
  readonly command: ProjectCommand;
  check(): void;
}

/** ResNet-20 as it is, for ten steps of moved and mirrored images. */
export async function residualProject(form: ExportForm, folder: string): Promise<ResidualProject> {
  return projectOf(form, folder, {});
}

/** The same with its first two layers frozen, and its last one learning slowly. */
export async function fineTunedProject(form: ExportForm, folder: string): Promise<ResidualProject> {
  return projectOf(form, folder, {
    conv1: { frozen: true },
    bn1: { frozen: true },
    fc: { learningRateFactor: 0.1 },
  });
}

async function projectOf(
  form: ExportForm,
  folder: string,
  learning: Readonly<Record<string, Pick<LayerNode, 'frozen' | 'learningRateFactor'>>>,
): Promise<ResidualProject> {
  const plain = templateDocument('resnet-20-cifar');
  const training = { ...plain.training, ...settings };
  for (const id of Object.keys(learning)) expect(plain.nodes.map((node) => node.id)).toContain(id);
  const document: NetworkDocument = {
    ...plain,
    nodes: plain.nodes.map((node) => ({ ...node, ...learning[node.id] })),
    training,
  };
  await writeProject(form, folder, document);
  const data = join(folder, 'cifar');
  const dataset: LoadedDataset = writeNoiseCifar(data, reference);
  const [words = []] = readmeCommands(folder, data);
  return {
    command: { folder, words: [...words, '--steps', `${steps}`] },
    check() {
      const run = join(folder, 'run');
      const engine = trainInEngine(document, dataset, steps);
      expectSameLosses(lossesOf(run), engine.losses);
      expectSameFirstStep(run, engine);
    },
  };
}
