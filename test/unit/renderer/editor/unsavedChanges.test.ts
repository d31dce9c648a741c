import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { renameLayer } from '../../../../src/network/graph/layerEdits';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import { useEditor } from '../../../../src/renderer/editor/editorStore';
import { countUnsavedChanges, hasUnsavedChanges } from '../../../../src/renderer/editor/unsavedChanges';

const editor = () => useEditor.getState();
let edits = 0;

function edit(): void {
  edits += 1;
  editor().apply(renameLayer(editor().history.document, 'conv1', `name ${edits}`));
}

function save(): void {
  editor().endMerge();
  editor().markSaved('/a.layerwise', editor());
}

beforeEach(() => editor().open(lenet5.create(), null));

test('unsaved changes are the steps between the document and the text that was saved', () => {
  const step = fc.constantFrom('edit', 'undo', 'redo', 'save');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      editor().open(lenet5.create(), null);
      // Position in the history, and where in it the saved text is; null where no step leads there any more.
      let [at, end, saved]: [number, number, number | null] = [0, 0, 0];
      for (const next of steps) {
        if (next === 'edit') {
          edit();
          if (saved !== null && saved > at) saved = null;
          at += 1;
          end = at;
        } else if (next === 'undo') {
          editor().undo();
          at = Math.max(0, at - 1);
        } else if (next === 'redo') {
          editor().redo();
          at = Math.min(end, at + 1);
        } else {
          save();
          saved = at;
        }
        if (saved === null) expect(countUnsavedChanges(editor())).toBeGreaterThan(0);
        else expect(countUnsavedChanges(editor())).toBe(Math.abs(at - saved));
        expect(hasUnsavedChanges(editor())).toBe(countUnsavedChanges(editor()) > 0);
      }
    }),
  );
});

test('a document that was restored with changes has them until it is saved', () => {
  editor().restore(lenet5.create(), '/a.layerwise', 3);
  expect(countUnsavedChanges(editor())).toBe(3);
  edit();
  expect(countUnsavedChanges(editor())).toBe(4);
  editor().undo();
  expect(countUnsavedChanges(editor())).toBe(3);
  save();
  expect(countUnsavedChanges(editor())).toBe(0);
  edit();
  expect(countUnsavedChanges(editor())).toBe(1);
  editor().restore(lenet5.create(), '/a.layerwise', 0);
  expect(hasUnsavedChanges(editor())).toBe(false);
});

test('what was edited while a save was under way stays unsaved; a project opened meanwhile stays as it came', () => {
  edit();
  editor().endMerge();
  const then = editor();
  edit();
  editor().markSaved('/a.layerwise', then);
  expect(countUnsavedChanges(editor())).toBe(1);
  editor().open(lenet5.create(), '/b.layerwise');
  editor().markSaved('/a.layerwise', then);
  expect(editor().path).toBe('/b.layerwise');
});
