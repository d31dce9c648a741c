/** TensorFlow spends 0.2 ms on each op before the first step, and memory and time on each in all that follow. */
import { describe, expect, test } from 'vitest';
import { trainedLayers } from '../../../src/engine/execution/trainedLayers';
import type { NodeDef } from '../../../src/engine/tensorflow/proto/messages';
import { type TrainingGraph, trainingGraph } from '../../../src/engine/tensorflow/training/trainingGraph';
import { analyse } from '../../../src/network/analysis/analyse';
import { findTemplate } from '../../../src/network/templates/templates';
import { leastTime } from '../leastTime';

function compile(id: string): TrainingGraph {
  const document = findTemplate(id)?.create();
  if (document === undefined) throw new Error(`There is no template "${id}".`);
  return trainingGraph(trainedLayers(document, analyse(document)), document.training, true);
}

/** Ops that run, or are found not to be needed, when a session fetches this. */
function opsBehind({ nodes }: TrainingGraph, fetch: string): ReadonlySet<NodeDef> {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const found = new Set<NodeDef>();
  const open = [fetch];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const node = byName.get(name.replace(/^\^|:\d+$/g, ''));
    if (node === undefined || found.has(node)) continue;
    found.add(node);
    open.push(...node.input);
  }
  return found;
}

const networks = ['lenet-5', 'resnet-20-cifar', 'vgg-16', 'resnet-152'] as const;

describe.each(networks)('%s', (id) => {
  const graph = compile(id);
  const step = opsBehind(graph, graph.step).size;
  const withNorms = opsBehind(graph, graph.stepWithNorms).size;
  const sampled = opsBehind(graph, graph.sampledStep).size;
  const weights = graph.trainedWeights.length;
  const norms = graph.measuredLayers.length + 3 * weights;

  test('a step takes at most 5.5 ops for each layer and weight', () => {
    expect(step).toBeLessThan(5.5 * (graph.measuredLayers.length + weights));
  });
  test('a norm takes at most 4.5 ops', () => {
    expect(withNorms - step).toBeLessThan(4.5 * norms);
  });
  test('mean, deviation and share of zeros of a layer take at most 14 ops', () => {
    expect(sampled - withNorms).toBeLessThan(14 * graph.measuredLayers.length);
  });
  test('the whole graph is at most 7 times as large as a step', () => {
    expect(graph.nodes.length).toBeLessThan(7 * step);
  });
});

test('ResNet-152 is compiled in at most 1 s of processor time', () => {
  expect(leastTime(() => compile('resnet-152'), 3)).toBeLessThan(1000);
});
