import { projectSchema } from '../../network/graph/projectSchema';
import type { RunEvent } from '../../protocol/engineMessages';
import type { KeptRun } from './keptRun';

/** So many sampled steps are told of a run from disk, spread evenly. */
const toldSteps = 2_000;

/**
 * A run from disk as the events that told it when it was trained: its start, what was measured, its epochs, and how it
 * ended. With `throughStep` only that far and without an end, for a run that goes on from there.
 */
export function tellStory(kept: KeptRun, runId: string, throughStep?: number): readonly RunEvent[] {
  const { document, record, epochs, metrics, place, lastStep } = kept;
  const past = throughStep ?? lastStep;
  const nodes = kept.telemetry?.nodes ?? [];
  const weights = kept.telemetry?.weights ?? [];
  const events: RunEvent[] = [
    { type: 'opened', runId, project: projectSchema.parse(document) },
    { type: 'started', runId, nodes, weights, epochs, firstStep: 0, ...record.sizes },
  ];
  const columns = kept.telemetryThrough(past, toldSteps);
  if (columns !== null)
    events.push({ type: 'telemetry', runId, ...columns, imagesPerSecond: 0, secondsLeft: 0 });
  for (const epoch of metrics.epochs) if (epoch.step <= past) events.push({ type: 'epoch', runId, ...epoch });
  events.push({ type: 'recorded', runId, step: kept.checkpoint?.step ?? 0, ...place });
  return throughStep === undefined ? [...events, ...tellEnd(kept, runId)] : events;
}

/** How a run from disk ended, or that it did not. */
export function tellEnd({ metrics: { end }, lastStep }: KeptRun, runId: string): readonly RunEvent[] {
  return [
    end === null
      ? { type: 'interrupted', runId, step: lastStep, elsewhere: false }
      : { type: 'ended', runId, ...end },
  ];
}
