import { performance } from 'node:perf_hooks';
import { createEngine, type EngineOptions } from '../../engine/engine';
import type { Analysis } from '../../network/analysis/analysis';
import type { NetworkDocument } from '../../network/graph/document';
import type { DataFacts } from '../../network/health/observation';
import type { Device, EngineCommand, EngineEventOf } from '../../protocol/engineMessages';
import { type CommandIo, writeLine } from '../commandIo';
import { exitCode } from '../exitCode';
import { expectedMemory } from '../expectedMemory';
import { stopReason } from '../stopReason';
import { jsonReport } from './jsonReport';
import { readableReport } from './readableReport';
import { TrainReport } from './trainReport';

/** A run that a command is to see through. */
export interface SupervisedRun {
  readonly document: NetworkDocument;
  readonly analysis: Analysis;
  /** Of the training images, for the diagnosis; null where they were not looked at. */
  readonly data: DataFacts | null;
  /** What starts it. */
  readonly command: Extract<EngineCommand, { type: 'train' | 'resumeRun' }>;
  readonly options: EngineOptions;
  /** One JSON object a line in place of text for people. */
  readonly json: boolean;
  /** What the engine would note, and was said before it began. */
  readonly told?: string | null;
}

/** Trains to the end, or until the command is told to stop; returns the exit code. */
export async function superviseRun(run: SupervisedRun, io: CommandIo): Promise<number> {
  const { command, options, json } = run;
  const { runId } = command;
  const report = new TrainReport(run, json ? jsonReport(io) : readableReport(io), () => performance.now());
  // A run from disk is told from its beginning; what is reported here is what is trained now.
  let past = command.type === 'resumeRun';
  let unwritten = false;
  let settle: (end: EngineEventOf<'ended' | 'failed'>) => void = () => {};
  const ended = new Promise<EngineEventOf<'ended' | 'failed'>>((resolve) => {
    settle = resolve;
  });
  const engine = createEngine((event) => {
    if (event.type === 'preparing' || event.type === 'failed') past = false;
    if (!past || event.type === 'ready') report.hear(event);
    if (event.type === 'ready') {
      warnOfSlowDevice(event.device, io);
      warnOfShortage(run, event.device, io);
    }
    if (event.type === 'noted' && event.message !== run.told)
      writeLine(io.stderr, `${event.message}\n${event.advice}`);
    // Nobody can press Resume here. The folder has all up to its last checkpoint.
    if (event.type === 'paused') {
      unwritten = true;
      stop();
    }
    if (!past && (event.type === 'ended' || event.type === 'failed')) settle(event);
  }, options);
  const stop = () => engine.handle({ type: 'stop', runId });
  engine.handle(command);
  io.signal.addEventListener('abort', stop);
  if (io.signal.aborted) stop();
  try {
    return exitCodeOf(await ended, unwritten, io);
  } finally {
    io.signal.removeEventListener('abort', stop);
    await engine.dispose();
  }
}

function exitCodeOf(end: EngineEventOf<'ended' | 'failed'>, unwritten: boolean, io: CommandIo): number {
  if (end.type === 'failed') {
    writeLine(io.stderr, `${end.message}\n${end.advice}`);
    return exitCode.failure;
  }
  if (unwritten) return exitCode.failure;
  if (end.reason === 'stopped') return stopReason(io).exitCode;
  if (end.message !== null) writeLine(io.stderr, end.message);
  return end.reason === 'finished' ? exitCode.success : exitCode.failure;
}

/** On standard error, so that it is seen with --json too. */
function warnOfSlowDevice({ backend, note, advice }: Device, io: CommandIo): void {
  if (backend === 'tensorflow') return;
  writeLine(io.stderr, [note, advice].filter((sentence) => sentence !== null).join(' '));
}

/** A run that is not expected to fit into memory is tried all the same: the forecast may be wrong. */
function warnOfShortage(
  { document, analysis }: SupervisedRun,
  { backend, device }: Device,
  io: CommandIo,
): void {
  const shortage = device === 'gpu' ? null : expectedMemory(document, analysis, backend)?.shortage;
  if (shortage) writeLine(io.stderr, shortage);
}
