import type { MatrixCell } from './evaluationStore';

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

/** So many cells an arrow with Shift goes. */
const stride = 10;

/**
 * The cell that a key leads to: arrows to the next, ten with Shift, Home and End along the row, with Ctrl to the first
 * and the last of all. Null where the key means nothing here.
 */
export function cellAfterKey(
  { key, shiftKey, ctrlKey }: Key,
  { row, column }: MatrixCell,
  classes: number,
): MatrixCell | null {
  const far = shiftKey ? stride : 1;
  const within = (place: number) => Math.min(classes - 1, Math.max(0, place));
  switch (key) {
    case 'ArrowLeft':
      return { row, column: within(column - far) };
    case 'ArrowRight':
      return { row, column: within(column + far) };
    case 'ArrowUp':
      return { row: within(row - far), column };
    case 'ArrowDown':
      return { row: within(row + far), column };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? classes - 1 : row, column: classes - 1 };
    default:
      return null;
  }
}
