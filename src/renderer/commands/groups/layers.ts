import { CirclePlus } from 'lucide-react';
import { layerKinds } from '../../../network/layers/registry';
import { usePicker } from '../../canvas/pickers/pickerStore';
import { useEditor } from '../../editor/editorStore';
import { focusCard } from '../../editor/focus';
import { isOnCanvas } from '../../editor/keyTarget';
import { appendLayer } from '../../editor/layerActions';
import { say } from '../../language/say';
import { t } from '../../language/t';
import { searchLayers } from '../../palette/layerSearch';
import type { Command, CommandGroup } from '../command';
import { lockedByRun } from '../obstacles';

export const layers: CommandGroup = {
  id: 'layers',
  label: () => t`Add a layer`,
  commands: [
    {
      id: 'layers.search',
      label: () => t`Search all layers`,
      keys: ['/'],
      obstacle: lockedByRun,
      perform: searchLayers,
    },
    {
      id: 'layers.addHere',
      label: () => t`Add a layer here…`,
      keys: ['Shift+A'],
      icon: CirclePlus,
      words: () => t`at the pointer, behind what is selected`,
      obstacle: lockedByRun,
      perform: () => usePicker.getState().pickLayerHere(),
    },
    ...layerKinds.map(
      ({ kind, label, summary, shortcut }): Command => ({
        id: `layers.${kind}`,
        label: () => t`Add ${label}`,
        ...(shortcut !== undefined && { keys: [shortcut.toUpperCase()] }),
        words: () => say(summary),
        obstacle: lockedByRun,
        perform: () => append(kind),
      }),
    ),
  ],
};

/** Adds it behind what is selected; the keyboard goes along. */
function append(kind: string): void {
  appendLayer(kind);
  const [added] = useEditor.getState().selection.nodes;
  if (added !== undefined && isOnCanvas(document.activeElement)) focusCard(added);
}
