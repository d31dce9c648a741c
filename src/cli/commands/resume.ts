import { basename, dirname, resolve } from 'node:path';
import { AdviceError } from '../../engine/adviceError';
import { openKeptRun } from '../../engine/runs/keptRun';
import { analyse } from '../../network/analysis/analyse';
import type { CommandIo } from '../commandIo';
import { applyDeviceOptions, type DeviceCommandOptions } from '../deviceOptions';
import { count } from '../numberText';
import { superviseRun } from '../training/superviseRun';

export interface ResumeOptions extends DeviceCommandOptions {
  readonly json: boolean;
  /** Ends after so many steps in all. */
  readonly steps?: number;
  readonly checkpointEvery?: number;
}

/** `layerwise resume`: goes on with a run to the end that it was to have; returns the exit code. */
export async function resumeTraining(folder: string, options: ResumeOptions, io: CommandIo): Promise<number> {
  const path = resolve(folder);
  const kept = openKeptRun(path);
  if (kept.metrics.end?.reason === 'finished')
    throw new AdviceError(
      `The run in ${folder} is finished: all of its ${count(kept.lastStep)} steps are done.`,
      'Train a new run with more epochs, or open this one in the window and press Continue.',
    );
  // The same number of threads adds numbers in the same order.
  await applyDeviceOptions({ threads: kept.record.device.threads, ...options });
  const { document } = kept;
  const { steps, checkpointEvery, json } = options;
  return superviseRun(
    {
      ...{ document, json, data: null },
      analysis: analyse(document),
      command: { type: 'resumeRun', runId: 'command-line', folder: basename(path) },
      options: {
        runsFolder: dirname(path),
        ...(io.batchWorker !== undefined && { batchWorker: io.batchWorker }),
        ...(steps !== undefined && { stopAfterSteps: steps }),
        ...(checkpointEvery !== undefined && { checkpointEvery }),
      },
    },
    io,
  );
}
