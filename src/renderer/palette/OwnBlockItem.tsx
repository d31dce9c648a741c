import { Boxes, CircleAlert, Pencil, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { appendOwnBlock } from '../blocks/ownBlockActions';
import { deleteOwnBlock, type PaletteBlock } from '../blocks/ownBlocksStore';
import { Hint } from '../controls/Hint';
import { formatCounted } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { emptyImage } from './emptyImage';
import styles from './OwnBlockItem.module.css';
import { OwnBlockName } from './OwnBlockName';
import item from './PaletteItem.module.css';
import { usePalette } from './paletteStore';

/** Type under which an own block travels in a drag. */
export const blockDragType = 'application/x-layerwise-block';

/** One of a person's own blocks: drag it to the canvas, or double-click to append it. */
export function OwnBlockItem({ block }: { block: PaletteBlock }) {
  const [renaming, setRenaming] = useState(false);
  if ('problem' in block) return <DamagedBlock block={block} />;
  const { label } = block.own.block;
  const layers = formatCounted(block.own.clipping.nodes.length, 'layer');
  if (renaming) return <OwnBlockName id={block.id} own={block.own} onDone={() => setRenaming(false)} />;
  const start = (event: DragEvent) => {
    event.dataTransfer.setData(blockDragType, block.id);
    event.dataTransfer.effectAllowed = 'copy';
    event.dataTransfer.setDragImage(emptyImage, 0, 0);
    usePalette.getState().dragBlock({ id: block.id, label });
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'F2') setRenaming(true);
    else if (event.key === 'Delete') void deleteOwnBlock(block.id);
    else return;
    // On the canvas these keys mean what is selected there.
    event.preventDefault();
  };
  return (
    <div className={styles['row']}>
      {/* To the right stand the buttons of the row. */}
      <Hint text={t`${label}: your block of ${layers}`} side="top">
        <button
          type="button"
          className={item['item']}
          draggable
          onDragStart={start}
          onDragEnd={() => usePalette.getState().dragBlock(null)}
          onDoubleClick={() => appendOwnBlock(block.id)}
          // As pressed by keys and screen readers.
          onClick={({ detail }) => {
            if (detail === 0) appendOwnBlock(block.id);
          }}
          onKeyDown={handleKey}
          data-own-block=""
        >
          <span className={styles['badge']}>
            <Boxes size={13} aria-hidden="true" />
          </span>
          <span className={styles['name']}>{label}</span>
        </button>
      </Hint>
      <Hint text={t`Rename`} side="top">
        <button
          type="button"
          className={styles['tool']}
          aria-label={t`Rename your block ${label}`}
          onClick={() => setRenaming(true)}
        >
          <Pencil size={12} aria-hidden="true" />
        </button>
      </Hint>
      <DeleteButton id={block.id} label={label} />
    </div>
  );
}

/** A block whose file can't be read. */
function DamagedBlock({ block }: { block: Extract<PaletteBlock, { readonly problem: unknown }> }) {
  return (
    <div className={styles['row']}>
      <Hint text={`${say(block.problem.message)} ${say(block.problem.advice)}`} side="top">
        <button type="button" className={item['item']} data-damaged="true" aria-disabled="true">
          <span className={styles['badge']} data-damaged="true">
            <CircleAlert size={13} aria-hidden="true" />
          </span>
          <span className={styles['name']}>{t`Can’t be read`}</span>
        </button>
      </Hint>
      <DeleteButton id={block.id} label={t`that can’t be read`} />
    </div>
  );
}

function DeleteButton({ id, label }: { id: string; label: string }) {
  return (
    <Hint text={t`Delete from the palette`} side="top">
      <button
        type="button"
        className={styles['tool']}
        aria-label={t`Delete your block ${label}`}
        onClick={() => void deleteOwnBlock(id)}
      >
        <Trash2 size={12} aria-hidden="true" />
      </button>
    </Hint>
  );
}
