import { useEffect, useMemo } from 'react';
import { formatBytes } from '../format/bytes';
import { formatCounted, formatInteger } from '../format/numbers';
import { useLaboratory } from '../laboratory/laboratoryStore';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { ExampleButton } from '../vanishing/ExampleButton';
import { CoveringView } from '../views/CoveringView';
import { ChosenRuns } from './ChosenRuns';
import { useChosenRuns } from './chosenRunsStore';
import { useKeptRuns } from './keptRunsStore';
import { RunsHeader } from './RunsHeader';
import { RunsMessages } from './RunsMessages';
import { RunsTable } from './RunsTable';
import styles from './RunsView.module.css';
import { filterRuns } from './runFilter';
import { useRunFilter } from './runFilterStore';

/** The runs on this machine, over the canvas: found, named, compared, shown again and thrown away. */
export function RunsView() {
  const kept = useKeptRuns((state) => state.kept);
  const filter = useRunFilter((state) => state.filter);
  const chosen = useChosenRuns((state) => state.chosen);
  const shown = useMemo(() => filterRuns(kept?.runs ?? [], filter), [kept, filter]);
  const trials = kept?.runs.filter(({ experiment }) => experiment !== null).length ?? 0;
  useEffect(() => {
    useKeptRuns.getState().refresh();
    useChosenRuns.getState().readAgain();
    // Trials bear their experiment's name.
    useLaboratory.getState().refresh();
  }, []);
  return (
    <CoveringView label={t`Runs`} className={styles['view']}>
      <RunsHeader runs={kept?.runs ?? []} shown={shown} />
      <RunsMessages />
      <div className={styles['body']}>
        <div className={styles['list']}>
          {kept === null && <p className={styles['empty']}>{t`The engine has not listed them yet.`}</p>}
          {kept?.folder === null && <p className={styles['empty']}>{t`This engine keeps no runs.`}</p>}
          {kept !== null && kept.folder !== null && kept.runs.length === 0 && (
            <div className={styles['nothing']}>
              <h3>{t`Nothing was trained yet`}</h3>
              <p>
                {t`Each run is kept here with its curves, gradients and weights: to compare it with others, to go on with it, to use what it learned. Train the network on the canvas, or see the example first.`}
              </p>
              <ExampleButton />
            </div>
          )}
          {kept !== null && kept.runs.length > trials && shown.length === 0 && (
            <p className={styles['empty']}>{t`No run is like that. Take some of the search away.`}</p>
          )}
          {shown.length > 0 && <RunsTable runs={shown} />}
          {trials > 0 && filter.trials === 'none' && (
            <p className={styles['place']}>
              {trials === 1
                ? t`1 trial of the laboratory is not listed.`
                : t`${formatInteger(trials)} trials of the laboratory are not listed.`}{' '}
              <FramedButton onClick={() => useRunFilter.getState().change({ trials: 'all' })}>
                {trials === 1 ? t`List it too` : t`List them too`}
              </FramedButton>
            </p>
          )}
          {kept !== null && kept.folder !== null && kept.runs.length > 0 && (
            <p className={styles['place']}>
              {t`${formatCounted(kept.runs.length, 'run')}, ${formatBytes(kept.bytes)}, in ${kept.folder}`}
            </p>
          )}
        </div>
        {chosen.length > 0 && <ChosenRuns runs={kept?.runs ?? []} />}
      </div>
    </CoveringView>
  );
}
