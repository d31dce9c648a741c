import type { RunSummary } from '../../protocol/runMessages';
import { formatBytes } from '../format/bytes';
import { formatInteger } from '../format/numbers';
import { momentText } from '../project/describeDraft';
import { FramedButton } from '../training/FramedButton';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { openKeptRun, resumeKeptRun } from '../training/trainingActions';
import { useKeptRuns } from './keptRunsStore';
import styles from './RunsDialog.module.css';

/** The latest run first. */
export function RunsTable({ runs }: { runs: readonly RunSummary[] }) {
  const busy = useRun(({ status }) => isUnderWay(status));
  const current = useRun(({ recorded, status, weightsKept }) =>
    isUnderWay(status) || weightsKept ? (recorded?.folder ?? null) : null,
  );
  const { close } = useKeptRuns.getState();
  const now = new Date();
  return (
    <div className={styles['list']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th>Network</th>
            <th>Started</th>
            <th>State</th>
            <th className={styles['number']}>Steps</th>
            <th className={styles['number']}>On disk</th>
            <th aria-label="Actions" />
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.folder}>
              <td className={styles['name']} title={run.folder}>
                {run.name}
              </td>
              <td>{momentText(new Date(run.startedAt), now)}</td>
              <td>{stateWords[run.state]}</td>
              <td className={styles['number']}>{formatInteger(run.step)}</td>
              <td className={styles['number']}>{formatBytes(run.bytes)}</td>
              <td className={styles['actions']}>
                {run.folder === current ? (
                  'In this window'
                ) : (
                  <>
                    <FramedButton
                      disabled={busy}
                      onClick={() => {
                        close();
                        openKeptRun(run.folder);
                      }}
                    >
                      Show
                    </FramedButton>
                    {(run.state === 'interrupted' || run.state === 'stopped') && (
                      <FramedButton
                        disabled={busy}
                        onClick={() => {
                          close();
                          resumeKeptRun(run.folder);
                        }}
                      >
                        Resume
                      </FramedButton>
                    )}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const stateWords = {
  finished: 'Finished',
  stopped: 'Stopped',
  diverged: 'Diverged',
  interrupted: 'Cut off',
  training: 'Training elsewhere',
} as const;
