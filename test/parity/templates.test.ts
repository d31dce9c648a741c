import { expect, test } from 'vitest';
import { analyse } from '../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../src/network/graph/document';
import { templates } from '../../src/network/templates/templates';
import { noiseBatch } from './cases/batches';
import { graphExecutor, withExecutor } from './cases/executors';
import { reducedSettings } from './cases/reducedSettings';

const tensorflow = graphExecutor();
const size = 2;
const classes = 10;

/** So large that a weight with any gradient moves by more than float32 rounds away. */
const learningRate = 1000;

/** Each reduced template once: those of a family whose depth is a setting are equal. */
const reduced = new Map(
  templates.map((template) => {
    const { nodes, edges, training } = template.create(reducedSettings(template));
    const document: NetworkDocument = {
      name: template.id,
      nodes,
      edges,
      blocks: [],
      // Nothing but gradients moves weights.
      training: { ...training, weightDecay: 0, optimizer: { type: 'sgd' }, warmUpSteps: 0 },
    };
    return [JSON.stringify([nodes, edges]), document] as const;
  }),
);

test.each([...reduced.values()].map((document) => [document.name, document] as const))(
  'every weight of %s takes a step along a finite gradient',
  (_name, document) => {
    const { problems, trains } = analyse(document);
    expect(trains).toBe(true);
    // Batch norm takes the bias in front of it away, and its gradient with it.
    const biases = new Set(
      problems.filter(({ message }) => /^The bias of .* has no effect/.test(message)).map(({ node }) => node),
    );
    const input = document.nodes.find(({ kind }) => kind === 'input')?.config;
    const shape = [input?.['height'], input?.['width'], input?.['channels']].map(Number);
    withExecutor(tensorflow, document, (executor) => {
      const before = executor.readWeights();
      const batch = noiseBatch(shape, size, classes);
      const result = executor.step(batch, { learningRate, step: 0, telemetry: false });
      expect(result.finite).toBe(true);
      const after = executor.readWeights();
      expect(executor.weights.length).toBeGreaterThan(0);
      const unmoved = executor.weights.filter(({ node, name }) => {
        const [old, moved] = [before, after].map((weights) => weights.get(`${node}/${name}`));
        const some = moved?.some((value, index) => value !== old?.[index]) ?? false;
        const finite = moved?.every(Number.isFinite) ?? false;
        return !finite || !(some || (name === 'bias' && biases.has(node)));
      });
      expect(unmoved).toEqual([]);
    });
  },
);
