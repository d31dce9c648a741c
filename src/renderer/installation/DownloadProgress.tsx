import type { Download } from '../../protocol/installation';
import { roughDuration } from '../format/durations';
import { t } from '../language/t';
import styles from './Installation.module.css';
import { useInstallation } from './installationStore';

/** How far a download is, and how long it will take. */
export function DownloadProgress({ download }: { download: Download }) {
  const since = useInstallation((state) => state.since);
  const { doneBytes, totalBytes } = download;
  return (
    <div className={styles['progress']} role="status">
      <progress
        aria-label={download.what}
        max={1}
        {...(totalBytes !== null && { value: Math.min(1, doneBytes / totalBytes) })}
      />
      <span aria-live="off">
        {progressWords(download, since === null ? 0 : (performance.now() - since) / 1000)}
      </span>
    </div>
  );
}

/** Until a rate can be told. */
const steadySeconds = 3;

function progressWords({ doneBytes, totalBytes }: Download, seconds: number): string {
  if (doneBytes === 0) return t`Connecting…`;
  if (totalBytes === null) return t`${megabytes(doneBytes)} MB`;
  const share = t`${megabytes(Math.min(doneBytes, totalBytes))} of ${megabytes(totalBytes)} MB`;
  if (seconds < steadySeconds || doneBytes >= totalBytes) return share;
  return t`${share}, about ${roughDuration((seconds * (totalBytes - doneBytes)) / doneBytes)} left`;
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 1e6));
}
