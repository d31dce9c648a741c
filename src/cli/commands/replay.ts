import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatasetShelf } from '../../engine/data/datasetShelf';
import { loadRuntime } from '../../engine/devices/runtime';
import { openBundle } from '../../engine/runs/bundle/openBundle';
import { type KeptRun, openKeptRun } from '../../engine/runs/keptRun';
import { statOrNothing } from '../../engine/runs/statOrNothing';
import { otherMachine } from '../../engine/train/otherMachine';
import { type ReplayResult, replayRun } from '../../engine/train/replayRun';
import { RunControl } from '../../engine/train/runControl';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { applyDeviceOptions, type DeviceCommandOptions } from '../deviceOptions';
import { exitCode } from '../exitCode';
import { count } from '../numberText';

export interface ReplayOptions extends DeviceCommandOptions {
  readonly json: boolean;
  /** Ends after so many steps. */
  readonly steps?: number;
}

/**
 * `layerwise replay`: trains a run again from its seed and compares it with what was recorded. Returns success where
 * every number is the same.
 */
export async function replayTraining(source: string, options: ReplayOptions, io: CommandIo): Promise<number> {
  const path = resolve(source);
  if (statOrNothing(path)?.isFile() !== true) return replay(path, options, io);
  const parent = mkdtempSync(join(tmpdir(), 'layerwise-bundle-'));
  try {
    const folder = join(parent, 'run');
    await openBundle(path, folder);
    return await replay(folder, options, io);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

async function replay(path: string, options: ReplayOptions, io: CommandIo): Promise<number> {
  const { json, steps } = options;
  const kept = openKeptRun(path);
  await applyDeviceOptions({ threads: kept.record.device.threads, ...options });
  const runtime = await loadRuntime();
  const dataset = await new DatasetShelf().get(kept.document.training.dataset);
  const other = otherMachine(kept.record.device, runtime.device);
  if (other !== null) writeLine(io.stderr, `${other.message} Numbers may differ for that alone.`);
  const control = new RunControl();
  const stop = () => control.stop();
  io.signal.addEventListener('abort', stop);
  // Ctrl-C may have come while the data was read.
  if (io.signal.aborted) stop();
  try {
    const result = await replayRun(kept, {
      ...{ runtime, dataset, control },
      batchWorker: io.batchWorker,
      throughStep: steps,
      onTelemetry: ({ steps: done }) => tellProgress(done.at(-1) ?? 0, kept, io),
    });
    if (json) writeJson(io, { run: path, recordedSteps: kept.lastStep, ...result });
    else for (const line of inWords(result, kept)) writeLine(io.stdout, line);
    return result.difference === null && result.comparedSteps > 0 ? exitCode.success : exitCode.failure;
  } finally {
    io.signal.removeEventListener('abort', stop);
  }
}

function tellProgress(step: number, { lastStep }: KeptRun, { stderr }: CommandIo): void {
  if (stderr.isTTY === true) stderr.write(`\r\u001b[2KStep ${count(step)} of ${count(lastStep)}`);
}

function inWords(
  { steps, comparedSteps, difference }: ReplayResult,
  { lastStep }: KeptRun,
): readonly string[] {
  if (difference !== null) {
    const { step, what, recorded, now } = difference;
    return [`Step ${count(step)} differs: ${what} was ${recorded}, and is ${now} now.`];
  }
  if (comparedSteps === 0)
    return ['Nothing could be compared: the run holds no measurements of these steps.'];
  const rest = steps < lastStep ? ` of ${count(lastStep)}` : '';
  return [
    `The same to the last bit: ${count(steps)}${rest} steps trained again, ${count(comparedSteps)} of them measured and compared.`,
  ];
}
