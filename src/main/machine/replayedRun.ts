import type { TelemetryReader } from '../../engine/runs/telemetry/telemetryReader';
import type { EngineEvent, EngineEventOf } from '../../protocol/engineMessages';

/** Rows in one event at most, so that no message is vast. */
const rowsAtOnce = 4_000;

/** Runs that a replay tells of and that are written down, by their id; with the name of their folder. */
export function recordedRuns(replay: readonly EngineEvent[]): ReadonlyMap<string, string> {
  return new Map(
    replay.flatMap((event) => (event.type === 'recorded' ? [[event.runId, event.folder] as const] : [])),
  );
}

/**
 * A replay in which nothing is left out: the engine thins the steps of a long run for those who join it, and the copy of
 * its folder has them all. `copies` has what was measured in runs, by their id.
 */
export function completeReplay(
  replay: readonly EngineEvent[],
  copies: ReadonlyMap<string, TelemetryReader>,
): readonly EngineEvent[] {
  return replay.flatMap((event) => {
    const copy = event.type === 'telemetry' ? copies.get(event.runId) : undefined;
    const started = event.type === 'telemetry' ? startOf(replay, event.runId) : undefined;
    if (event.type !== 'telemetry' || copy === undefined || started === undefined) return [event];
    const fits = copy.nodes.length === started.nodes.length && copy.weights.length === started.weights.length;
    return fits ? allSteps(event, copy) : [event];
  });
}

function startOf(replay: readonly EngineEvent[], runId: string): EngineEventOf<'started'> | undefined {
  return replay.find((event) => event.type === 'started' && event.runId === runId) as
    | EngineEventOf<'started'>
    | undefined;
}

/** Up to the last step of the event: what comes behind it is told by live events. */
function allSteps(event: EngineEventOf<'telemetry'>, copy: TelemetryReader): readonly EngineEvent[] {
  const last = event.steps.at(-1) ?? 0;
  const beyond = copy.steps.findIndex((step) => step > last);
  const count = beyond < 0 ? copy.stepCount : beyond;
  // A copy that ends before is older than what the engine tells.
  if (copy.steps[count - 1] !== last) return [event];
  const { type, runId, imagesPerSecond, secondsLeft } = event;
  return Array.from({ length: Math.ceil(count / rowsAtOnce) }, (_, part) => ({
    ...{ type, runId, imagesPerSecond, secondsLeft },
    ...copy.rows(part * rowsAtOnce, Math.min(count, (part + 1) * rowsAtOnce)),
  }));
}
