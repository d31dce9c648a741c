import { useEffect } from 'react';
import { t } from '../language/t';
import { useLeavingByEscape } from '../views/useLeavingByEscape';
import { useViewFocus } from '../views/useViewFocus';
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
  const place = useViewFocus();
  useLeavingByEscape();
  useEffect(() => useLaboratory.getState().refresh(), []);
  return (
    <section
      ref={place}
      className={styles['laboratory']}
      aria-label={t`Laboratory`}
      tabIndex={-1}
      data-keeps-keys="true"
    >
      <ExperimentList />
      {draft === null ? (
        <ExperimentView key={experiment.id} experiment={experiment} />
      ) : (
        <ExperimentEditor key={draft.id} draft={draft} />
      )}
    </section>
  );
}
