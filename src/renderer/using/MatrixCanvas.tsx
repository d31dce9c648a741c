import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { leftOutOfFigures } from '../figures/drawnPage';
import { t } from '../language/t';
import { useTheme } from '../theme/themeStore';
import { tokenValue } from '../theme/tokenValue';
import styles from './ConfusionMatrix.module.css';
import { type Evaluation, type MatrixCell, useEvaluation } from './evaluationStore';
import { MatrixReader } from './MatrixReader';
import { cellText, cellTint, rowTotal } from './matrixCells';

interface MatrixCanvasProps {
  evaluation: Evaluation;
  /** The cell that is read. */
  pointed: MatrixCell | null;
  onPoint: (cell: MatrixCell | null) => void;
}

/** Side of the whole matrix, in px. */
const side = 460;

/** A matrix of many classes, as a heat map. */
export function MatrixCanvas({ evaluation: { matrix, classNames }, pointed, onPoint }: MatrixCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme((state) => state.theme);
  const chosen = useEvaluation((state) => state.cell);
  const classes = classNames.length;
  const perCell = side / classes;
  // The colours on the canvas are those of the theme that it was painted in.
  const painted = useMemo(() => ({ matrix, theme }), [matrix, theme]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const scale = window.devicePixelRatio;
    context.canvas.width = context.canvas.height = Math.round(side * scale);
    context.scale(scale, scale);
    const colours = {
      right: tokenValue('var(--g-m1)'),
      wrong: tokenValue('var(--g-p1)'),
      line: tokenValue('var(--fg)'),
    };
    context.clearRect(0, 0, side, side);
    for (let row = 0; row < classes; row++) {
      const total = rowTotal(painted.matrix, classes, row);
      for (let column = 0; column < classes; column++) {
        const tint = cellTint(painted.matrix[row * classes + column] ?? 0, total);
        if (tint === 0) continue;
        context.globalAlpha = Math.min(1, tint * 1.6);
        context.fillStyle = row === column ? colours.right : colours.wrong;
        context.fillRect(column * perCell, row * perCell, perCell, perCell);
      }
    }
    context.globalAlpha = 1;
    context.strokeStyle = colours.line;
    if (chosen !== null)
      context.strokeRect(chosen.column * perCell - 1, chosen.row * perCell - 1, perCell + 2, perCell + 2);
  }, [painted, classes, perCell, chosen]);
  const cellAt = ({ nativeEvent: { offsetX, offsetY } }: PointerEvent): MatrixCell => ({
    row: Math.min(classes - 1, Math.max(0, Math.floor(offsetY / perCell))),
    column: Math.min(classes - 1, Math.max(0, Math.floor(offsetX / perCell))),
  });
  return (
    <div className={styles['heat']} style={{ width: side, height: side }}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t`Confusion matrix of ${classes} classes; the table beside has the figures of each`}
        onPointerMove={(event) => onPoint(cellAt(event))}
        onPointerLeave={() => onPoint(null)}
        onPointerDown={(event) => useEvaluation.getState().toggleCell(cellAt(event))}
      />
      {pointed !== null && (
        <i
          {...leftOutOfFigures}
          style={{
            left: pointed.column * perCell,
            top: pointed.row * perCell,
            width: perCell,
            height: perCell,
          }}
        />
      )}
      <MatrixReader
        {...{ classes, pointed }}
        reading={pointed === null ? '' : cellText(matrix, classNames, pointed)}
        point={onPoint}
      />
    </div>
  );
}
