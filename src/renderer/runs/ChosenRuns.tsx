import type { RunSummary } from '../../protocol/runMessages';
import { t } from '../language/t';
import styles from './ChosenRuns.module.css';
import { useChosenRuns } from './chosenRunsStore';
import { distinctNames } from './distinctNames';
import type { LookedAt } from './lookedAt';
import { RunDifference } from './RunDifference';
import { RunNotesForm } from './RunNotesForm';
import { RunsOverlay } from './RunsOverlay';
import { nameOf } from './runFilter';

/** What is known of the runs that are chosen: one's notes, their curves over one another, how two differ. */
export function ChosenRuns({ runs }: { runs: readonly RunSummary[] }) {
  const { chosen, curves } = useChosenRuns();
  const summaries = chosen.flatMap((folder) => runs.filter((run) => run.folder === folder));
  const [only, second] = summaries;
  const names = distinctNames(summaries);
  const looked = summaries.flatMap((run, place): readonly LookedAt[] => {
    const read = curves.get(run.folder);
    return read === undefined ? [] : [{ name: names[place] ?? nameOf(run), curves: read }];
  });
  const [one, other] = looked;
  return (
    <aside className={styles['panel']} aria-label={t`Chosen runs`}>
      {only !== undefined && second === undefined && <RunNotesForm key={only.folder} run={only} />}
      {looked.length > 0 && <RunsOverlay runs={looked} />}
      {looked.length === 2 && one !== undefined && other !== undefined && (
        <RunDifference one={one} other={other} />
      )}
    </aside>
  );
}
