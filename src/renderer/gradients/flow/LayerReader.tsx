import { KeyReader } from '../../charts/KeyReader';
import { t } from '../../language/t';
import { sampleAfterKey } from './scrubberKeys';

interface LayerReaderProps {
  /** "By depth" */
  title: string;
  /** Number of layers, and the place of the one that is pointed at; null for none. */
  layers: number;
  pointed: number | null;
  /** What was measured there, in words. */
  reading: string;
  point: (layer: number | null) => void;
  /** Takes Enter. */
  choose?: (layer: number) => void;
}

/** Lies over a chart over layers, and takes its keys: arrows go from layer to layer, Enter selects. */
export function LayerReader({ title, layers, pointed, reading, point, choose }: LayerReaderProps) {
  const now = pointed ?? 0;
  return (
    <KeyReader
      label={t`Layer in ${title}`}
      least={1}
      most={layers}
      now={now + 1}
      reading={reading}
      onKey={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return false;
        const next = sampleAfterKey(event, now, layers);
        if (event.key === 'Enter' && pointed !== null && choose !== undefined) choose(now);
        else if (event.key === 'Escape' && pointed !== null) point(null);
        // The first key shows where it begins.
        else if (next !== null) point(pointed === null ? 0 : next);
        else return false;
        return true;
      }}
      onLeave={() => point(null)}
    />
  );
}
