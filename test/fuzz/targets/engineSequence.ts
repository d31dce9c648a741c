import { setTimeout as pause } from 'node:timers/promises';
import { ResidentEngine } from '../../../src/engine/attachment/residentEngine';
import { analyse } from '../../../src/network/analysis/analyse';
import { checkProject } from '../../../src/network/graph/projectFile';
import { elementCount } from '../../../src/network/layers/shape';
import {
  type EngineCommand,
  type EngineEvent,
  engineCommandSchema,
  engineEventSchema,
} from '../../../src/protocol/engineMessages';
import type { Outcome } from '../campaign/fuzzTarget';
import { checkRefusal, FuzzFailure } from '../campaign/judgement';

export interface EngineStep {
  readonly command: unknown;
  /** Before the next one. */
  readonly pauseMilliseconds: number;
}

/** Larger networks take longer to build than an input may. */
const most = { weights: 200_000, values: 200_000, layers: 25 } as const;

/**
 * Sends commands to an engine of its own, and sees that each run that was asked for ends, and no other. The engine
 * writes its runs to `runsFolder`, or with null nowhere.
 */
export async function runEngine(steps: readonly EngineStep[], runsFolder: string | null): Promise<Outcome> {
  const engine = new ResidentEngine(runsFolder === null ? {} : { runsFolder });
  const events: EngineEvent[] = [];
  const orders = new Map<string, number>();
  engine.attach((event) => events.push(event));
  for (const { command, pauseMilliseconds } of steps) {
    const parsed = engineCommandSchema.safeParse(withFolder(command, events));
    const tamed = parsed.success ? tame(parsed.data) : null;
    if (tamed === null) continue;
    for (const runId of ordersOf(tamed)) orders.set(runId, (orders.get(runId) ?? 0) + 1);
    engine.handle(tamed);
    if (pauseMilliseconds > 0) await pause(pauseMilliseconds);
  }
  await untilEnded(engine, orders, events);
  const late: EngineEvent[] = [];
  engine.attach((event) => late.push(event))();
  await engine.dispose();
  for (const event of [...events, ...late]) checkEvent(event);
  for (const [runId, ordered] of orders)
    if (endsOf(events, runId) !== ordered)
      throw new FuzzFailure(`${ordered} orders of run ${runId} had ${endsOf(events, runId)} ends.`);
  return events.some(({ type }) => type === 'failed' || type === 'datasetFailed') ? 'refused' : 'accepted';
}

/** Stops what still runs, as often as it takes: of two orders under one id, a stop reaches the first. */
async function untilEnded(
  engine: ResidentEngine,
  orders: ReadonlyMap<string, number>,
  events: readonly EngineEvent[],
): Promise<void> {
  const open = () => [...orders].filter(([runId, ordered]) => endsOf(events, runId) < ordered);
  while (open().length > 0) {
    for (const [runId] of open()) engine.handle({ type: 'stop', runId });
    await pause(5);
  }
}

function endsOf(events: readonly EngineEvent[], runId: string): number {
  return events.filter((event) => isEnd(event) && event.runId === runId).length;
}

/** A run that is opened from disk ends as it did then, or was interrupted. */
function isEnd(
  event: EngineEvent,
): event is Extract<EngineEvent, { type: 'ended' | 'failed' | 'interrupted' }> {
  return event.type === 'ended' || event.type === 'failed' || event.type === 'interrupted';
}

/** The runs that a command asks for. */
function ordersOf(command: EngineCommand): readonly string[] {
  switch (command.type) {
    case 'trainTwin':
      return [command.runId, command.twinId];
    case 'train':
    case 'continue':
    case 'openRun':
    case 'resumeRun':
      return [command.runId];
    default:
      return [];
  }
}

/** In place of "$0" or "$1" the name of the first or second folder that a run was recorded in. */
function withFolder(command: unknown, events: readonly EngineEvent[]): unknown {
  if (typeof command !== 'object' || command === null || !('folder' in command)) return command;
  const place = /^\$(\d)$/.exec(String(command.folder))?.[1];
  if (place === undefined) return command;
  const folders = new Set(events.flatMap((event) => (event.type === 'recorded' ? [event.folder] : [])));
  return { ...command, folder: [...folders][Number(place)] ?? 'none' };
}

function checkEvent(event: EngineEvent): void {
  const parsed = engineEventSchema.safeParse(event);
  if (!parsed.success)
    throw new FuzzFailure(
      `The engine sent a ${event.type} that its own protocol refuses: ${parsed.error.message}`,
    );
  if (event.type !== 'failed' && event.type !== 'datasetFailed' && event.type !== 'unavailable') return;
  checkRefusal(event);
  if (/please report it/.test(event.advice))
    throw new FuzzFailure(`The engine did not expect this: ${event.message}`);
}

/** The same command for less work; null where it still would be too much. */
function tame(command: EngineCommand): EngineCommand | null {
  if (command.type === 'continue') return { ...command, epochs: Math.min(command.epochs, 2) };
  if (command.type === 'previewDataset') return isSmall(command.reference) ? command : null;
  if (command.type === 'trainTwin') {
    const [project, twin] = [tameProject(command.project), tameProject(command.twin)];
    return project === null || twin === null ? null : { ...command, project, twin };
  }
  if (command.type !== 'train') return command;
  const project = tameProject(command.project);
  return project === null ? null : { ...command, project };
}

type Project = Extract<EngineCommand, { type: 'train' }>['project'];

function tameProject(project: Project): Project | null {
  const { training } = project;
  if (!isSmall(training.dataset)) return null;
  const checked = checkProject(project);
  if ('document' in checked) {
    const { nodes, totals } = analyse(checked.document);
    const largest = Math.max(
      0,
      ...[...nodes.values()].map(({ outputShape }) => elementCount(outputShape ?? [])),
    );
    if (totals.trainable > most.weights || largest > most.values || nodes.size > most.layers) return null;
  }
  return { ...project, training: { ...training, epochs: Math.min(training.epochs, 2) } };
}

function isSmall(dataset: Extract<EngineCommand, { type: 'previewDataset' }>['reference']): boolean {
  if (dataset.type === 'mnist') return false;
  if (dataset.type !== 'synthetic') return true;
  const { height, width, channels, trainingImages, testImages, classes } = dataset;
  const values = height * width * channels;
  return values * (trainingImages + testImages + classes) <= most.values;
}
