import { TriangleAlert } from 'lucide-react';
import type { RunSummary } from '../../protocol/runMessages';
import { Hint } from '../controls/Hint';
import { formatBytes } from '../format/bytes';
import { formatInteger } from '../format/numbers';
import { momentText } from '../project/describeDraft';
import { FramedButton } from '../training/FramedButton';
import { formatLoss, formatPercent } from '../training/formatValues';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { openKeptRun, resumeKeptRun } from '../training/trainingActions';
import { useUsing } from '../using/usingStore';
import { useChosenRuns } from './chosenRunsStore';
import { useKeptRuns } from './keptRunsStore';
import styles from './RunsTable.module.css';
import { nameOf } from './runFilter';
import { runStateWords } from './runStates';

/** A run in few words; its name chooses it alone, its box together with others. */
export function RunRow({ run, current }: { run: RunSummary; current: boolean }) {
  const chosen = useChosenRuns((state) => state.chosen.includes(run.folder));
  const { toggle, choose } = useChosenRuns.getState();
  const name = nameOf(run);
  const { notes, notesFault, name: network, loss, accuracy } = run;
  return (
    <tr aria-selected={chosen}>
      <td>
        <input
          type="checkbox"
          checked={chosen}
          aria-label={`Choose ${name}`}
          onChange={() => toggle(run.folder)}
        />
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
      <td>{current ? 'In this window' : runStateWords[run.state]}</td>
      <td className={styles['number']}>{formatInteger(run.step)}</td>
      <td className={styles['number']}>{loss === null ? '–' : formatLoss(loss)}</td>
      <td className={styles['number']}>{accuracy === null ? '–' : formatPercent(accuracy)}</td>
      <td className={styles['number']}>{formatBytes(run.bytes)}</td>
      <td className={styles['actions']}>
        <FramedButton
          onClick={() => {
            useKeptRuns.getState().close();
            useUsing.getState().show(run.folder);
          }}
        >
          Use
        </FramedButton>
        {!current && <RunActions run={run} />}
      </td>
    </tr>
  );
}

function RunActions({ run: { folder, state } }: { run: RunSummary }) {
  const busy = useRun(({ status }) => isUnderWay(status));
  const leave = useKeptRuns.getState().close;
  return (
    <>
      <FramedButton
        disabled={busy}
        onClick={() => {
          leave();
          openKeptRun(folder);
        }}
      >
        Show
      </FramedButton>
      {(state === 'interrupted' || state === 'stopped') && (
        <FramedButton
          disabled={busy}
          onClick={() => {
            leave();
            resumeKeptRun(folder);
          }}
        >
          Resume
        </FramedButton>
      )}
    </>
  );
}
