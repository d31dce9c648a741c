import { DatasetShelf } from '../../engine/data/datasetShelf';
import { claimRunFolder } from '../../engine/runs/runFolder';
import { beginningOf } from '../../engine/train/beginning';
import { analyse } from '../../network/analysis/analyse';
import { type CommandIo, writeLine } from '../commandIo';
import { applyDeviceOptions, type DeviceCommandOptions } from '../deviceOptions';
import { stopReason } from '../stopReason';
import { type FineTuningOptions, fineTuned } from '../training/fineTuningOptions';
import {
  dataFacts,
  type NetworkOrder,
  orderedNetwork,
  readUnlessStopped,
  refuseErrors,
} from '../training/orderedNetwork';
import { projectOf } from '../training/project';
import { beginningLines } from '../training/startingWeights';
import { superviseRun } from '../training/superviseRun';

export interface TrainCommandOptions extends NetworkOrder, FineTuningOptions, DeviceCommandOptions {
  readonly json: boolean;
  /** Folder for the run's record and weights. */
  readonly out?: string;
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
  const document = fineTuned(await orderedNetwork(source, options), options);
  const analysis = analyse(document);
  refuseErrors(document, analysis);
  const begun = beginningOf(document, analysis, { folder: null });
  if (begun !== null) for (const line of beginningLines(begun)) writeLine(io.stderr, line);
  await applyDeviceOptions(options);
  const datasets = new DatasetShelf();
  const images = await readUnlessStopped(datasets, document, io.signal);
  if (images === null) return stopReason(io).exitCode;
  const { out, steps, checkpointEvery, json } = options;
  if (out !== undefined) claimRunFolder(out);
  const { batchWorker } = io;
  return superviseRun(
    {
      ...{ document, analysis, json, data: dataFacts(images), told: begun?.note?.message ?? null },
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
