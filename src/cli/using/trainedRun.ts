import { resolve } from 'node:path';
import { Option } from 'commander';
import { loadRuntime } from '../../engine/devices/runtime';
import { type LoadedNetwork, LoadedNetworks } from '../../engine/evaluation/loadedNetwork';
import { openTrained } from '../../engine/evaluation/trainedNetwork';
import { openRunFolder } from '../../engine/runs/openRunFolder';
import type { CheckpointChoice } from '../../protocol/evaluationMessages';
import { applyDeviceOptions, type DeviceCommandOptions } from '../deviceOptions';

export interface TrainedRunOptions extends DeviceCommandOptions {
  readonly checkpoint: CheckpointChoice;
}

/** Loads a run's network, hands it over, and frees it. Throws an AdviceError where there is none. */
export async function withTrainedRun<Result>(
  folder: string,
  { checkpoint, ...device }: TrainedRunOptions,
  use: (network: LoadedNetwork) => Promise<Result>,
): Promise<Result> {
  const path = resolve(folder);
  // A folder that is none is told of before a library is loaded.
  const { record } = openRunFolder(path);
  // The same number of threads adds numbers in the same order.
  await applyDeviceOptions({ threads: record.device.threads, ...device });
  const networks = new LoadedNetworks();
  try {
    return await use(networks.load(await loadRuntime(), path, () => openTrained(path, checkpoint), true));
  } finally {
    networks.dispose();
  }
}

export function checkpointChoice(): Option {
  return new Option('--checkpoint <name>', 'weights to use: those of the best validation, or the last')
    .choices(['best', 'last'])
    .default('best');
}

/** "best checkpoint: step 4,690, epoch 5" */
export function checkpointText({ checkpoint }: Pick<LoadedNetwork, 'checkpoint'>): string {
  if (checkpoint === null) return 'the weights that it begins with';
  const { name, step, epochsDone } = checkpoint;
  return `${name} checkpoint: step ${step.toLocaleString('en')}, ${epochsDone} ${epochsDone === 1 ? 'epoch' : 'epochs'} done`;
}
