import type { Exported } from '../figures/exported';
import type { DataColumn } from '../figures/exportFigure';
import { figurePicture } from '../figures/figurePicture';
import { t } from '../language/t';
import type { Evaluation } from './evaluationStore';

/** The confusion matrix as it may leave the window; `figure` holds it, with its title. */
export function matrixExports(
  network: string,
  evaluation: Evaluation,
  figure: () => Element | null,
): readonly Exported[] {
  const title = t`Confusion matrix`;
  return [
    {
      label: title,
      name: `${network} ${title.toLowerCase()}`,
      picture: () => {
        const part = figure();
        return part === null
          ? null
          : figurePicture({ part, title: `${network}: ${title.toLowerCase()}`, scale: null });
      },
      data: () => countColumns(evaluation),
    },
  ];
}

/** A line for each class that images are of, a column for each that they were taken for. In English: programs read it. */
export function countColumns({
  matrix,
  classNames,
}: Pick<Evaluation, 'matrix' | 'classNames'>): readonly DataColumn[] {
  const classes = classNames.length;
  return [
    { heading: 'Class', cells: classNames },
    ...classNames.map((name, column) => ({
      heading: `Taken for ${name} (images)`,
      cells: classNames.map((_, row) => matrix[row * classes + column] ?? 0),
    })),
  ];
}
