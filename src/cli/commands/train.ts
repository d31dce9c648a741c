import { performance } from 'node:perf_hooks';
import { AdviceError } from '../../engine/adviceError';
import { DatasetShelf } from '../../engine/data/datasetShelf';
import { createEngine, type EngineOptions } from '../../engine/engine';
import { claimRunFolder } from '../../engine/runs/runFolder';
import { analyse } from '../../network/analysis/analyse';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import { applyEdit } from '../../network/graph/edits';
import { fitToDataset } from '../../network/graph/fitToDataset';
import type { Device, EngineEventOf } from '../../protocol/engineMessages';
import { type CommandIo, type StopReason, writeLine } from '../commandIo';
import { applyDeviceOptions, type DeviceCommandOptions } from '../deviceOptions';
import { exitCode } from '../exitCode';
import { openNetwork } from '../openNetwork';
import { chooseDataset } from '../training/datasetOption';
import { jsonReport } from '../training/jsonReport';
import { projectOf } from '../training/project';
import { readableReport } from '../training/readableReport';
import { applyOptions, type TrainOptions } from '../training/trainOptions';
import { TrainReport } from '../training/trainReport';

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
}

const runId = 'command-line';

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
  if (!(await readUnlessStopped(datasets, document, io.signal))) return stopReason(io).exitCode;
  if (options.out !== undefined) claimRunFolder(options.out);
  const end = await run(document, analysis, io, options.json, {
    datasets,
    ...(io.batchWorker !== undefined && { batchWorker: io.batchWorker }),
    ...(options.out !== undefined && { runFolder: options.out }),
    ...(options.steps !== undefined && { stopAfterSteps: options.steps }),
  });
  if (end.type === 'failed') {
    writeLine(io.stderr, `${end.message}\n${end.advice}`);
    return exitCode.failure;
  }
  if (end.reason === 'stopped') return stopReason(io).exitCode;
  if (end.message !== null) writeLine(io.stderr, end.message);
  return end.reason === 'finished' ? exitCode.success : exitCode.failure;
}

/** Reads the network's dataset; false where the command was told to stop meanwhile. */
async function readUnlessStopped(
  datasets: DatasetShelf,
  { training }: NetworkDocument,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await datasets.get(training.dataset, () => signal.throwIfAborted());
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

/** Trains to the end, or until the command is told to stop. */
async function run(
  document: NetworkDocument,
  analysis: Analysis,
  io: CommandIo,
  json: boolean,
  options: EngineOptions,
): Promise<EngineEventOf<'ended' | 'failed'>> {
  const report = new TrainReport(document, analysis, json ? jsonReport(io) : readableReport(io), () =>
    performance.now(),
  );
  let settle: (end: EngineEventOf<'ended' | 'failed'>) => void = () => {};
  const ended = new Promise<EngineEventOf<'ended' | 'failed'>>((resolve) => {
    settle = resolve;
  });
  const engine = createEngine((event) => {
    report.hear(event);
    if (event.type === 'ready') warnOfSlowDevice(event.device, io);
    if (event.type === 'ended' || event.type === 'failed') settle(event);
  }, options);
  engine.handle({ type: 'train', runId, project: projectOf(document) });
  const stop = () => engine.handle({ type: 'stop', runId });
  io.signal.addEventListener('abort', stop);
  if (io.signal.aborted) stop();
  try {
    return await ended;
  } finally {
    io.signal.removeEventListener('abort', stop);
    await engine.dispose();
  }
}

/** On standard error, so that it is seen with --json too. */
function warnOfSlowDevice({ backend, note, advice }: Device, io: CommandIo): void {
  if (backend === 'tensorflow') return;
  writeLine(io.stderr, [note, advice].filter((sentence) => sentence !== null).join(' '));
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

function stopReason({ signal }: CommandIo): StopReason {
  const reason: unknown = signal.reason;
  const known = typeof reason === 'object' && reason !== null && 'exitCode' in reason;
  return known && typeof reason.exitCode === 'number'
    ? { exitCode: reason.exitCode }
    : { exitCode: exitCode.failure };
}
