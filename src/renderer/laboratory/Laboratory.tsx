import { useEffect } from 'react';
import { t } from '../language/t';
import { CoveringView } from '../views/CoveringView';
import { ExperimentEditor } from './ExperimentEditor';
import { ExperimentList } from './ExperimentList';
import { ExperimentView } from './ExperimentView';
import styles from './Laboratory.module.css';
import { useLaboratory } from './laboratoryStore';
import { useShownDraft, useShownExperiment } from './shownExperiment';

/** Experiments of many runs, over the canvas: which there are, and one of them with what it shows. */
export function Laboratory() {
  const draft = useShownDraft();
  const experiment = useShownExperiment();
  useEffect(() => useLaboratory.getState().refresh(), []);
  return (
    <CoveringView label={t`Laboratory`} className={styles['laboratory']}>
      <ExperimentList />
      {draft === null ? (
        <ExperimentView key={experiment.id} experiment={experiment} />
      ) : (
        <ExperimentEditor key={draft.id} draft={draft} />
      )}
    </CoveringView>
  );
}
