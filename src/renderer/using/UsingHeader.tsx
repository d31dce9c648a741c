import { X } from 'lucide-react';
import { SegmentedControl } from '../controls/SegmentedControl';
import { SelectMenu } from '../controls/SelectMenu';
import { ToolButton } from '../controls/ToolButton';
import { useDocument } from '../editor/editorStore';
import { momentText } from '../format/moments';
import { formatCounted, formatInteger } from '../format/numbers';
import { t } from '../language/t';
import { useKeptRuns } from '../runs/keptRunsStore';
import { nameOf } from '../runs/runFilter';
import { useOpenView } from '../views/openView';
import styles from './UsingView.module.css';
import { useUsing } from './usingStore';

/** Stands for the project's own weights among the runs: no run's name has a space. */
const ownValue = 'own weights';

/** Which network is used, with which weights, and for what. */
export function UsingHeader() {
  const { folder, project, checkpoint, opened, tab, showTab, choose, chooseProject } = useUsing();
  const beginning = useDocument().startingWeights;
  const kept = useKeptRuns((state) => state.kept);
  const now = new Date();
  const runs = (kept?.runs ?? []).map((run) => ({
    value: run.folder,
    label: `${nameOf(run)}, ${momentText(new Date(run.startedAt), now)}`,
  }));
  const ownWeights = {
    value: ownValue,
    label: t`This project, weights of ${beginning?.name ?? project?.name ?? ''}`,
  };
  const listed = beginning === undefined && project === null ? runs : [ownWeights, ...runs];
  return (
    <header className={styles['header']}>
      <h2>{t`Use`}</h2>
      {(folder !== null || project !== null) && (
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
              value={folder ?? ownValue}
              options={listed}
              onChange={(chosen) => (chosen === ownValue ? chooseProject() : choose({ folder: chosen }))}
            />
          </div>
          {folder !== null && (
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
          )}
        </>
      )}
      <span className={styles['facts']} role="status">
        {opened !== null &&
          opened.checkpoint !== null &&
          t`Weights of step ${formatInteger(opened.checkpoint.step)}, after ${formatCounted(opened.checkpoint.epochsDone, 'epoch')}`}
      </span>
      <ToolButton icon aria-label={t`Back to the network`} onClick={useOpenView.getState().close}>
        <X size={16} aria-hidden="true" />
      </ToolButton>
    </header>
  );
}
