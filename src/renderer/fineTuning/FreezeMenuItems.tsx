import { layersBefore, withWeights } from '../../network/graph/layersBefore';
import { Item, Separator } from '../canvas/MenuItems';
import { useEditor } from '../editor/editorStore';
import { t } from '../language/t';
import { freezeBefore, freezeSelection } from './fineTuningActions';
import { askForHead } from './headStore';

interface FreezeMenuItemsProps {
  locked: boolean;
  /** What is to be done once the menu is gone. */
  afterClosing: (action: () => void) => () => void;
}

/** What the menu of the right mouse button offers to train a part of the network only. */
export function FreezeMenuItems({ locked, afterClosing }: FreezeMenuItemsProps) {
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
      {chosen.some((id) => !frozen.has(id)) && (
        <Item label={t`Freeze`} disabled={locked} onSelect={() => freezeSelection(true)} />
      )}
      {chosen.some((id) => frozen.has(id)) && (
        <Item label={t`Unfreeze`} disabled={locked} onSelect={() => freezeSelection(false)} />
      )}
      {before.some((id) => !frozen.has(id)) && (
        <Item label={t`Freeze everything before`} disabled={locked} onSelect={() => freezeBefore(layer)} />
      )}
      <Item label={t`Replace the head…`} disabled={locked} onSelect={afterClosing(askForHead)} />
      <Separator />
    </>
  );
}
