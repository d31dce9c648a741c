import { useDocument, useEditor } from '../editor/editorStore';
import styles from './Inspector.module.css';
import { LayerInspector } from './LayerInspector';
import { NetworkInspector } from './NetworkInspector';
import { SelectionInspector } from './SelectionInspector';

/** What is selected in detail: a layer, several, or with nothing selected the network. */
export function Inspector() {
  const { nodes } = useDocument();
  const selected = useEditor((state) => state.selection.nodes);
  const layers = nodes.filter(({ id }) => selected.includes(id));
  const [layer] = layers;
  return (
    <aside className={styles['inspector']} aria-label="Inspector" data-keeps-keys="true">
      <div className={styles['content']}>
        {layer === undefined ? (
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
