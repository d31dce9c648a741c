import { afterAll, expect, test, vi } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import { type EngineEvent, engineEventSchema } from '../../../src/protocol/engineMessages';
import { smallNetwork } from '../training/smallRun';

const events: EngineEvent[] = [];
const engine = createEngine((event) => events.push(event));
afterAll(() => engine.dispose());

/** The engine's answer, as it passes the protocol's check. */
async function ask(requestId: string, document: NetworkDocument): Promise<EngineEvent> {
  const project = projectSchema.parse(document);
  engine.handle({ type: 'probe', requestId, project, seeds: 2, batches: 2 });
  const answer = await vi.waitUntil(
    () => events.find((event) => 'requestId' in event && event.requestId === requestId),
    { timeout: 30_000 },
  );
  return engineEventSchema.parse(answer);
}

const noise = {
  type: 'synthetic',
  variant: 'noise',
  ...{
    height: 28,
    width: 28,
    channels: 1,
    classes: 10,
    noise: 1,
    seed: 1,
    trainingImages: 300,
    testImages: 10,
  },
} as const;

test('a probe answers with a norm for every layer and weight, and no run begins', async () => {
  const answer = await ask('norms', smallNetwork({ dataset: noise }));
  if (answer.type !== 'probed') throw new Error(JSON.stringify(answer));
  const { nodes, weights, activationGradientNorms, weightGradientNorms, weightNorms, data, nonFinite } =
    answer;
  for (const [place, { id }] of nodes.entries())
    if (id === 'input') expect(activationGradientNorms[place]).toBeNaN();
    else expect(activationGradientNorms[place], id).toBeGreaterThan(0);
  for (const [place, { node, name }] of weights.entries()) {
    // A bias in front of batch norm has no influence but for rounding.
    expect(weightGradientNorms[place], `${node}/${name}`).toBeGreaterThanOrEqual(0);
    if (name === 'kernel') expect(weightNorms[place], `${node}/${name}`).toBeGreaterThan(1);
  }
  expect(nonFinite).toBeNull();
  expect(data).toMatchObject({ label: 'Random labels', standIn: false, reason: null });
  expect(data.inputMean).toBeCloseTo(0, 1);
  expect(data.inputDeviation).toBeCloseTo(1, 1);
  expect(events.some((event) => 'runId' in event)).toBe(false);
});

test('two probes of one network measure the same', async () => {
  const document = smallNetwork({ dataset: noise });
  const [first, second] = [await ask('first', document), await ask('second', document)];
  if (first.type !== 'probed' || second.type !== 'probed') throw new Error('A probe failed.');
  expect(second.activationGradientNorms).toEqual(first.activationGradientNorms);
  expect(second.weightGradientNorms).toEqual(first.weightGradientNorms);
});

test('a network that differs in its first weights alone measures on the same graph what it measures on its own', async () => {
  const document = smallNetwork({ dataset: noise });
  const nodes = document.nodes.map((node) =>
    node.id === 'fc1' ? { ...node, config: { ...node.config, initialiser: 'glorotUniform' } } : node,
  );
  await ask('other weights before', document);
  const shared = await ask('shared', { ...document, nodes });
  await ask('another graph', { ...document, training: { ...document.training, weightDecay: 0.5 } });
  const own = await ask('own', { ...document, nodes });
  if (shared.type !== 'probed' || own.type !== 'probed') throw new Error('A probe failed.');
  expect(own.activationGradientNorms).toEqual(shared.activationGradientNorms);
  expect(own.weightNorms).toEqual(shared.weightNorms);
});

test('noise stands in for data that is not there, and the answer says why', async () => {
  const dataset = { type: 'folder', path: '/nowhere/at/all', resize: 'crop', colour: false } as const;
  const rest = { height: 28, width: 28, testShare: 0.2, splitSeed: 1, classes: 10 };
  const found = { trainingImages: 300, testImages: 10 };
  const answer = await ask('stand-in', smallNetwork({ dataset: { ...dataset, ...rest, ...found } }));
  if (answer.type !== 'probed') throw new Error(JSON.stringify(answer));
  expect(answer.data.standIn).toBe(true);
  expect(answer.data.reason).toContain('/nowhere/at/all');
  expect(answer.data.inputDeviation).toBeCloseTo(1, 1);
});

test('a network that can’t train is refused with the reason and what to do', async () => {
  const document = smallNetwork({ dataset: noise });
  const answer = await ask('broken', { ...document, edges: document.edges.slice(1) });
  expect(answer.type).toBe('probeFailed');
  if (answer.type === 'probeFailed') expect(answer.advice.length).toBeGreaterThan(10);
});
