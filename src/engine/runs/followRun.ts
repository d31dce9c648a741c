import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunEvent } from '../../protocol/engineMessages';
import type { StepControl } from '../train/runControl';
import { GrowingStory } from './growingStory';
import { openKeptRun } from './keptRun';
import { findTrainer } from './runLock';
import { tellEnd } from './runStory';

/** Between two looks, in milliseconds; longer where a look takes long. */
const shortestPause = 300;

/**
 * Tells of a run that another process trains, on this machine or on one that shares its disk: what is written down, and
 * then what comes, until it ends or `control` stops the watching. Throws an AdviceError where the folder is gone.
 */
export async function followRun(
  path: string,
  runId: string,
  control: StepControl,
  send: (event: RunEvent) => void,
): Promise<void> {
  const waiting = {
    type: 'preparing',
    runId,
    activity: 'Waiting for the first measured step',
    progress: null,
  } as const;
  const tell = (): GrowingStory | null => {
    const kept = openKeptRun(path);
    // The names of the layers come with the first row.
    if (kept.telemetry === null) {
      send(waiting);
      return null;
    }
    const begun = new GrowingStory(kept, runId, send);
    send({ type: 'noted', runId, ...watchNote(path) });
    return begun;
  };
  let story = tell();
  let seen = sizesOf(path);
  for (;;) {
    const ended = findTrainer(path) === null;
    const begun = performance.now();
    const sizes = sizesOf(path);
    if (sizes !== seen && (story === null || !story.tellMore())) story = tell();
    seen = sizes;
    if (ended) break;
    await delay(Math.max(shortestPause, 4 * (performance.now() - begun)));
    if (await control.turn()) continue;
    return send({ type: 'interrupted', runId, step: story?.step ?? 0, elsewhere: true });
  }
  for (const event of tellEnd(openKeptRun(path), runId)) send(event);
}

function watchNote(path: string): { readonly message: string; readonly advice: string } {
  const trainer = findTrainer(path);
  const who = trainer === null ? 'Another process' : `Process ${trainer.pid} on ${trainer.host}`;
  return {
    message: `${who} trains this run; it is shown here as it grows.`,
    advice: 'Stop ends the watching, not the training.',
  };
}

/** Changes whenever something was written. */
function sizesOf(path: string): string {
  return [join('telemetry', 'steps.i32'), 'metrics.jsonl']
    .map((file) => statSync(join(path, file), { throwIfNoEntry: false })?.size ?? -1)
    .join(' ');
}
