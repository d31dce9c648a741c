import type { KeyboardEvent } from 'react';
import { leftOutOfFigures } from '../figures/drawnPage';
import styles from './Chart.module.css';

interface KeyReaderProps {
  /** What is gone through: "Step in Loss". */
  label: string;
  /** Where it begins, where it ends, and where it is now. */
  least: number;
  most: number;
  now: number;
  /** What is there, in words; empty where nothing is pointed at. */
  reading: string;
  /** Takes a key; true where it had a use for it. */
  onKey: (event: KeyboardEvent) => boolean;
  onLeave: () => void;
}

/** Lies over a chart and takes its keys, as a slider does: what is read aloud is where it is, and what was measured there. */
export function KeyReader({ label, least, most, now, reading, onKey, onLeave }: KeyReaderProps) {
  return (
    <div
      role="slider"
      tabIndex={0}
      {...leftOutOfFigures}
      className={styles['reader']}
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={now}
      aria-valuetext={reading === '' ? undefined : reading}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (onKey(event)) event.preventDefault();
      }}
    />
  );
}
