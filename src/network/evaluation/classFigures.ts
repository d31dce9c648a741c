/** How well the images of one class were told. Shares are 0…1, and NaN where nothing is there to take a share of. */
export interface ClassFigures {
  /** Images of the class. */
  readonly images: number;
  /** Images that were taken for it. */
  readonly taken: number;
  readonly correct: number;
  /** Share of those taken for it that are of it. */
  readonly precision: number;
  /** Share of its images that were taken for it: its accuracy. */
  readonly recall: number;
  /** Harmonic mean of both: 2 · correct / (images + taken) (van Rijsbergen 1979, chapter 7). */
  readonly f1: number;
}

/** Figures of each class, from a confusion matrix: images of class row that were taken for class column, row by row. */
export function classFigures(matrix: ArrayLike<number>, classes: number): readonly ClassFigures[] {
  const numbers = Array.from({ length: classes }, (_, number) => number);
  const at = (row: number, column: number) => matrix[row * classes + column] ?? 0;
  return numbers.map((own) => {
    const images = numbers.reduce((sum, other) => sum + at(own, other), 0);
    const taken = numbers.reduce((sum, other) => sum + at(other, own), 0);
    const correct = at(own, own);
    return {
      ...{ images, taken, correct },
      precision: correct / taken,
      recall: correct / images,
      f1: (2 * correct) / (images + taken),
    };
  });
}

/** Share of all images that were taken for their class. */
export function matrixAccuracy(matrix: ArrayLike<number>, classes: number): number {
  let [correct, all] = [0, 0];
  for (let place = 0; place < classes * classes; place++) {
    const count = matrix[place] ?? 0;
    all += count;
    if (place % (classes + 1) === 0) correct += count;
  }
  return correct / all;
}
