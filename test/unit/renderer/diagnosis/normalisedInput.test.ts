import { expect, it } from 'vitest';
import { applyEdit } from '../../../../src/network/graph/edits';
import { diagnose } from '../../../../src/network/health/diagnose';
import { dataFacts } from '../../../../src/renderer/diagnosis/dataFacts';
import { lenet } from '../../health/judgedNetworks';
import { observed, trainedBy } from '../../health/observed';

it('a network that is shown raw pixels is told to normalise them, and then it is told nothing', () => {
  const statistics = { trainingCounts: Int32Array.of(5, 5), means: [0.5], deviations: [0.25] };
  const judge = (document: typeof lenet) =>
    diagnose(observed(document, { data: dataFacts(statistics, document.training.normalisation) }));
  const raw = trainedBy(lenet, { normalisation: 'none' });
  const [verdict] = judge(raw);
  const [remedy] = verdict?.remedies ?? [];
  if (remedy === undefined) throw new Error('nothing was offered');
  expect(verdict?.kind).toBe('input-not-normalised');
  expect(judge(applyEdit(raw, remedy.edit).document)).toEqual([]);
});
