import { TriangleAlert } from 'lucide-react';
import type { RunSummary } from '../../protocol/runMessages';
import { Hint } from '../controls/Hint';
import { startFromRun } from '../fineTuning/fineTuningActions';
import { formatBytes } from '../format/bytes';
import { momentText } from '../format/moments';
import { formatInteger } from '../format/numbers';
import { useExperimentName } from '../laboratory/experimentName';
import { useLaboratory } from '../laboratory/laboratoryStore';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import { formatLoss, formatPercent } from '../training/formatValues';
import { openKeptRun, resumeKeptRun } from '../training/trainingActions';
import { useTrainsAnywhere } from '../training/trainingElsewhere';
import { openUsing } from '../using/openUsing';
import { useOpenView } from '../views/openView';
import { ChosenMark } from './ChosenMark';
import { useChosenRuns } from './chosenRunsStore';
import styles from './RunsTable.module.css';
import { nameOf } from './runFilter';
import { runStateWords } from './runStates';

/** A run in few words; its name chooses it alone, its box together with others. */
export function RunRow({ run, current }: { run: RunSummary; current: boolean }) {
  const place = useChosenRuns((state) => state.chosen.indexOf(run.folder));
  const chosen = place >= 0;
  const { toggle, choose } = useChosenRuns.getState();
  const name = nameOf(run);
  const { notes, notesFault, name: network, experiment, loss, accuracy } = run;
  const experimentName = useExperimentName();
  return (
    <tr aria-selected={chosen}>
      <td className={styles['choice']}>
        <input
          type="checkbox"
          checked={chosen}
          aria-label={t`Choose ${name}`}
          onChange={() => toggle(run.folder)}
        />
        {chosen && <ChosenMark number={place} />}
      </td>
      <td className={styles['name']}>
        <button
          type="button"
          className={styles['nameButton']}
          title={run.folder}
          onClick={() => choose([run.folder])}
        >
          <b className={styles['title']}>{name}</b>
          {notes.title !== '' && notes.title !== network && (
            <small className={styles['network']}>{network}</small>
          )}
          {experiment !== null && (
            <small className={styles['network']}>{t`trial of “${experimentName(experiment)}”`}</small>
          )}
        </button>
        {notes.tags.map((tag) => (
          <span key={tag} className={styles['tag']}>
            {tag}
          </span>
        ))}
        {notesFault !== null && (
          <Hint text={notesFault}>
            <span className={styles['fault']} role="img" aria-label={notesFault}>
              <TriangleAlert size={13} aria-hidden="true" />
            </span>
          </Hint>
        )}
      </td>
      <td>{momentText(new Date(run.startedAt), new Date())}</td>
      <td>{current ? t`In this window` : say(runStateWords[run.state])}</td>
      <td className={styles['number']}>{formatInteger(run.step)}</td>
      <td className={styles['number']}>{loss === null ? '–' : formatLoss(loss)}</td>
      <td className={styles['number']}>{accuracy === null ? '–' : formatPercent(accuracy)}</td>
      <td className={styles['number']}>{formatBytes(run.bytes)}</td>
      <td className={styles['actions']}>
        <FramedButton
          onClick={() => {
            openUsing(run.folder);
          }}
        >
          {t`Use`}
        </FramedButton>
        <FramedButton
          disabled={run.step === 0}
          title={t`Start from these weights: the network on the canvas begins with the best of this run`}
          onClick={() => {
            useOpenView.getState().close();
            startFromRun(run);
          }}
        >
          {t`Start from`}
        </FramedButton>
        {!current && <RunActions run={run} />}
      </td>
    </tr>
  );
}

function RunActions({ run: { folder, state, experiment } }: { run: RunSummary }) {
  const busy = useTrainsAnywhere();
  const { close: leave, show } = useOpenView.getState();
  return (
    <>
      <FramedButton
        disabled={busy}
        onClick={() => {
          leave();
          openKeptRun(folder);
        }}
      >
        {t`Show`}
      </FramedButton>
      {(state === 'interrupted' || state === 'stopped') && experiment !== null && (
        <FramedButton
          title={t`Shows the experiment, which goes on with this trial`}
          onClick={() => {
            useLaboratory.getState().show(experiment);
            show('laboratory');
          }}
        >
          {t`Laboratory`}
        </FramedButton>
      )}
      {(state === 'interrupted' || state === 'stopped') && experiment === null && (
        <FramedButton
          disabled={busy}
          onClick={() => {
            leave();
            resumeKeptRun(folder);
          }}
        >
          {t`Resume`}
        </FramedButton>
      )}
    </>
  );
}
