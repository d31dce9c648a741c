import type { RunSummary } from '../../protocol/runMessages';
import { SelectMenu } from '../controls/SelectMenu';
import { useExperimentName } from '../laboratory/experimentName';
import { t } from '../language/t';
import { experimentsOf } from './runFilter';
import { useRunFilter } from './runFilterStore';

/** Leaves trials of the laboratory out of the list, which would be lost among them, or lists those of an experiment. */
export function TrialsMenu({ runs }: { runs: readonly RunSummary[] }) {
  const { filter, change } = useRunFilter();
  const nameOf = useExperimentName();
  const { trials } = filter;
  const experiments = experimentsOf(runs);
  return (
    <SelectMenu
      label={t`Trials`}
      value={typeof trials === 'string' ? trials : `of ${trials.of}`}
      options={[
        { value: 'none', label: t`Without trials` },
        { value: 'all', label: t`With trials` },
        ...experiments.map((id) => ({ value: `of ${id}`, label: t`Trials of “${nameOf(id)}”` })),
      ]}
      onChange={(value) => {
        const of = experiments.find((id) => value === `of ${id}`);
        change({ trials: of !== undefined ? { of } : value === 'all' ? 'all' : 'none' });
      }}
    />
  );
}
