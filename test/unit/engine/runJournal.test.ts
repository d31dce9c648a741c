import { expect, it } from 'vitest';
import { RunJournal } from '../../../src/engine/attachment/runJournal';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import { lenet5 } from '../../../src/network/templates/lenet5';
import type { EngineEvent } from '../../../src/protocol/engineMessages';

const project = projectSchema.parse(lenet5.create());

function orderPair(journal: RunJournal, runId: string): void {
  journal.order({ type: 'trainTwin', runId, project, twinId: `${runId}-twin`, twin: project });
}

function end(journal: RunJournal, runId: string): void {
  const event: EngineEvent = {
    type: 'ended',
    runId,
    ...{ reason: 'stopped', step: 0, message: null, node: null },
  };
  journal.record(event);
}

/** Ids of the run and its twin that a new window is told of. */
function told(journal: RunJournal): readonly (string | undefined)[] {
  const [attached] = journal.replay();
  if (attached?.type !== 'attached') throw new Error('Nothing was told.');
  return [attached.run?.runId, attached.twin?.runId];
}

it('forgets the twin of a pair that is forgotten before it has started', () => {
  const journal = new RunJournal();
  journal.order({ type: 'train', runId: 'before', project });
  end(journal, 'before');
  orderPair(journal, 'pair');
  expect(told(journal)).toEqual(['pair', 'pair-twin']);
  journal.order({ type: 'forget', runId: 'pair' });
  expect(told(journal)).toEqual(['before', undefined]);
});

it('keeps the twin of a pair that waits when the run before it is forgotten', () => {
  const journal = new RunJournal();
  journal.order({ type: 'train', runId: 'before', project });
  end(journal, 'before');
  orderPair(journal, 'pair');
  journal.order({ type: 'forget', runId: 'before' });
  expect(told(journal)).toEqual(['pair', 'pair-twin']);
});
