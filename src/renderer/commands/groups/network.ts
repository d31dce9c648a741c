import { Blocks, ChevronsDownUp, ChevronsUpDown, Link, Spline, Tags, Ungroup } from 'lucide-react';
import { askForChain } from '../../blocks/chainStore';
import { saveToPalette } from '../../blocks/ownBlocksStore';
import { usePicker } from '../../canvas/pickers/pickerStore';
import { convertToPlain } from '../../conversion/conversionActions';
import { askForResidual } from '../../conversion/conversionStore';
import {
  collapseSelection,
  selectedBlock,
  setAllBlocksCollapsed,
  setBlockCollapsed,
  ungroupSelection,
} from '../../editor/blockActions';
import { useEditor } from '../../editor/editorStore';
import { toggleTags } from '../../editor/selectionActions';
import { skipFromSelected } from '../../editor/skipFromSelected';
import { t } from '../../language/t';
import type { CommandGroup } from '../command';
import { emptyNetwork, firstOf, lockedByRun, noLayerSelected } from '../obstacles';

export const network: CommandGroup = {
  id: 'network',
  label: () => t`Network`,
  commands: [
    {
      id: 'network.connect',
      label: () => t`Connect to…`,
      keys: ['L'],
      icon: Link,
      obstacle: firstOf(lockedByRun, noLayerSelected),
      perform: () => {
        const from = useEditor.getState().selection.nodes.at(-1);
        if (from !== undefined) usePicker.getState().pickEnd(from);
      },
    },
    {
      id: 'network.addShortcut',
      label: () => t`Add shortcut from here…`,
      keys: ['S'],
      icon: Spline,
      words: () => t`skip connection residual`,
      obstacle: firstOf(lockedByRun, noLayerSelected),
      perform: () => void skipFromSelected(),
    },
    {
      id: 'network.convertToResidual',
      label: () => t`Convert to residual…`,
      icon: Spline,
      obstacle: firstOf(lockedByRun, emptyNetwork),
      perform: askForResidual,
    },
    {
      id: 'network.convertToPlain',
      label: () => t`Convert to plain`,
      obstacle: firstOf(lockedByRun, emptyNetwork),
      perform: convertToPlain,
    },
    {
      id: 'network.tags',
      label: () => t`Activations as tags on cards, or as cards`,
      icon: Tags,
      words: () => t`relu batch norm fold compact`,
      obstacle: firstOf(lockedByRun, emptyNetwork),
      perform: toggleTags,
    },
    {
      id: 'network.group',
      label: () => t`Group into a block, or collapse it`,
      keys: ['Mod+G'],
      icon: Blocks,
      obstacle: noLayerSelected,
      perform: collapseSelection,
    },
    {
      id: 'network.openBlock',
      label: () => t`Open the block`,
      obstacle: noBlockSelected,
      perform: () => withBlock((block) => setBlockCollapsed(block, false)),
    },
    {
      id: 'network.openBlocks',
      label: () => t`Open all blocks`,
      icon: ChevronsUpDown,
      words: () => t`expand unfold every layer`,
      obstacle: () => noBlockThatIs(true),
      perform: () => setAllBlocksCollapsed(false),
    },
    {
      id: 'network.collapseBlocks',
      label: () => t`Collapse all blocks`,
      icon: ChevronsDownUp,
      words: () => t`fold stages`,
      obstacle: () => noBlockThatIs(false),
      perform: () => setAllBlocksCollapsed(true),
    },
    {
      id: 'network.ungroup',
      label: () => t`Ungroup`,
      keys: ['Mod+Shift+G'],
      icon: Ungroup,
      obstacle: firstOf(lockedByRun, noBlockSelected),
      perform: ungroupSelection,
    },
    {
      id: 'network.chain',
      label: () => t`Duplicate in a chain…`,
      obstacle: firstOf(lockedByRun, noBlockSelected),
      perform: () => withBlock(askForChain),
    },
    {
      id: 'network.saveBlock',
      label: () => t`Save to palette`,
      words: () => t`own block`,
      obstacle: noBlockSelected,
      perform: () => withBlock((block) => void saveToPalette(block)),
    },
  ],
};

function blockNow(): string | null {
  const { history, selection } = useEditor.getState();
  return selectedBlock(history.document, selection.nodes)?.id ?? null;
}

function noBlockSelected(): string | null {
  return blockNow() === null ? t`Select a block by its card, or by the title of its frame, first.` : null;
}

function noBlockThatIs(collapsed: boolean): string | null {
  const { blocks } = useEditor.getState().history.document;
  if (blocks.some((block) => block.collapsed === collapsed)) return null;
  if (blocks.length === 0) return t`The network has no blocks: select layers and group them first.`;
  return collapsed ? t`All blocks are open.` : t`All blocks are collapsed.`;
}

function withBlock(perform: (block: string) => void): void {
  const block = blockNow();
  if (block !== null) perform(block);
}
