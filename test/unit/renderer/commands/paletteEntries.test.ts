import { describe, expect, it, vi } from 'vitest';
import { layerKinds } from '../../../../src/network/layers/registry';
import type { RunSummary } from '../../../../src/protocol/runMessages';

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
vi.stubGlobal('window', { innerHeight: 900, layerwise: { platform: 'linux', inBrowser: false } });

const { paletteEntries } = await import('../../../../src/renderer/commandPalette/paletteEntries');
const { searchEntries } = await import('../../../../src/renderer/commandPalette/searchEntries');
const { commands } = await import('../../../../src/renderer/commands/commandGroups');
const { useEditor } = await import('../../../../src/renderer/editor/editorStore');
const { offeredTemplates } = await import('../../../../src/renderer/gallery/offeredTemplates');
const { useKeptRuns } = await import('../../../../src/renderer/runs/keptRunsStore');
const { settingGroups } = await import('../../../../src/renderer/settings/settingGroups');

const run = (folder: string, step: number): RunSummary => ({
  ...{ folder, step, name: 'LeNet-5', state: 'finished', startedAt: new Date(0).toISOString(), bytes: 1 },
  notes: { title: '', tags: [], remark: '' },
  ...{ notesFault: null, experiment: null, loss: null, accuracy: null },
});
useKeptRuns.setState({ kept: { folder: '/runs', bytes: 2, runs: [run('first', 10), run('second', 0)] } });
const recent = { path: '/a/net.layerwise', name: 'net', folder: '/a', usedAt: null, portrait: null };
const entries = paletteEntries([recent]);
const ids = entries.map(({ command }) => command.id);

describe('the palette', () => {
  it.each([
    ['kind of layer', layerKinds.map(({ kind }) => `layers.${kind}`)],
    ['layer of the network', useEditor.getState().history.document.nodes.map(({ id }) => `layer.${id}`)],
    ['template', offeredTemplates().map(({ id }) => `template.${id}`)],
    ['setting', settingGroups.flatMap(({ settings }) => settings.map(({ id }) => `setting.${id}`))],
    ['run', ['run.first', 'run.second']],
    ['recent project', ['recent./a/net.layerwise']],
    ['command that is listed', commands.filter(({ unlisted }) => unlisted !== true).map(({ id }) => id)],
  ])('has each %s', (_what, wanted) => {
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('offers the weights of the runs that have some', () => {
    expect(ids.filter((id) => id.startsWith('weights.'))).toEqual(['weights.first']);
  });

  it('has nothing twice', () => {
    expect(ids.length).toBe(new Set(ids).size);
  });

  it.each([
    ['thaw', 'fineTuning.unfreeze'],
    ['freeze', 'fineTuning.freeze'],
    ['onnx', 'export.model.onnx'],
    ['import', 'project.import'],
    ['learning rate', 'fineTuning.learningRate'],
    ['autosave', 'project.autosave'],
    ['new head', 'fineTuning.replaceHead'],
  ])('finds by “%s” what is meant', (search, id) => {
    const found = searchEntries(entries, search).slice(0, 5);
    expect(found.map(({ command }) => command.id)).toContain(id);
  });
});
