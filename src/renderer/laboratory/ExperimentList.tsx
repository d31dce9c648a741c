import { Plus } from 'lucide-react';
import { countTrials } from '../../network/laboratory/trials';
import { dayText } from '../format/moments';
import { formatCounted } from '../format/numbers';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { newExperiment } from './draftExperiment';
import { ExperimentCard } from './ExperimentCard';
import styles from './ExperimentList.module.css';
import { useLaboratory } from './laboratoryStore';
import { offeredPresets } from './offeredPresets';
import { useShownDraft, useShownExperiment } from './shownExperiment';

/** The presets with their questions, and experiments of one's own. */
export function ExperimentList() {
  const kept = useLaboratory((state) => state.kept);
  const drafts = useLaboratory((state) => state.drafts);
  const draft = useShownDraft();
  const shown = useShownExperiment();
  const { draw } = useLaboratory.getState();
  const chosen = draft?.id ?? shown.id;
  const own = kept.filter(({ id }) => offeredPresets.every((preset) => preset.id !== id));
  return (
    <aside className={styles['list']} aria-label={t`Experiments`}>
      <header className={styles['header']}>
        <h2>{t`Laboratory`}</h2>
        <FramedButton aria-label={t`New experiment`} onClick={() => draw(newExperiment())}>
          <Plus size={14} aria-hidden="true" />
          {t`New`}
        </FramedButton>
      </header>
      <div className={styles['scroll']}>
        <h3>{t`Experiments of the lecture`}</h3>
        {offeredPresets.map((preset) => (
          <ExperimentCard
            key={preset.id}
            id={preset.id}
            name={preset.name}
            remark={preset.question}
            preset={preset}
            total={countTrials(preset)}
            chosen={preset.id === chosen}
          />
        ))}
        {own.length + drafts.length > 0 && <h3>{t`Your experiments`}</h3>}
        {drafts.map((each) => (
          <ExperimentCard
            key={each.id}
            id={each.id}
            name={each.name.trim() === '' ? t`Without a name` : each.name}
            remark={t`Not run yet`}
            preset={null}
            total={countTrials(each)}
            chosen={each.id === chosen}
          />
        ))}
        {own.map(({ id, name, total, startedAt }) => (
          <ExperimentCard
            key={id}
            id={id}
            name={name}
            remark={t`${formatCounted(total, 'trial')}, begun ${dayText(new Date(startedAt))}`}
            preset={null}
            total={total}
            chosen={id === chosen}
          />
        ))}
      </div>
    </aside>
  );
}
