import { beforeEach, expect, test } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import { moveLayers, removeLayers, renameProject, setField } from '../../../../src/network/graph/layerEdits';
import { addNote } from '../../../../src/network/graph/notes/noteEdits';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import { useEditor } from '../../../../src/renderer/editor/editorStore';
import { useNotice } from '../../../../src/renderer/editor/noticeStore';
import { hasUnsavedChanges } from '../../../../src/renderer/editor/unsavedChanges';

const editor = () => useEditor.getState();
const network = () => editor().history.document;

beforeEach(() => {
  editor().lockStructure(false);
  editor().open(lenet5.create(), null);
});

test('starts with LeNet-5, which trains as drawn', () => {
  expect(network()).toEqual(lenet5.create());
  expect(editor().analysis.trains).toBe(true);
});

test('the analysis is the document’s after every edit, undo and redo', () => {
  const steps = [
    () => editor().apply(setField(network(), 'conv1', 'filters', 12)),
    () => editor().apply(removeLayers(network(), ['pool1'], [])),
    () => editor().undo(),
    () => editor().redo(),
    () => editor().undo(),
    () => editor().undo(),
  ];
  for (const step of steps) {
    step();
    expect(editor().analysis).toEqual(analyse(network()));
  }
  expect(network()).toEqual(lenet5.create());
});

test('moving layers and renaming the project leave the analysis object as it is', () => {
  const before = editor().analysis;
  editor().apply(moveLayers(network(), { conv1: { x: 500, y: 500 } }));
  editor().apply(renameProject(network(), 'Mine'));
  expect(editor().analysis).toBe(before);
});

test('a drag is one entry, however many moves it has', () => {
  for (const x of [10, 20, 30]) editor().apply(moveLayers(network(), { conv1: { x, y: 0 } }), 'drag');
  editor().endMerge();
  editor().apply(moveLayers(network(), { conv1: { x: 90, y: 0 } }), 'drag');
  expect(editor().history.past).toHaveLength(2);
});

test('unsaved changes follow the edits, undo included', () => {
  expect(hasUnsavedChanges(editor())).toBe(false);
  editor().apply(setField(network(), 'conv1', 'filters', 12), 'conv1/filters');
  expect(hasUnsavedChanges(editor())).toBe(true);
  editor().endMerge();
  editor().markSaved('/projects/lenet.layerwise', editor());
  expect(hasUnsavedChanges(editor())).toBe(false);
  expect(editor().path).toBe('/projects/lenet.layerwise');
  editor().apply(setField(network(), 'conv1', 'filters', 13), 'conv1/filters');
  expect(hasUnsavedChanges(editor())).toBe(true);
  editor().undo();
  expect(hasUnsavedChanges(editor())).toBe(false);
  editor().undo();
  expect(hasUnsavedChanges(editor())).toBe(true);
});

test('the selection forgets what an edit removes', () => {
  const edge = { from: 'conv1', to: 'relu1', input: 0 };
  editor().select({ nodes: ['conv1', 'fc1'], edges: [edge] });
  editor().apply(removeLayers(network(), ['conv1'], []));
  expect(editor().selection).toEqual({ nodes: ['fc1'], edges: [] });
});

test('a locked structure refuses edits, undo and redo with a reason; names may change', () => {
  editor().apply(setField(network(), 'conv1', 'filters', 12));
  const before = network();
  editor().lockStructure(true);
  editor().apply(removeLayers(network(), ['pool1'], []));
  expect(network()).toBe(before);
  expect(useNotice.getState().notice?.advice).toMatch(/Stop the run/);
  editor().undo();
  expect(network()).toBe(before);
  editor().apply(renameProject(network(), 'Still mine'));
  expect(network().name).toBe('Still mine');
});

test('a locked structure lets notes be written, and taken back as far as nothing else was edited', () => {
  editor().apply(setField(network(), 'conv1', 'filters', 12));
  const before = network();
  editor().lockStructure(true);
  editor().apply(addNote(network(), { x: 0, y: 0 }, 'blue').edit);
  expect(network().notes).toHaveLength(1);
  editor().undo();
  expect(network()).toEqual(before);
  editor().redo();
  expect(network().notes).toHaveLength(1);
  editor().undo();
  editor().undo();
  expect(network()).toEqual(before);
});

test('opening a project starts a history of its own and asks for nothing to be saved', () => {
  editor().apply(setField(network(), 'conv1', 'filters', 12));
  const { projectNumber } = editor();
  editor().open({ ...lenet5.create(), name: 'Other' }, '/other.layerwise');
  expect(editor().history.past).toEqual([]);
  expect(hasUnsavedChanges(editor())).toBe(false);
  expect(editor().projectNumber).toBeGreaterThan(projectNumber);
});
