import { expect, test } from 'vitest';
import { analyse } from '../../src/network/analysis/analyse';
import { noiseBatch } from './cases/batches';
import { executorKinds, withExecutor } from './cases/executors';
import { imageShapeOf, reducedTemplates } from './cases/reducedTemplates';

const kinds = await executorKinds();
const size = 2;
const classes = 10;

/** So large that a weight with any gradient moves by more than float32 rounds away. */
const learningRate = 1000;

test.each(
  reducedTemplates.flatMap((document) =>
    kinds.map((kind) => [document.name, kind.name, document, kind] as const),
  ),
)('every weight of %s takes a step along a finite gradient, %s', (_name, _kind, document, kind) => {
  const { problems, trains } = analyse(document);
  expect(trains).toBe(true);
  // Batch norm takes the bias in front of it away, and its gradient with it.
  const biases = new Set(
    problems.filter(({ message }) => /^The bias of .* has no effect/.test(message)).map(({ node }) => node),
  );
  withExecutor(kind, document, (executor) => {
    const before = executor.readWeights();
    const batch = noiseBatch(imageShapeOf(document), size, classes);
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
});
