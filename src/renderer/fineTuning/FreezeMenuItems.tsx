import { layersBefore, withWeights } from '../../network/graph/layersBefore';
import { CommandItem, Separator } from '../canvas/MenuItems';
import { useEditor } from '../editor/editorStore';

interface FreezeMenuItemsProps {
  /** What is to be done once the menu is gone. */
  afterClosing: (action: () => void) => () => void;
}

/** What the menu of the right mouse button offers to train a part of the network only. */
export function FreezeMenuItems({ afterClosing }: FreezeMenuItemsProps) {
  const { document } = useEditor((state) => state.history);
  const analysis = useEditor((state) => state.analysis);
  const selected = useEditor((state) => state.selection.nodes);
  const [layer, ...others] = selected;
  if (layer === undefined) return null;
  const frozen = new Set(document.nodes.filter((node) => node.frozen === true).map(({ id }) => id));
  const chosen = withWeights(document, analysis, selected);
  const before = others.length > 0 ? [] : withWeights(document, analysis, layersBefore(document, layer));
  return (
    <>
      {chosen.some((id) => !frozen.has(id)) && <CommandItem id="fineTuning.freeze" />}
      {chosen.some((id) => frozen.has(id)) && <CommandItem id="fineTuning.unfreeze" />}
      {before.some((id) => !frozen.has(id)) && <CommandItem id="fineTuning.freezeBefore" />}
      <CommandItem id="fineTuning.replaceHead" afterClosing={afterClosing} />
      <Separator />
    </>
  );
}
