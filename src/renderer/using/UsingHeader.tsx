import { X } from 'lucide-react';
import { SegmentedControl } from '../controls/SegmentedControl';
import { SelectMenu } from '../controls/SelectMenu';
import { ToolButton } from '../controls/ToolButton';
import { formatCounted, formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { momentText } from '../project/describeDraft';
import { useKeptRuns } from '../runs/keptRunsStore';
import { nameOf } from '../runs/runFilter';
import { useOpenView } from '../views/openView';
import styles from './UsingView.module.css';
import { useUsing } from './usingStore';

/** Which network is used, with which weights, and for what. */
export function UsingHeader() {
  const { folder, checkpoint, opened, tab, showTab, choose } = useUsing();
  const kept = useKeptRuns((state) => state.kept);
  const now = new Date();
  const listed = (kept?.runs ?? []).map((run) => ({
    value: run.folder,
    label: `${nameOf(run)}, ${momentText(new Date(run.startedAt), now)}`,
  }));
  return (
    <header className={styles['header']}>
      <h2>{t`Use`}</h2>
      {folder !== null && (
        <>
          <SegmentedControl
            label={t`What it is used for`}
            look="overlay"
            value={tab}
            segments={[
              { value: 'evaluate', label: t`Evaluate` },
              { value: 'try', label: t`Try it` },
            ]}
            onChange={showTab}
          />
          <div className={styles['run']}>
            <SelectMenu
              label={t`Run`}
              value={folder}
              options={listed}
              onChange={(chosen) => choose({ folder: chosen })}
            />
          </div>
          <SegmentedControl
            label={t`Weights`}
            look="overlay"
            value={checkpoint}
            segments={[
              { value: 'best', label: t`Best`, description: t`Of the best validation` },
              { value: 'last', label: t`Last`, description: t`The newest` },
            ]}
            onChange={(chosen) => choose({ checkpoint: chosen })}
          />
        </>
      )}
      <span className={styles['facts']} role="status">
        {opened !== null &&
          t`Weights of step ${formatInteger(opened.checkpoint.step)}, after ${formatCounted(opened.checkpoint.epochsDone, 'epoch')}`}
      </span>
      <ToolButton icon aria-label={t`Back to the network`} onClick={useOpenView.getState().close}>
        <X size={16} aria-hidden="true" />
      </ToolButton>
    </header>
  );
}
