import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { datasetFacts } from '../../../src/network/datasets/datasetFacts';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { headForDataset } from '../../../src/network/graph/headForDataset';
import { layersNamed } from '../../../src/network/graph/layerPattern';
import { layersBefore, withWeights } from '../../../src/network/graph/layersBefore';
import { headsOf, replaceHead } from '../../../src/network/graph/replaceHead';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { lenet5Original } from '../../../src/network/templates/lenet5Original';
import { templates } from '../../../src/network/templates/templates';

function replaced(document: NetworkDocument, classes: number) {
  const result = replaceHead(document, analyse(document), classes);
  if ('problem' in result) throw new Error(result.problem.message);
  return { ...applyEdit(document, result.edit), heads: result.heads, label: result.edit.label };
}

describe('a new head', () => {
  const chosen = templates.filter(({ id }) => !/101|110|152|164|lenet-5-original/.test(id));

  it.each(chosen.map((template) => [template.id, template.create()] as const))(
    'of %s is fresh and learns alone; taking it back restores all',
    (_id, document) => {
      const classes = datasetFacts(document.training.dataset).classes;
      const { document: after, inverse, heads } = replaced(document, classes);
      expect(heads.length).toBe(headsOf(document).length);
      expect(document.nodes.filter(({ id }) => heads.includes(id))).toEqual([]);
      const { trains, nodes, totals } = analyse(after);
      expect(trains).toBe(true);
      for (const [id, { trainable }] of nodes) expect(trainable > 0).toBe(heads.includes(id));
      const before = analyse(document).totals;
      expect(totals.trainable + totals.nonTrainable).toBe(before.trainable + before.nonTrainable);
      expect(after.edges.map(({ from }) => from)).toHaveLength(document.edges.length);
      expect(JSON.stringify(applyEdit(after, inverse).document)).toBe(JSON.stringify(document));
    },
  );

  it('has as many units as it is to tell classes apart, and keeps its place and settings', () => {
    const { document, label } = replaced(lenet5.create(), 3);
    const [before, after] = [lenet5.create().nodes, document.nodes].map((nodes) => nodes.at(-2));
    expect(after).toEqual({ ...before, id: 'fc4', label: 'fc4', config: { ...before?.config, units: 3 } });
    expect(label).toBe('Replace fc3');
  });

  it('can come with another dataset, whose images the network then takes, in one step', () => {
    const document = lenet5.create();
    const result = headForDataset(document, { type: 'cifar-100' }, 100);
    if ('problem' in result) throw new Error(result.problem.message);
    const { document: after, inverse } = applyEdit(document, result.edit);
    const { trains, nodes } = analyse(after);
    expect(trains).toBe(true);
    expect(after.training.dataset).toEqual({ type: 'cifar-100' });
    expect(nodes.get('input')?.outputShape).toEqual([32, 32, 3]);
    expect(nodes.get('fc4')?.outputShape).toEqual([100]);
    expect(applyEdit(after, inverse).document).toEqual(document);
    const same = headForDataset(document, document.training.dataset, 10);
    expect(same).toEqual(replaceHead(document, analyse(document), 10));
  });

  it('is refused where there is none, and where it could learn nothing', () => {
    const original = lenet5Original.create();
    for (const document of [{ ...lenet5.create(), edges: [] }, original])
      expect(replaceHead(document, analyse(document), 3)).toHaveProperty('problem');
  });
});

describe('layers that are chosen together', () => {
  const document = lenet5.create();

  it('are those before one, of which some have weights', () => {
    const before = layersBefore(document, 'fc1');
    expect(before.has('fc1')).toBe(false);
    expect(withWeights(document, analyse(document), before)).toEqual(['conv1', 'conv2']);
  });

  it.each([
    ['conv1', ['conv1']],
    ['CONV*', ['conv1', 'conv2']],
    ['*2', ['conv2', 'relu2', 'pool2', 'fc2']],
    ['conv', []],
    ['fc.', []],
    ['features', ['conv1', 'relu1']],
  ])('are named by %s', (pattern, ids) => {
    const block = { id: 'b1', label: 'features', parent: null, collapsed: false, position: { x: 0, y: 0 } };
    const nodes = document.nodes.map((node) =>
      ['conv1', 'relu1'].includes(node.id) ? { ...node, block: 'b1' } : node,
    );
    expect(layersNamed({ ...document, nodes, blocks: [block] }, pattern)).toEqual(ids);
  });
});
