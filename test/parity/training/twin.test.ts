import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import { drawInitialWeights } from '../../../src/engine/initialWeights';
import { openKeptRun } from '../../../src/engine/runs/keptRun';
import { analyse } from '../../../src/network/analysis/analyse';
import { defaultSynthetic } from '../../../src/network/datasets/datasetReference';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import { defaultTrainingSettings } from '../../../src/network/graph/trainingSettings';
import { plainCifar } from '../../../src/network/templates/cifarResnet';
import { NetworkDraft } from '../../../src/network/templates/networkDraft';
import { checkSettings } from '../../../src/network/templates/template';
import { counterpartOf } from '../../../src/network/twin/counterpart';
import type { EngineEvent, EngineEventOf } from '../../../src/protocol/engineMessages';
import { smallNetwork } from './smallRun';

let runs = '';
let events: EngineEvent[] = [];
let engine = createEngine(() => {});
beforeAll(async () => {
  await engine.dispose();
  runs = mkdtempSync(join(tmpdir(), 'twin-'));
  engine = createEngine((event) => events.push(event), { runsFolder: runs, checkpointEvery: 3 });
});
afterAll(async () => {
  await engine.dispose();
  rmSync(runs, { recursive: true, force: true });
});

const eventsOf = <Type extends EngineEvent['type']>(type: Type, runId: string) =>
  events.filter(
    (event): event is EngineEventOf<Type> => event.type === type && 'runId' in event && event.runId === runId,
  );

const images = {
  ...defaultSynthetic,
  height: 12,
  width: 12,
  channels: 1,
  trainingImages: 120,
  testImages: 40,
};

/** Eight layers on 12×12 images. */
function plainNetwork(): NetworkDocument {
  const template = plainCifar(8);
  const checked = checkSettings(template, { input: 12, channels: 1, width: 0.25 });
  if ('problem' in checked) throw new Error(checked.problem.message);
  const document = template.create(checked.config);
  const training = { dataset: images, batchSize: 20, epochs: 2, telemetryEvery: 1, validationSplit: 0 };
  return { ...document, training: { ...document.training, ...training } };
}

/** Without activations nothing keeps the weights from growing at such a rate. */
function linearNetwork(): NetworkDocument {
  const draft = new NetworkDraft();
  let end = draft.layer('input', 'input', { height: 12, width: 12, channels: 1 });
  end = draft.layer('flatten', 'flatten', {}, end);
  for (const id of ['fc1', 'fc2']) end = draft.layer(id, 'dense', { units: 16 }, end);
  draft.layer('output', 'output', {}, draft.layer('fc3', 'dense', { units: 10 }, end));
  return draft.document('linear', {
    ...{ ...defaultTrainingSettings, dataset: images, batchSize: 20, epochs: 2, warmUpSteps: 0 },
    ...{ optimizer: { type: 'sgd' }, schedule: { type: 'constant' }, learningRate: 1000 },
  });
}

/** Trains both to the end and returns their folders. */
async function train(project: NetworkDocument, twin: NetworkDocument): Promise<readonly [string, string]> {
  events = [];
  engine.handle({
    ...{ type: 'trainTwin', runId: 'a', twinId: 'b' },
    project: projectSchema.parse(project),
    twin: projectSchema.parse(twin),
  });
  await vi.waitUntil(() => ['a', 'b'].every((id) => isOver(id)), { timeout: 60_000 });
  expect(events.filter(({ type }) => type === 'failed')).toEqual([]);
  const folder = (id: string) => join(runs, eventsOf('recorded', id)[0]?.folder ?? '');
  return [folder('a'), folder('b')];
}

const isOver = (id: string) => eventsOf('ended', id).length + eventsOf('failed', id).length > 0;

/** All that was measured at each step. */
function series(runId: string) {
  const bits = (values: Float32Array | Int32Array) => [...new Uint32Array(values.slice().buffer)];
  const telemetry = eventsOf('telemetry', runId);
  const names = Object.keys(telemetry[0] ?? {}).filter((name) => {
    const value = telemetry[0]?.[name as keyof EngineEventOf<'telemetry'>];
    return value instanceof Float32Array || value instanceof Int32Array;
  });
  return Object.fromEntries(
    names.map((name) => [name, telemetry.flatMap((event) => bits(event[name as 'losses']))]),
  );
}

describe('two networks trained on equal terms', () => {
  test('give bit-identical series where they are the same network, and can be told to be of one group', async () => {
    const network = smallNetwork({ dataset: images, batchSize: 20, epochs: 2 });
    const shaped = {
      ...network,
      nodes: network.nodes.map((node) =>
        node.kind === 'input' ? { ...node, config: { ...node.config, height: 12, width: 12 } } : node,
      ),
    };
    const [first, second] = await train(shaped, {
      ...shaped,
      training: { ...shaped.training, seed: 77, batchSize: 8, epochs: 9 },
    });
    const [a, b] = [series('a'), series('b')];
    expect(a['steps']).toHaveLength(12);
    expect(Object.keys(a).length).toBeGreaterThan(7);
    expect(b).toEqual(a);
    const scores = (id: string) =>
      eventsOf('epoch', id).map(({ loss, metric, validationLoss, validationMetric }) => [
        ...[loss, metric, validationLoss, validationMetric],
      ]);
    expect(scores('a')).toHaveLength(2);
    expect(scores('b')).toEqual(scores('a'));
    const [one, other] = [openKeptRun(first).record, openKeptRun(second).record];
    expect(one.group).toMatch(/^twin-/);
    expect(other.group).toBe(one.group);
    // Step by step: neither is more than a step ahead.
    const order = events.flatMap((event) => (event.type === 'epoch' ? [`${event.runId}${event.epoch}`] : []));
    expect(order).toEqual(['a1', 'b1', 'a2', 'b2']);
  }, 60_000);

  test('see the same first batches, and share the weights of the layers that both have', async () => {
    const plain = plainNetwork();
    // A rate that is zero in 32 bits: no weight moves, so that what a checkpoint holds is what they began with.
    const still = { ...plain, training: { ...plain.training, learningRate: 1e-60, weightDecay: 0 } };
    const counterpart = counterpartOf(still, analyse(still));
    if ('problem' in counterpart) throw new Error(counterpart.problem.message);
    expect(counterpart.becomes).toBe('residual');
    const [first, second] = await train(still, counterpart.document);
    const weights = (folder: string) => openKeptRun(folder).checkpoint?.weights ?? new Map();
    const [ofPlain, ofResidual] = [weights(first), weights(second)];
    const drawn = drawInitialWeights(analyse(still), still.training.seed);
    expect(drawn.size).toBeGreaterThan(20);
    for (const [name, values] of drawn) {
      if (name.includes('/moving')) continue;
      expect(ofPlain.get(name), name).toEqual(values);
      expect(ofResidual.get(name), name).toEqual(values);
    }
    // In front of the first shortcut both compute the same of the same images: the running statistics of the first
    // batch norm, over all batches of two epochs, would tell one image that differs.
    const statistics = [...ofPlain.keys()].filter((name) => name.startsWith('bn1/moving'));
    expect(statistics).toHaveLength(2);
    for (const name of statistics) expect(ofResidual.get(name), name).toEqual(ofPlain.get(name));
    expect(counterpart.document.nodes.length).toBeGreaterThan(still.nodes.length);
  }, 60_000);

  test('pause, resume and stop together, and go on as plain runs', async () => {
    events = [];
    const network = plainNetwork();
    const long = { ...network, training: { ...network.training, epochs: 400 } };
    const project = projectSchema.parse(long);
    engine.handle({ type: 'trainTwin', runId: 'a', twinId: 'b', project, twin: project });
    await vi.waitUntil(() => eventsOf('telemetry', 'b').length > 0, { timeout: 60_000 });
    engine.handle({ type: 'pause', runId: 'b' });
    await vi.waitUntil(() => eventsOf('paused', 'b').length > 0, { timeout: 60_000 });
    const paused = (id: string) => eventsOf('paused', id)[0]?.step;
    expect(paused('a')).toBe(paused('b'));
    engine.handle({ type: 'resume', runId: 'a' });
    await vi.waitUntil(() => eventsOf('resumed', 'b').length > 0, { timeout: 60_000 });
    engine.handle({ type: 'stop', runId: 'b' });
    await vi.waitUntil(() => isOver('a') && isOver('b'), { timeout: 60_000 });
    const ended = (id: string) => eventsOf('ended', id)[0];
    expect(ended('a')).toMatchObject({ reason: 'stopped', step: ended('b')?.step });

    engine.handle({ type: 'continue', runId: 'c', epochs: 1 });
    await vi.waitUntil(() => eventsOf('telemetry', 'c').length > 0, { timeout: 60_000 });
    expect(eventsOf('started', 'c')[0]?.firstStep).toBe(ended('a')?.step);
    const folder = eventsOf('recorded', 'b')[0]?.folder ?? '';
    engine.handle({ type: 'resumeRun', runId: 'd', folder });
    await vi.waitUntil(() => eventsOf('telemetry', 'd').some(({ steps }) => (steps[0] ?? 0) > 1), {
      timeout: 60_000,
    });
    engine.handle({ type: 'stop', runId: 'd' });
    await vi.waitUntil(() => isOver('d'), { timeout: 60_000 });
  }, 60_000);

  test('leave one another to go on where one diverges', async () => {
    const network = linearNetwork();
    const calm = { ...network, training: { ...network.training, learningRate: 0.001 } };
    await train(network, calm);
    const [diverged, finished] = [eventsOf('ended', 'a')[0], eventsOf('ended', 'b')[0]];
    expect(diverged?.reason).toBe('diverged');
    expect(finished).toMatchObject({ reason: 'finished', step: 12 });
    expect(diverged?.step).toBeLessThan(12);
  }, 60_000);

  test('say which of them can’t be trained, and train neither', async () => {
    events = [];
    const network = plainNetwork();
    const broken = { ...network, name: 'the broken one', edges: network.edges.slice(1) };
    engine.handle({
      ...{ type: 'trainTwin', runId: 'a', twinId: 'b' },
      project: projectSchema.parse(network),
      twin: projectSchema.parse(broken),
    });
    await vi.waitUntil(() => isOver('a') && isOver('b'), { timeout: 60_000 });
    expect(eventsOf('failed', 'a')[0]?.message).toMatch(/^the broken one: /);
    expect(eventsOf('failed', 'b')).toHaveLength(1);
    expect(eventsOf('started', 'a')).toEqual([]);
  }, 60_000);
});
