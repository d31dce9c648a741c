import { AdviceError } from '../../engine/adviceError';
import type { LoadedDataset } from '../../engine/data/dataset';
import { DatasetShelf } from '../../engine/data/datasetShelf';
import { classShares } from '../../engine/probe/classShares';
import { claimRunFolder } from '../../engine/runs/runFolder';
import { analyse } from '../../network/analysis/analyse';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { applyEdit } from '../../network/graph/edits';
import { fitToDataset } from '../../network/graph/fitToDataset';
import type { DataFacts } from '../../network/health/observation';
import type { CommandIo } from '../commandIo';
import { applyDeviceOptions, type DeviceCommandOptions } from '../deviceOptions';
import { openNetwork } from '../openNetwork';
import { stopReason } from '../stopReason';
import { chooseDataset } from '../training/datasetOption';
import { projectOf } from '../training/project';
import { superviseRun } from '../training/superviseRun';
import { applyOptions, type TrainOptions } from '../training/trainOptions';

export interface TrainCommandOptions extends TrainOptions, DeviceCommandOptions {
  readonly json: boolean;
  /** Settings of the template. */
  readonly set: readonly string[];
  /** Folder for the run's record and weights. */
  readonly out?: string;
  /** Makes the network take the dataset's images and classes. */
  readonly fit: boolean;
  /** Ends after so many steps. */
  readonly steps?: number;
  /** Saves a checkpoint after so many steps. */
  readonly checkpointEvery?: number;
}

/** `layerwise train`: returns the exit code. Throws an AdviceError where the input can't be trained. */
export async function trainNetwork(
  source: string,
  options: TrainCommandOptions,
  io: CommandIo,
): Promise<number> {
  const opened = openNetwork(source, options.set);
  const { training } = opened;
  const dataset = await chooseDataset(options.dataset, training.dataset, options.data ?? []);
  const ordered = { ...opened, training: applyOptions({ ...training, dataset }, options) };
  const document = options.fit ? applyEdit(ordered, fitToDataset(ordered)).document : ordered;
  const analysis = analyse(document);
  refuseErrors(document, analysis);
  await applyDeviceOptions(options);
  const datasets = new DatasetShelf();
  const images = await readUnlessStopped(datasets, document, io.signal);
  if (images === null) return stopReason(io).exitCode;
  const { out, steps, checkpointEvery, json } = options;
  if (out !== undefined) claimRunFolder(out);
  const { batchWorker } = io;
  return superviseRun(
    {
      ...{ document, analysis, json, data: dataFacts(images) },
      command: { type: 'train', runId: 'command-line', project: projectOf(document) },
      options: {
        datasets,
        ...(batchWorker !== undefined && { batchWorker }),
        ...(out !== undefined && { runFolder: out }),
        ...(steps !== undefined && { stopAfterSteps: steps }),
        ...(checkpointEvery !== undefined && { checkpointEvery }),
      },
    },
    io,
  );
}

/** Reads the network's dataset; null where the command was told to stop meanwhile. */
async function readUnlessStopped(
  datasets: DatasetShelf,
  { training }: NetworkDocument,
  signal: AbortSignal,
): Promise<LoadedDataset | null> {
  try {
    return await datasets.get(training.dataset, () => signal.throwIfAborted());
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

function refuseErrors(document: NetworkDocument, { problems }: Analysis): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const labels = new Map(document.nodes.map(({ id, label }) => [id, label]));
  const [first, ...others] = errors.map(({ node, message, advice }) => ({
    message: node === null ? message : `${labels.get(node) ?? node}: ${message}`,
    advice,
  }));
  if (first === undefined) return;
  const rest = others.flatMap(({ message, advice }) => [message, advice]);
  throw new AdviceError(first.message, [first.advice, ...rest].join('\n'));
}

/** What is known of the images without passing over their values. */
function dataFacts(dataset: LoadedDataset): DataFacts {
  return { ...classShares(dataset), inputMean: Number.NaN, inputDeviation: Number.NaN };
}
