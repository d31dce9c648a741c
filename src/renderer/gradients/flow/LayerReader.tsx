import chart from '../../charts/Chart.module.css';
import { leftOutOfFigures } from '../../figures/drawnPage';
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
    <div
      role="slider"
      tabIndex={0}
      {...leftOutOfFigures}
      className={chart['reader']}
      aria-label={t`Layer in ${title}`}
      aria-valuemin={1}
      aria-valuemax={layers}
      aria-valuenow={now + 1}
      aria-valuetext={reading === '' ? undefined : reading}
      onBlur={() => point(null)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const next = pointed === null ? 0 : sampleAfterKey(event, now, layers);
        if (event.key === 'Enter' && pointed !== null && choose !== undefined) choose(now);
        else if (event.key === 'Escape' && pointed !== null) point(null);
        else if (sampleAfterKey(event, now, layers) !== null) point(next);
        else return;
        event.preventDefault();
      }}
    />
  );
}
