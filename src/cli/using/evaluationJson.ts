import type { EvaluationAnswer } from '../../engine/evaluation/evaluateRun';
import type { ClassFigures } from '../../network/evaluation/classFigures';

/** An evaluation as `--json` prints it: all but the pictures. What is undefined is null. */
export function evaluationJson(answer: EvaluationAnswer, figures: readonly ClassFigures[], atMost: number) {
  const { folder, split, checkpoint, images, loss, accuracy, topFive, recorded, mistakeCount, seconds } =
    answer;
  const { classNames, matrix, mistakes } = answer;
  const classes = classNames.length;
  return {
    ...{ run: folder, split, checkpoint, images, loss, accuracy, topFive, recorded, seconds },
    classes: figures.map((own, place) => ({ name: classNames[place] ?? String(place), ...own })),
    /** Rows: the images' own class; columns: what they were taken for. */
    matrix: classNames.map((_, row) => [...matrix.subarray(row * classes, (row + 1) * classes)]),
    mistakeCount,
    mistakes: [...mistakes.numbers.subarray(0, atMost)].map((number, place) => ({
      number,
      label: classNames[mistakes.labels[place] ?? 0],
      prediction: classNames[mistakes.predictions[place] ?? 0],
      probability: mistakes.probabilities[place],
      loss: mistakes.losses[place],
    })),
  };
}
