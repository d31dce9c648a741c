import { describe, expect, it, test } from 'vitest';
import { analyse } from '../../../src/network/analysis/analyse';
import { datasetFacts } from '../../../src/network/datasets/datasetFacts';
import { type DatasetReference, defaultSynthetic } from '../../../src/network/datasets/datasetReference';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import { fitToDataset } from '../../../src/network/graph/fitToDataset';
import { templates } from '../../../src/network/templates/templates';

const references: readonly DatasetReference[] = [
  { type: 'mnist' },
  { type: 'cifar-10' },
  { type: 'cifar-100' },
  { ...defaultSynthetic, height: 64, width: 48, channels: 2, classes: 3 },
];

function withDataset(document: NetworkDocument, dataset: DatasetReference): NetworkDocument {
  return { ...document, training: { ...document.training, dataset } };
}

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_id, template) => {
  test.each(references.map((reference) => [datasetFacts(reference).label, reference] as const))(
    'takes %s once it is fitted, and is as it was when that is undone',
    (_label, reference) => {
      const document = withDataset(template.create(), reference);
      const { imageShape, classes } = datasetFacts(reference);
      const fitted = applyEdit(document, fitToDataset(document));
      const { nodes, problems } = analyse(fitted.document);
      const input = fitted.document.nodes.find(({ kind }) => kind === 'input');
      expect(nodes.get(input?.id ?? '')?.outputShape).toEqual(imageShape);
      // Images may be too small for a deep network, which is said in words; the classes are right in any case.
      const told = problems.filter(({ severity }) => severity === 'error');
      if (told.length === 0)
        for (const output of fitted.document.nodes.filter(({ kind }) => kind === 'output'))
          expect(nodes.get(output.id)?.outputShape).toEqual([classes]);
      for (const { message } of told) expect(message).not.toMatch(/ images are | classes; /);
      expect(fitToDataset(fitted.document).changes).toEqual([]);
      expect(applyEdit(fitted.document, fitted.inverse).document).toEqual(document);
    },
  );
});

it('changes nothing in a network that fits', () => {
  const [lenet] = templates;
  if (lenet === undefined) throw new Error('There are no templates.');
  expect(fitToDataset(lenet.create()).changes).toEqual([]);
});
