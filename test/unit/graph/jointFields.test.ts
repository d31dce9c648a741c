import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../src/network/graph/edits';
import { jointFields, setFields } from '../../../src/network/graph/jointFields';
import { setField } from '../../../src/network/graph/layerEdits';
import { layerKinds } from '../../../src/network/layers/registry';
import { lenet5 } from '../../../src/network/templates/lenet5';

const document = lenet5.create();
const layers = (...ids: string[]) => document.nodes.filter(({ id }) => ids.includes(id));

describe('fields that layers share', () => {
  it('are all that a kind shows, for layers of one kind', () => {
    for (const kind of layerKinds) {
      const [layer] = document.nodes.filter((node) => node.kind === kind.kind);
      if (layer === undefined) continue;
      const shown = Object.entries(kind.fields).filter(
        ([, { shownWhen }]) => shownWhen?.(layer.config) ?? true,
      );
      expect(jointFields([layer, { ...layer, id: 'other' }]).map(({ name }) => name)).toEqual(
        shown.map(([name]) => name),
      );
    }
  });

  it('have the value that all have, or none where they differ', () => {
    const shared = new Map(jointFields(layers('conv1', 'conv2')).map(({ name, value }) => [name, value]));
    expect(shared.get('filters')).toBeNull();
    expect(shared.get('kernelSize')).toEqual([5, 5]);
  });

  it('are none for layers that have nothing in common', () => {
    expect(jointFields(layers('conv1', 'flatten'))).toEqual([]);
    expect(jointFields([])).toEqual([]);
  });
});

describe('setting a field of several layers', () => {
  it('does what setting it layer by layer does, as one edit', () => {
    const ids = ['conv1', 'conv2'];
    const together = setFields(document, ids, 'filters', 9);
    let each = document;
    for (const id of ids) each = applyEdit(each, setField(each, id, 'filters', 9)).document;
    expect(applyEdit(document, together).document).toEqual(each);
    expect(together.label).toBe('Set filters of 2 layers');
    expect(setFields(document, ids, 'kernelSize', [5, 5]).changes).toEqual([]);
  });
});
