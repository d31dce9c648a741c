import { assertNever } from '../../network/assertNever';
import { useEngine } from '../engine/engineStore';
import type { Run } from '../training/run';
import { isUnderWay, type RunPhase } from '../training/runPhase';
import type { RunState } from '../training/runState';
import { useRun } from '../training/runStore';
import { noteInLog, noteProblem } from './lastProblem';

/** What browsers report of a layout that takes another frame, and that is no fault. */
const noFault = /^ResizeObserver loop/;

/** From now on the log hears of the page's errors, of lost engines, and of when runs begin and end. */
export function followProblems(): void {
  window.addEventListener('error', ({ error, message }) => {
    if (!noFault.test(message)) noteProblem('window', wordsOf(error ?? message));
  });
  window.addEventListener('unhandledrejection', ({ reason }) => noteProblem('window', wordsOf(reason)));
  useEngine.subscribe(({ loss, engine }, before) => {
    if (loss !== null && loss !== before.loss) noteProblem('window', join(loss.message, loss.details));
    if (engine === before.engine) return;
    if (engine.state === 'broken' || engine.state === 'unavailable')
      noteProblem('window', join(engine.message, engine.advice, engine.details));
    else if (engine.state === 'ready') noteInLog({ source: 'window', kind: 'note', text: json(engine) });
  });
  useRun.follow((_tab, state, before) => {
    if (state.phase.status !== before.phase.status) noteRun(state, before.phase);
  });
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Told where a run begins and where it is over; pauses are left out. */
function noteRun({ phase, run }: RunState, before: RunPhase): void {
  switch (phase.status) {
    case 'failed':
      noteProblem('run', join(phase.message, phase.advice, phase.details));
      break;
    case 'lost':
      noteProblem('run', join(phase.message, phase.details));
      break;
    case 'preparing':
      noteInLog({ source: 'run', kind: 'note', text: 'asked for' });
      break;
    case 'running':
      if (before.status === 'preparing' && run !== null)
        noteInLog({ source: 'run', kind: 'note', text: `started ${json(sizesOf(run))}` });
      break;
    case 'ended':
    case 'interrupted':
      if (isUnderWay(before.status)) noteInLog({ source: 'run', kind: 'note', text: json(phase) });
      break;
    case 'idle':
    case 'pausing':
    case 'paused':
    case 'resuming':
    case 'stopping':
      break;
    default:
      assertNever(phase);
  }
}

function sizesOf({ document, stepsPerEpoch, epochCount, probe }: Run): object {
  const { dataset, optimizer, batchSize } = document.training;
  return {
    ...{ layers: document.nodes.length, dataset: dataset.type, optimizer: optimizer.type, batchSize },
    ...{ stepsPerEpoch, epochs: epochCount, probe: probe !== null },
  };
}

function join(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

function json(value: object): string {
  return JSON.stringify(value);
}
