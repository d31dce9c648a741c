import { memo } from 'react';
import { formatInteger } from '../../format/numbers';
import { t } from '../../language/t';
import type { TelemetryLog } from '../../training/telemetryLog';
import styles from './DepthChart.module.css';
import type { ProfileWays } from './profileWays';

interface DepthKeyProps {
  log: TelemetryLog;
  /** The samples of the faded lines. */
  trail: readonly number[];
  ways: ProfileWays;
}

/** What the lines and marks of a profile are, where there are several kinds. */
export const DepthKey = memo(function DepthKey({ log, trail, ways }: DepthKeyProps) {
  const branches = ways.beside.some(({ kind }) => kind === 'branch');
  const shortcuts = ways.beside.some(({ kind }) => kind === 'shortcut');
  const [first, last] = [trail[0], trail.at(-1)];
  if (first === undefined && !branches && !shortcuts) return null;
  return (
    <p className={styles['key']}>
      {branches && (
        <>
          <Mark kind="main" />
          <span>{t`main`}</span>
          <Mark kind="branch" />
          <span>{t`branches`}</span>
        </>
      )}
      {shortcuts && (
        <>
          <Mark kind="shortcut" />
          <span>{t`shortcuts`}</span>
        </>
      )}
      {first !== undefined && last !== undefined && (
        <>
          <Mark kind="trail" />
          <span>{stepsText(log, first, last)}</span>
        </>
      )}
    </p>
  );
});

function stepsText(log: TelemetryLog, first: number, last: number): string {
  const from = formatInteger(log.steps.at(first));
  const to = formatInteger(log.steps.at(last));
  return first === last ? t`step ${from}` : t`steps ${from}–${to}`;
}

const looks = {
  main: { stroke: 'var(--fg-2)', dashes: 'none' },
  branch: { stroke: 'var(--fg-3)', dashes: '2 2' },
  shortcut: { stroke: 'var(--accent)', dashes: '5 2' },
  trail: { stroke: 'var(--line-3)', dashes: 'none' },
} as const;

function Mark({ kind }: { kind: keyof typeof looks }) {
  const { stroke, dashes } = looks[kind];
  return (
    <svg width="16" height="8" aria-hidden="true">
      <path d="M0 4H16" stroke={stroke} strokeDasharray={dashes} strokeWidth="1.5" />
      {kind === 'main' && <circle cx="8" cy="4" r="3" fill={stroke} />}
      {(kind === 'branch' || kind === 'shortcut') && (
        <rect x="5.5" y="1.5" width="5" height="5" fill={stroke} />
      )}
    </svg>
  );
}
