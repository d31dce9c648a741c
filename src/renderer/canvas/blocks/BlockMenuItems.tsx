import { askForChain } from '../../blocks/chainStore';
import { saveToPalette } from '../../blocks/ownBlocksStore';
import {
  collapseSelection,
  setBlockCollapsed,
  ungroupSelection,
  useSelectedBlock,
} from '../../editor/blockActions';
import { useEditor } from '../../editor/editorStore';
import { t } from '../../language/t';
import { commandKeys } from '../../project/shortcutLabels';
import { Item, Separator } from '../MenuItems';

interface BlockMenuItemsProps {
  locked: boolean;
  /** What is to be done once the menu is gone. */
  afterClosing: (action: () => void) => () => void;
}

/** What the menu of the right mouse button offers for a block, and to make one of the selected layers. */
export function BlockMenuItems({ locked, afterClosing }: BlockMenuItemsProps) {
  const block = useSelectedBlock();
  const several = useEditor(({ selection }) => selection.nodes.length > 1);
  if (block === null)
    return several ? (
      <>
        <Item
          label={t`Group into a block`}
          keys={commandKeys('G')}
          disabled={locked}
          onSelect={afterClosing(collapseSelection)}
        />
        <Separator />
      </>
    ) : null;
  return (
    <>
      {block.collapsed ? (
        <Item
          label={t`Open`}
          keys="Enter"
          onSelect={afterClosing(() => setBlockCollapsed(block.id, false))}
        />
      ) : (
        <Item
          label={t`Collapse`}
          keys={commandKeys('G')}
          onSelect={afterClosing(() => setBlockCollapsed(block.id, true))}
        />
      )}
      <Item
        label={t`Duplicate in a chain…`}
        disabled={locked}
        onSelect={afterClosing(() => askForChain(block.id))}
      />
      <Item label={t`Save to palette`} onSelect={afterClosing(() => void saveToPalette(block.id))} />
      <Item
        label={t`Ungroup`}
        keys={commandKeys('Shift', 'G')}
        disabled={locked}
        onSelect={afterClosing(ungroupSelection)}
      />
      <Separator />
    </>
  );
}
