import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { setFrozen, setStartingWeights } from '../../../src/network/graph/fineTuningEdits';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { templates } from '../../../src/network/templates/templates';

function frozen(document: NetworkDocument, ids: readonly string[]): NetworkDocument {
  return applyEdit(document, setFrozen(document, ids, true)).document;
}

const all = ({ nodes }: NetworkDocument) => nodes.map(({ id }) => id);
const someTemplates = templates.filter(({ id }) => /lenet|^resnet-20|googlenet/.test(id));

describe('of frozen layers', () => {
  it.each(someTemplates.map((template) => [template.id, template.create()] as const))(
    '%s: parameters don’t train, and are counted once all the same',
    (_id, document) => {
      const { nodes, totals } = analyse(document);
      expect(totals.frozen).toBe(0);
      for (const [id, { trainable, nonTrainable, differentiated }] of nodes) {
        expect(differentiated).toBe(true);
        const after = analyse(frozen(document, [id]));
        expect(after.nodes.get(id)).toMatchObject({
          ...{ trainable: 0, nonTrainable: trainable + nonTrainable, frozen: trainable },
        });
        if (nodes.get(id)?.usedInTraining !== true) continue;
        expect(after.totals.trainable).toBe(totals.trainable - trainable);
        expect(after.totals.frozen).toBe(trainable);
      }
    },
  );

  it('gradients are known from the lowest layer on that learns', () => {
    const { nodes } = analyse(frozen(lenet5.create(), ['conv1', 'fc1']));
    const unknown = [...nodes].filter(([, { differentiated }]) => !differentiated).map(([id]) => id);
    expect(unknown).toEqual(['input', 'conv1', 'relu1', 'pool1']);
  });

  it('nothing else hangs on them where they have no weights', () => {
    const { nodes, problems } = analyse(frozen(lenet5.create(), ['input', 'relu1']));
    expect([...nodes.values()].every(({ differentiated }) => differentiated)).toBe(true);
    expect(problems).toEqual([]);
  });
});

describe('problems of frozen layers', () => {
  const document = lenet5.create();

  it('all frozen, nothing can be trained', () => {
    const { trains, problems } = analyse(frozen(document, all(document)));
    expect(trains).toBe(false);
    expect(problems[0]).toMatchObject({ severity: 'error', message: expect.stringContaining('frozen') });
  });

  it.each([
    [['conv1'], 'conv1', 'conv1 is frozen without weights to start from'],
    [['conv1', 'relu1', 'conv2'], null, 'conv1 and 1 more layer are frozen without weights'],
    [['conv1', 'conv2', 'fc1'], null, 'conv1 and 2 more layers are frozen without weights'],
  ])('%s frozen at random values is a warning', (ids, node, message) => {
    const partly = frozen(document, ids);
    expect(analyse(partly)).toMatchObject({
      trains: true,
      problems: [{ severity: 'warning', node, message: expect.stringContaining(message) }],
    });
    const begun = setStartingWeights(partly, { type: 'run', run: 'lenet-5-1', name: 'LeNet-5' });
    expect(analyse(applyEdit(partly, begun).document).problems).toEqual([]);
  });
});
