import { join } from 'node:path';
import type { ExportForm } from '../../../src/engine/exporting/exportForm';
import { expectSameLosses, lossesOf, templateDocument, trainInEngine } from './engineTraining';
import { writeNoiseCifar } from './noiseCifar';
import { readmeCommands, runCommand, writeProject } from './projectRun';

const reference = { type: 'cifar-10', trainingImages: 320, testImages: 64 } as const;
const settings = { batchSize: 32, dataset: reference, learningRate: 0.01, warmUpSteps: 0 };

/** ResNet-20's project trains ten steps with the engine's losses, its images moved and mirrored alike. */
export async function checkResidualProject(
  form: ExportForm & { readonly id: 'pytorch' | 'keras' },
  folder: string,
): Promise<void> {
  const plain = templateDocument('resnet-20-cifar');
  const document = { ...plain, training: { ...plain.training, ...settings } };
  await writeProject(form, folder, document);
  const data = join(folder, 'cifar');
  const dataset = writeNoiseCifar(data, reference);
  const [command = []] = readmeCommands(folder, data);
  await runCommand(form.id, folder, [...command, '--steps', '10']);
  const engine = trainInEngine(document, dataset, 10);
  expectSameLosses(lossesOf(join(folder, 'run')), engine.losses);
}
