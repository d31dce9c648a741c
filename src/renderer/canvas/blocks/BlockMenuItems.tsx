import { useSelectedBlock } from '../../editor/blockActions';
import { useEditor } from '../../editor/editorStore';
import { t } from '../../language/t';
import { CommandItem, Separator } from '../MenuItems';

interface BlockMenuItemsProps {
  /** What is to be done once the menu is gone. */
  afterClosing: (action: () => void) => () => void;
}

/** What the menu of the right mouse button offers for a block, and to make one of the selected layers. */
export function BlockMenuItems({ afterClosing }: BlockMenuItemsProps) {
  const block = useSelectedBlock();
  const several = useEditor(({ selection }) => selection.nodes.length > 1);
  if (block === null)
    return several ? (
      <>
        <CommandItem id="network.group" label={t`Group into a block`} afterClosing={afterClosing} />
        <Separator />
      </>
    ) : null;
  return (
    <>
      {block.collapsed ? (
        <CommandItem id="network.openBlock" label={t`Open`} keys="Enter" afterClosing={afterClosing} />
      ) : (
        <CommandItem id="network.group" label={t`Collapse`} afterClosing={afterClosing} />
      )}
      <CommandItem id="network.chain" afterClosing={afterClosing} />
      <CommandItem id="network.saveBlock" afterClosing={afterClosing} />
      <CommandItem id="network.ungroup" afterClosing={afterClosing} />
      <Separator />
    </>
  );
}
