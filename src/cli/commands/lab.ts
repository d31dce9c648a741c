import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AdviceError } from '../../engine/adviceError';
import { DatasetShelf } from '../../engine/data/datasetShelf';
import { loadRuntime } from '../../engine/devices/runtime';
import { LaboratoryFile } from '../../engine/laboratory/laboratoryFile';
import { runExperiment } from '../../engine/laboratory/runExperiment';
import { RunControl } from '../../engine/train/runControl';
import type { Experiment } from '../../network/laboratory/experiment';
import { presets } from '../../network/laboratory/presets';
import { reportMarkdown } from '../../network/laboratory/reportMarkdown';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { applyDeviceOptions, type DeviceCommandOptions } from '../deviceOptions';
import { exitCode } from '../exitCode';
import { type ExperimentOptions, openExperiment } from '../laboratory/openExperiment';
import { jsonProgress, readableProgress } from '../laboratory/progress';
import { reportJson, reportLines } from '../laboratory/reportText';
import { writeFigures } from '../laboratory/writeFigures';
import { stopReason } from '../stopReason';
import { formatTable } from '../table';

export interface LabCommandOptions extends ExperimentOptions, DeviceCommandOptions {
  readonly json: boolean;
  /** Folder for the experiment's file and the runs of its trials; it goes on there when it is run again. */
  readonly out?: string;
  /** Folder that the plots are drawn to. */
  readonly figures?: string;
  /** Prints the report as a section of a Markdown page. */
  readonly markdown: boolean;
}

/** Name of the experiment's file in the folder of `--out`. */
const laboratoryFileName = 'laboratory.json';

/** `layerwise lab`: runs an experiment of many runs and returns the exit code; without a name it lists the presets. */
export async function runLaboratory(
  source: string | undefined,
  options: LabCommandOptions,
  io: CommandIo,
): Promise<number> {
  if (source === undefined) return listPresets(options.json, io);
  const experiment = openExperiment(source, options);
  await applyDeviceOptions(options);
  if (options.out !== undefined) return run(experiment, resolve(options.out), options, io);
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-lab-'));
  try {
    return await run(experiment, folder, options, io);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(
  experiment: Experiment,
  folder: string,
  options: LabCommandOptions,
  io: CommandIo,
): Promise<number> {
  const { json } = options;
  const file = LaboratoryFile.begin(join(folder, laboratoryFileName), experiment);
  const control = new RunControl();
  const stop = () => control.stop();
  io.signal.addEventListener('abort', stop);
  if (io.signal.aborted) stop();
  try {
    const runtime = await loadRuntime();
    const dataset = await new DatasetShelf().get(experiment.training.dataset);
    const bench = {
      runtime,
      dataset,
      control,
      runsFolder: join(folder, 'runs'),
      batchWorker: io.batchWorker,
    };
    const finished = await runExperiment(file, bench, json ? jsonProgress(io) : readableProgress(file, io));
    report(file, options, io);
    if (finished) return exitCode.success;
    writeLine(io.stderr, 'Stopped. What is done is above; the same command with the same --out goes on.');
    return io.signal.aborted ? stopReason(io).exitCode : exitCode.failure;
  } catch (error) {
    if (!(error instanceof AdviceError)) throw error;
    writeLine(io.stderr, `${error.message}\n${error.advice}`);
    return exitCode.failure;
  } finally {
    io.signal.removeEventListener('abort', stop);
  }
}

function report(file: LaboratoryFile, { json, markdown, figures }: LabCommandOptions, io: CommandIo): void {
  const pictures = figures === undefined ? [] : writeFigures(file, resolve(figures));
  if (json) writeJson(io, reportJson(file));
  else if (markdown) io.stdout.write(reportMarkdown(file.experiment, file.results, pictures));
  else for (const line of reportLines(file)) writeLine(io.stdout, line);
}

function listPresets(json: boolean, io: CommandIo): number {
  if (json)
    writeJson(
      io,
      presets.map(({ id, name, question, claim }) => ({ id, name, question, claim })),
    );
  else
    for (const line of formatTable(
      [
        { title: 'Preset', align: 'left', cell: ({ id }) => id },
        { title: 'Name', align: 'left', cell: ({ name }) => name },
        { title: 'Question', align: 'left', cell: ({ question }) => question },
      ],
      presets,
    ))
      writeLine(io.stdout, line);
  return exitCode.success;
}
