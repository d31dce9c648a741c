import { AdviceError } from '../../engine/adviceError';
import { processorMemory } from '../../engine/capacity/deviceMemory';
import { DatasetShelf } from '../../engine/data/datasetShelf';
import { createEngine, type EngineOptions } from '../../engine/engine';
import { analyse } from '../../network/analysis/analyse';
import { inGigabytes } from '../../network/forecast/forecastText';
import type { NetworkDocument } from '../../network/graph/document';
import { applyEdit } from '../../network/graph/edits';
import { fitToDataset } from '../../network/graph/fitToDataset';
import { counterpartOf } from '../../network/twin/counterpart';
import { onEqualTerms } from '../../network/twin/equalTerms';
import { twinMemory } from '../../network/twin/twinMemory';
import type { Device, EngineEvent } from '../../protocol/engineMessages';
import { type CommandIo, writeJson, writeLine } from '../commandIo';
import { applyDeviceOptions } from '../deviceOptions';
import { exitCode } from '../exitCode';
import { openNetwork } from '../openNetwork';
import { stopReason } from '../stopReason';
import { dataFacts, orderedNetwork, readUnlessStopped, refuseErrors } from '../training/orderedNetwork';
import { projectOf } from '../training/project';
import { readableTwin } from '../twin/readableTwin';
import { twinReport } from '../twin/twinReport';
import { TwinSide } from '../twin/twinSide';
import type { TrainCommandOptions } from './train';

export interface TwinCommandOptions extends TrainCommandOptions {
  /** What it is compared with; its counterpart where it is left out. */
  readonly against?: string;
}

const runIds = ['first', 'second'] as const;

/**
 * `layerwise twin`: trains two networks on equal terms and compares them; returns the exit code. Throws an AdviceError
 * where one of them can't be trained, or there is no counterpart.
 */
export async function trainTwins(
  source: string,
  options: TwinCommandOptions,
  io: CommandIo,
): Promise<number> {
  const document = await orderedNetwork(source, options);
  refuseErrors(document, analyse(document));
  const twin = onEqualTerms(document, twinOf(document, options));
  refuseErrors(twin, analyse(twin));
  await applyDeviceOptions(options);
  const datasets = new DatasetShelf();
  const images = await readUnlessStopped(datasets, document, io.signal);
  if (images === null) return stopReason(io).exitCode;
  const sides = [document, twin].map((network) => new TwinSide(network, dataFacts(images)));
  const [first, second] = sides;
  if (first === undefined || second === undefined) throw new Error('There are two sides.');
  const say = (line: string) => writeLine(options.json ? io.stderr : io.stdout, line);
  const { out, steps, checkpointEvery } = options;
  const { batchWorker } = io;
  await trainBoth(
    [first, second],
    {
      datasets,
      ...(batchWorker !== undefined && { batchWorker }),
      ...(out !== undefined && { runsFolder: out }),
      ...(steps !== undefined && { stopAfterSteps: steps }),
      ...(checkpointEvery !== undefined && { checkpointEvery }),
    },
    io,
    say,
  );
  const report = twinReport(first, second);
  if (options.json) writeJson(io, report);
  else for (const line of readableTwin(report)) say(line);
  if (sides.some((side) => side.failed)) return exitCode.failure;
  if (sides.some((side) => side.end?.reason === 'stopped')) return stopReason(io).exitCode;
  return exitCode.success;
}

function twinOf(document: NetworkDocument, { against, fit }: TwinCommandOptions): NetworkDocument {
  if (against === undefined) {
    const counterpart = counterpartOf(document, analyse(document));
    if ('document' in counterpart) return counterpart.document;
    const { message, advice } = counterpart.problem;
    throw new AdviceError(message, `${advice} Or name the network to compare with: --against <file>.`);
  }
  const opened = onEqualTerms(document, openNetwork(against));
  const fitted = fit ? applyEdit(opened, fitToDataset(opened)).document : opened;
  return fitted.name === document.name ? { ...fitted, name: `${fitted.name} (${against})` } : fitted;
}

/** Trains both to the end, or until the command is told to stop. */
async function trainBoth(
  sides: readonly [TwinSide, TwinSide],
  options: EngineOptions,
  io: CommandIo,
  say: (line: string) => void,
): Promise<void> {
  let settle: () => void = () => {};
  const over = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const hear = (event: EngineEvent): void => {
    if (event.type === 'ready') warn(event.device, sides, io);
    if (!('runId' in event)) return;
    const side = sides[event.runId === runIds[0] ? 0 : 1];
    side.hear(event);
    if (event.type === 'noted' || event.type === 'failed')
      writeLine(io.stderr, `${event.message}\n${event.advice}`);
    if (event.type === 'epoch') say(side.epochText(event));
    // Nobody can press Resume here. The folder has all up to its last checkpoint.
    if (event.type === 'paused') engine.handle({ type: 'stop', runId: runIds[0] });
    if (sides.every((each) => each.over)) settle();
  };
  const engine = createEngine(hear, options);
  const stop = () => engine.handle({ type: 'stop', runId: runIds[0] });
  const [project, twin] = [projectOf(sides[0].document), projectOf(sides[1].document)];
  engine.handle({ type: 'trainTwin', runId: runIds[0], twinId: runIds[1], project, twin });
  io.signal.addEventListener('abort', stop);
  if (io.signal.aborted) stop();
  try {
    await over;
  } finally {
    io.signal.removeEventListener('abort', stop);
    await engine.dispose();
  }
}

/** On standard error, so that it is seen with --json too. */
function warn(
  { backend, device, note, advice }: Device,
  [one, other]: readonly TwinSide[],
  io: CommandIo,
): void {
  if (backend !== 'tensorflow')
    writeLine(io.stderr, [note, advice].filter((sentence) => sentence !== null).join(' '));
  if (device === 'gpu' || one === undefined || other === undefined) return;
  const needed = twinMemory(one.document, other.document, backend);
  const { freeMemoryBytes } = processorMemory(backend);
  if (needed !== null && needed > freeMemoryBytes)
    writeLine(
      io.stderr,
      `Both networks may not fit: they take about ${inGigabytes(needed)}, ${inGigabytes(freeMemoryBytes)} are free. Choose a smaller --batch.`,
    );
}
