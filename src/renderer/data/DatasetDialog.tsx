import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect } from 'react';
import { ToolButton } from '../controls/ToolButton';
import { useDocument } from '../editor/editorStore';
import { t } from '../language/t';
import { DatasetDetails } from './DatasetDetails';
import styles from './DatasetDialog.module.css';
import { DatasetList } from './DatasetList';
import { useDatasetDialog } from './datasetDialogStore';
import { usePlaces } from './placesStore';

/** What the network learns from: which datasets there are, what they hold, and what is done to their images. */
export function DatasetDialog() {
  const { open, close } = useDatasetDialog();
  const { dataset } = useDocument().training;
  const refresh = usePlaces((state) => state.refresh);
  useEffect(() => {
    if (open) refresh();
  }, [open, refresh]);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles['overlay']} />
        <Dialog.Content className={styles['dialog']} aria-describedby={undefined}>
          <header className={styles['header']}>
            <Dialog.Title className={styles['title']}>{t`Data`}</Dialog.Title>
            <Dialog.Close asChild>
              <ToolButton icon aria-label={t`Close`}>
                <X size={16} />
              </ToolButton>
            </Dialog.Close>
          </header>
          <div className={styles['body']}>
            <DatasetList />
            {/* What is shown of one dataset says nothing of another. */}
            <DatasetDetails key={`${dataset.type} ${'path' in dataset ? dataset.path : ''}`} />
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
