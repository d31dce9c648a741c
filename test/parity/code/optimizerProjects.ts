import { join } from 'node:path';
import type { LoadedDataset } from '../../../src/engine/data/dataset';
import type { ExportForm } from '../../../src/engine/exporting/exportForm';
import { openRunFolder } from '../../../src/engine/runs/openRunFolder';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { type OptimizerType, optimizerDefaults } from '../../../src/network/graph/trainingSettings';
import { expectSameLosses, lossesOf, templateDocument, trainInEngine } from './engineTraining';
import { mnistFolder } from './mnistFolder';
import { type ProjectCommand, readmeCommands, writeProject } from './projectRun';

const steps = 8;

/** A project of LeNet-5 with another optimizer, its command, and the check of what that leaves behind. */
export interface OptimizerProject {
  readonly type: string;
  readonly command: ProjectCommand;
  check(dataset: LoadedDataset): void;
}

/** All optimizers, each with weight decay, clipping, a warm-up and a schedule; every third step is measured. */
export async function optimizerProjects(
  form: ExportForm,
  root: string,
): Promise<readonly OptimizerProject[]> {
  const plain = templateDocument('lenet-5');
  const projectOf = async ({
    optimizer,
    learningRate,
  }: (typeof optimizerDefaults)[OptimizerType]): Promise<OptimizerProject> => {
    const folder = join(root, optimizer.type);
    const document: NetworkDocument = {
      ...plain,
      training: {
        ...plain.training,
        optimizer,
        learningRate,
        weightDecay: 0.01,
        clipNorm: 0.5,
        warmUpSteps: 4,
        schedule: { type: 'cosine', finalFraction: 0.1 },
        telemetryEvery: 3,
      },
    };
    await writeProject(form, folder, document);
    const [words = []] = readmeCommands(folder, mnistFolder);
    return {
      type: optimizer.type,
      command: { folder, words: [...words, '--steps', `${steps}`] },
      check(dataset) {
        const run = join(folder, 'run');
        const engine = trainInEngine(document, dataset, steps);
        const sampled = [...(openRunFolder(run).telemetry?.steps ?? [])];
        expectSameLosses(
          lossesOf(run),
          sampled.map((step) => engine.losses[step - 1] ?? Number.NaN),
        );
      },
    };
  };
  return Promise.all(Object.values(optimizerDefaults).map(projectOf));
}
