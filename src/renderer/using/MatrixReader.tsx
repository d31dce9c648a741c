import { KeyReader } from '../charts/KeyReader';
import { t } from '../language/t';
import { type MatrixCell, useEvaluation } from './evaluationStore';
import { cellAfterKey } from './matrixKeys';

interface MatrixReaderProps {
  classes: number;
  /** The cell that is pointed at; null for none. */
  pointed: MatrixCell | null;
  /** What it counts, in words. */
  reading: string;
  point: (cell: MatrixCell | null) => void;
}

/** Lies over a matrix that is one picture, and takes its keys: arrows go from cell to cell, Enter shows its mistakes. */
export function MatrixReader({ classes, pointed, reading, point }: MatrixReaderProps) {
  const now = pointed ?? { row: 0, column: 0 };
  return (
    <KeyReader
      label={t`Cell of the confusion matrix`}
      least={1}
      most={classes * classes}
      now={now.row * classes + now.column + 1}
      reading={reading}
      onKey={(event) => {
        if (event.altKey || event.metaKey) return false;
        const next = cellAfterKey(event, now, classes);
        if (event.key === 'Enter' && pointed !== null) useEvaluation.getState().toggleCell(now);
        else if (event.key === 'Escape' && pointed !== null) point(null);
        // The first key shows where it begins.
        else if (next !== null) point(pointed === null ? now : next);
        else return false;
        return true;
      }}
      onLeave={() => point(null)}
    />
  );
}
