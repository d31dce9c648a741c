import chart from '../charts/Chart.module.css';
import { leftOutOfFigures } from '../figures/drawnPage';
import { t } from '../language/t';

interface BinReaderProps {
  /** "Activations a" */
  title: string;
  /** Where along the axis is read, 0…1; null where nothing is. */
  share: number | null;
  /** What is there, in words. */
  reading: string;
  /** Takes a key; true where it had a use for it. */
  onKey: (key: { readonly key: string; readonly shiftKey: boolean }) => boolean;
  onLeave: () => void;
}

/** Lies over a histogram, and takes its keys: what is read aloud is a bin at a step, and what lies in it. */
export function BinReader({ title, share, reading, onKey, onLeave }: BinReaderProps) {
  return (
    <div
      role="slider"
      tabIndex={0}
      {...leftOutOfFigures}
      className={chart['reader']}
      aria-label={t`Values in ${title}`}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * Math.min(1, Math.max(0, share ?? 0)))}
      aria-valuetext={reading === '' ? undefined : reading}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        if (onKey(event)) event.preventDefault();
      }}
    />
  );
}
