import { describe, expect, it } from 'vitest';
import { goTo, record, startHistory } from '../../../../src/network/graph/history';
import { renameProject } from '../../../../src/network/graph/layerEdits';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import { historySteps, stepsListed } from '../../../../src/renderer/commandBar/historySteps';

function edited(times: number) {
  let history = startHistory(lenet5.create());
  for (let made = 1; made <= times; made += 1)
    history = record(history, renameProject(history.document, `Net ${made}`));
  return history;
}

describe('the steps of the history', () => {
  it.each([
    { edits: 0, at: 0, earlier: 0, first: 0, last: 0, later: 0 },
    { edits: 3, at: 3, earlier: 0, first: 0, last: 3, later: 0 },
    { edits: 3, at: 1, earlier: 0, first: 0, last: 3, later: 0 },
    { edits: 200, at: 200, earlier: 140, first: 140, last: 200, later: 0 },
    { edits: 200, at: 100, earlier: 40, first: 40, last: 160, later: 40 },
    { edits: 200, at: 0, earlier: 0, first: 0, last: stepsListed, later: 140 },
  ])('are those around the present one: $at of $edits', ({ edits, at, earlier, first, last, later }) => {
    const listed = historySteps(goTo(edited(edits), at));
    expect({ earlier: listed.earlier, later: listed.later }).toEqual({ earlier, later });
    expect(listed.steps.map(({ made }) => made)).toEqual(
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
  });

  it('bear the names of the edits, and begin with the project as it was opened', () => {
    const names = historySteps(goTo(edited(2), 1)).steps.map(({ label }) => label);
    expect(names).toEqual(['As it was opened', 'Rename project', 'Rename project']);
  });
});
