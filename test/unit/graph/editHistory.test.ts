import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { applyEdit } from '../../../src/network/graph/edits';
import {
  endMerge,
  goTo,
  type History,
  record,
  redo,
  redoLabel,
  startHistory,
  undo,
  undoLabel,
} from '../../../src/network/graph/history';
import { moveLayers, renameLayer, setField } from '../../../src/network/graph/layerEdits';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { documents } from './documentArbitraries';
import { everyAction, planAnyAction } from './residualActions';

/** What a file would hold: documents are equal if and only if this is, order included. */
const content = (document: NetworkDocument) => JSON.stringify(document);

describe('an edit', () => {
  it('is taken back exactly by its inverse, and the inverse by its own', () => {
    fc.assert(
      fc.property(documents, everyAction, (document, action) => {
        const edit = planAnyAction(document, action);
        if (edit === null) return;
        const before = content(document);
        const there = applyEdit(document, edit);
        const back = applyEdit(there.document, there.inverse);
        const again = applyEdit(back.document, back.inverse);
        expect(content(back.document)).toBe(before);
        expect(content(again.document)).toBe(content(there.document));
        expect(content(document)).toBe(before);
        expect(there.inverse.label).toBe(edit.label);
      }),
      { numRuns: 500 },
    );
  });

  it('for a layer or connection that is not there is refused as a whole', () => {
    const document = lenet5.create();
    for (const change of [
      { type: 'removeNode', id: 'nobody' },
      { type: 'setLabel', id: 'nobody', label: 'x' },
      { type: 'setConfig', id: 'nobody', config: {} },
      { type: 'setFrozen', layers: { nobody: true } },
      { type: 'setLearningRateFactors', factors: { nobody: 2 } },
      { type: 'moveNodes', positions: { nobody: { x: 0, y: 0 } } },
      { type: 'removeEdge', edge: { from: 'conv1', to: 'conv2', input: 0 } },
    ] as const)
      expect(() => applyEdit(document, { label: 'Try', changes: [change] })).toThrow(/There is no/);
  });
});

describe('the history', () => {
  it('undoes any sequence of edits to the start and redoes it to the end, exactly', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(fc.tuple(everyAction, fc.constantFrom(undefined, 'a', 'b')), { maxLength: 30 }),
        (document, sequence) => {
          let history = startHistory(document);
          for (const [action, mergeKey] of sequence) {
            const edit = planAnyAction(history.document, action);
            if (edit !== null) history = record(history, edit, mergeKey);
          }
          const end = content(history.document);
          const entries = history.past.length;
          for (let step = 0; step < entries; step += 1) history = undo(history);
          expect(content(history.document)).toBe(content(document));
          expect(undo(history)).toBe(history);
          for (let step = 0; step < entries; step += 1) history = redo(history);
          expect(content(history.document)).toBe(end);
          expect(redo(history)).toBe(history);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('goes to any number of edits in it and back, and stays within it', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(everyAction, { maxLength: 12 }),
        fc.array(fc.integer({ min: -2, max: 14 }), { maxLength: 6 }),
        (document, sequence, ways) => {
          const states = [content(document)];
          let history = startHistory(document);
          for (const action of sequence) {
            const edit = planAnyAction(history.document, action);
            if (edit === null || edit.changes.length === 0) continue;
            history = record(history, edit);
            states.push(content(history.document));
          }
          for (const way of ways) {
            const made = Math.min(states.length - 1, Math.max(0, way));
            history = goTo(history, way);
            expect(history.past).toHaveLength(made);
            expect(history.past.length + history.future.length).toBe(states.length - 1);
            expect(content(history.document)).toBe(states[made]);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('makes one entry of a drag, however many moves it has', () => {
    const start = lenet5.create();
    let history = startHistory(start);
    for (let x = 0; x < 200; x += 1)
      history = record(history, moveLayers(history.document, { conv1: { x, y: 7 } }), 'drag');
    expect(history.past).toHaveLength(1);
    expect(history.past[0]?.redo.changes).toHaveLength(1);
    expect(history.past[0]?.undo.changes).toHaveLength(1);
    expect(undo(history).document).toEqual(start);
  });

  it('starts a new entry after endMerge, after another edit, and after undo', () => {
    const type = (history: History, filters: number, key = 'conv1.filters') =>
      record(history, setField(history.document, 'conv1', 'filters', filters), key);
    const once = type(startHistory(lenet5.create()), 8);
    expect(type(once, 9).past).toHaveLength(1);
    expect(type(endMerge(once), 9).past).toHaveLength(2);
    expect(type(once, 9, 'conv2.filters').past).toHaveLength(2);
    expect(type(undo(type(once, 9, 'other')), 10).past).toHaveLength(2);
    expect(type(redo(undo(once)), 10).past).toHaveLength(2);
  });

  it('forgets what was undone once another edit is made, and ignores edits that change nothing', () => {
    const start = startHistory(lenet5.create());
    const renamed = record(start, renameLayer(start.document, 'conv1', 'first'));
    const undone = undo(renamed);
    expect(redoLabel(undone)).toBe('Rename conv1');
    expect(record(undone, renameLayer(undone.document, 'conv1', ' conv1 '))).toBe(undone);
    const other = record(undone, renameLayer(undone.document, 'conv2', 'second'));
    expect(other.future).toEqual([]);
    expect([undoLabel(other), redoLabel(other), undoLabel(start)]).toEqual(['Rename conv2', null, null]);
  });
});
