import { KeyReader } from '../charts/KeyReader';
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
    <KeyReader
      label={t`Values in ${title}`}
      least={0}
      most={100}
      now={Math.round(100 * Math.min(1, Math.max(0, share ?? 0)))}
      reading={reading}
      onKey={(event) => !(event.ctrlKey || event.altKey || event.metaKey) && onKey(event)}
      onLeave={onLeave}
    />
  );
}
