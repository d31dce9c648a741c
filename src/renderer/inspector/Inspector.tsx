import { useSelectedBlock } from '../editor/blockActions';
import { useDocument, useEditor } from '../editor/editorStore';
import { t } from '../language/t';
import { BlockInspector } from './BlockInspector';
import styles from './Inspector.module.css';
import { LayerInspector } from './LayerInspector';
import { NetworkInspector } from './NetworkInspector';
import { SelectionInspector } from './SelectionInspector';

/** What is selected in detail: a layer, a block, several, or with nothing selected the network. */
export function Inspector() {
  const { nodes } = useDocument();
  const selected = useEditor((state) => state.selection.nodes);
  const layers = nodes.filter(({ id }) => selected.includes(id));
  const [layer] = layers;
  const block = useSelectedBlock();
  return (
    <aside
      className={styles['inspector']}
      aria-label={t`Inspector`}
      data-region="inspector"
      data-keeps-keys="true"
    >
      <div className={styles['content']}>
        {block !== null ? (
          <BlockInspector key={block.id} block={block} />
        ) : layer === undefined ? (
          <NetworkInspector />
        ) : layers.length === 1 ? (
          <LayerInspector key={layer.id} layer={layer} />
        ) : (
          <SelectionInspector layers={layers} />
        )}
      </div>
    </aside>
  );
}
