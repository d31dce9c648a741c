import { Dialog, DialogButton } from '../controls/Dialog';
import { formatBytes } from '../format/bytes';
import { formatCounted } from '../format/numbers';
import { useKeptRuns } from './keptRunsStore';
import styles from './RunsDialog.module.css';
import { RunsTable } from './RunsTable';

/** The runs on this machine: when, how far, how large; each can be shown, and those that were cut off resumed. */
export function RunsDialog() {
  const open = useKeptRuns((state) => state.open);
  const kept = useKeptRuns((state) => state.kept);
  const { close } = useKeptRuns.getState();
  if (!open) return null;
  return (
    <Dialog title="Runs" wide onClose={close}>
      {kept === null && <p>The engine has not listed them yet.</p>}
      {kept?.folder === null && <p>This engine keeps no runs.</p>}
      {kept !== null && kept.runs.length === 0 && <p>Nothing was trained yet. Each run is kept here.</p>}
      {kept !== null && kept.runs.length > 0 && <RunsTable runs={kept.runs} />}
      {kept !== null && kept.folder !== null && kept.runs.length > 0 && (
        <p className={styles['place']}>
          {formatCounted(kept.runs.length, 'run')}, {formatBytes(kept.bytes)}, in {kept.folder}
        </p>
      )}
      <footer>
        <DialogButton firstChoice onClick={close}>
          Close
        </DialogButton>
      </footer>
    </Dialog>
  );
}
