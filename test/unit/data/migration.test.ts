import { expect, test } from 'vitest';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';

test('a project of version 1, which named its dataset with a word, opens as it was', () => {
  const document = lenet5.create();
  const { version: _, ...content } = JSON.parse(serialiseProject(document));
  const { normalisation: _n, augmentation: _a, ...training } = content.training;
  const old = { ...content, version: 1, training: { ...training, dataset: 'mnist' } };
  expect(parseProject(JSON.stringify(old))).toEqual({ document });
});
