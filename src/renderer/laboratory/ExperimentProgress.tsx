import type { Experiment } from '../../network/laboratory/experiment';
import { countTrials } from '../../network/laboratory/trials';
import { roughDuration } from '../format/durations';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import styles from './ExperimentView.module.css';
import { useExpectedTime } from './expectedTime';
import { useLaboratory } from './laboratoryStore';

/** How far the experiment is and how long it will take, in a line. */
export function ExperimentProgress({ experiment }: { experiment: Experiment }) {
  const running = useLaboratory((state) => state.running === experiment.id);
  const progress = useLaboratory((state) =>
    state.progress?.experiment === experiment.id ? state.progress : null,
  );
  const results = useLaboratory((state) => state.told.get(experiment.id)?.results);
  const expected = useExpectedTime(experiment, results);
  return (
    <p className={styles['progress']} role="status">
      {running
        ? progress === null
          ? t`Reading the data…`
          : trialProgress(progress)
        : idleText(experiment, results?.length ?? 0, expected)}
    </p>
  );
}

type Progress = NonNullable<ReturnType<typeof useLaboratory.getState>['progress']>;

/** Each trial is spoken of as it begins; its steps are there to be read. */
function trialProgress({ trial, done, total, step, steps, secondsLeft }: Progress) {
  const place = t`Trial ${formatInteger(done + 1)} of ${formatInteger(total)}: ${trial}`;
  const steady =
    steps === 0 ? t`building the network` : t`step ${formatInteger(step)} of ${formatInteger(steps)}`;
  const left = secondsLeft === null ? '' : t`, about ${roughDuration(secondsLeft)} left`;
  return (
    <>
      {place}
      <span aria-live="off">{`, ${steady}${left}`}</span>
    </>
  );
}

function idleText(experiment: Experiment, done: number, expected: string | null): string {
  const total = countTrials(experiment);
  if (done >= total) return t`All ${formatInteger(total)} trials are done.`;
  const time = expected === null ? '' : `, ${expected}`;
  const left = t`${formatInteger(total - done)} of ${formatInteger(total)} trials to run${time}.`;
  return t`${left} A run under way in the editor is stopped first.`;
}
