import type { EvaluationAnswer } from '../../engine/evaluation/evaluateRun';
import type { ClassFigures } from '../../network/evaluation/classFigures';
import { formatTable } from '../table';
import { checkpointText } from './trainedRun';

/** Confusion matrices of more classes are wider than a terminal. */
const mostColumns = 20;

const percent = (share: number) => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(2)} %`);

/** An evaluation as people read it. */
export function readableEvaluation(
  answer: EvaluationAnswer,
  figures: readonly ClassFigures[],
  atMost: number,
): readonly string[] {
  const { images, loss, accuracy, topFive, split, recorded, seconds, classNames } = answer;
  return [
    `${images.toLocaleString('en')} ${split} images in ${seconds.toFixed(1)} s, ${checkpointText(answer)}`,
    `accuracy ${percent(accuracy)}, loss ${loss.toFixed(4)}${topFive === null ? '' : `, top-5 accuracy ${percent(topFive)}`}`,
    ...(recorded === null
      ? []
      : [`training recorded ${percent(recorded.metric)} and loss ${recorded.loss.toFixed(4)} at this step`]),
    '',
    ...formatTable(
      [
        { title: 'Class', align: 'left', cell: ({ name }) => name },
        { title: 'Images', align: 'right', cell: ({ own }) => String(own.images) },
        { title: 'Accuracy (recall)', align: 'right', cell: ({ own }) => percent(own.recall) },
        { title: 'Precision', align: 'right', cell: ({ own }) => percent(own.precision) },
        { title: 'F1', align: 'right', cell: ({ own }) => percent(own.f1) },
      ],
      figures.map((own, place) => ({ own, name: classNames[place] ?? String(place) })),
    ),
    ...matrixLines(answer),
    ...mistakeLines(answer, atMost),
  ];
}

function matrixLines({ classNames, matrix }: EvaluationAnswer): readonly string[] {
  const classes = classNames.length;
  if (classes > mostColumns) return ['', `The matrix of ${classes} classes is in --json.`];
  return [
    '',
    'Rows: what they are; columns: what they were taken for',
    ...formatTable(
      [
        { title: '', align: 'left', cell: ({ name }) => name },
        ...classNames.map((title, column) => ({
          title,
          align: 'right' as const,
          cell: ({ row }: { readonly row: number; readonly name: string }) =>
            String(matrix[row * classes + column] ?? 0),
        })),
      ],
      classNames.map((name, row) => ({ name, row })),
    ),
  ];
}

function mistakeLines({ mistakes, classNames, mistakeCount }: EvaluationAnswer, atMost: number) {
  const shown = [...mistakes.numbers.subarray(0, atMost)];
  if (shown.length === 0) return mistakeCount === 0 ? ['', 'No mistake.'] : [];
  return [
    '',
    `The ${shown.length} worst of ${mistakeCount.toLocaleString('en')} mistakes`,
    ...shown.map((number, place) => {
      const [label, prediction] = [mistakes.labels[place] ?? 0, mistakes.predictions[place] ?? 0];
      return `  image ${number}: labelled ${classNames[label]}, took it for ${classNames[prediction]} (${percent(mistakes.probabilities[place] ?? Number.NaN)}), loss ${(mistakes.losses[place] ?? Number.NaN).toFixed(2)}`;
    }),
  ];
}
