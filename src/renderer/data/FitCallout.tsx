import type { NetworkDocument } from '../../network/graph/document';
import type { Edit } from '../../network/graph/edits';
import { fitToDataset } from '../../network/graph/fitToDataset';
import { useDocument, useEditor } from '../editor/editorStore';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import styles from './DatasetDetails.module.css';

/** Where the network takes other images or tells other classes apart: the edit that fits it to the data. */
export function FitCallout() {
  const document = useDocument();
  const locked = useEditor((state) => state.structureLocked);
  const edit = fitToDataset(document);
  if (edit.changes.length === 0) return null;
  return (
    <div className={styles['fit']}>
      <p>{t`The network does not fit these images yet: ${describeChanges(document, edit).join('; ')}.`}</p>
      <FramedButton disabled={locked} onClick={() => useEditor.getState().apply(edit)}>
        {t`Fit the network`}
      </FramedButton>
    </div>
  );
}

/** "input: height 28 → 32, channels 1 → 3". */
function describeChanges({ nodes }: NetworkDocument, { changes }: Edit): readonly string[] {
  return changes.flatMap((change) => {
    if (change.type !== 'setConfig') return [];
    const node = nodes.find(({ id }) => id === change.id);
    if (node === undefined) return [];
    const parts = Object.entries(change.config).flatMap(([name, value]) =>
      node.config[name] === value ? [] : [`${name} ${String(node.config[name])} → ${String(value)}`],
    );
    return [`${node.label}: ${parts.join(', ')}`];
  });
}
