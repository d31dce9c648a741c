import { evaluationLimits } from '../../protocol/evaluationMessages';

/** One image that was taken for another class than its own. */
export interface Mistake {
  readonly number: number;
  readonly label: number;
  readonly prediction: number;
  /** Of the class that it was taken for. */
  readonly probability: number;
  readonly loss: number;
}

export interface Judged {
  readonly number: number;
  readonly label: number;
  readonly probabilities: Float32Array;
  readonly loss: number;
}

/** How many mistakes are shown, and of one cell of the matrix at least where there are. */
interface ShownMistakes {
  readonly mistakes: number;
  readonly mistakesPerCell: number;
}

/** Counts how images were told, one after the other. */
export class Judgement {
  readonly #classes: number;
  readonly matrix: Int32Array<ArrayBuffer>;
  readonly #mistakes: Mistake[] = [];
  #images = 0;
  #correct = 0;
  #amongFive = 0;
  #losses = 0;

  constructor(classes: number) {
    this.#classes = classes;
    this.matrix = new Int32Array(classes * classes);
  }

  add({ number, label, probabilities, loss }: Judged): void {
    const prediction = largestPlace(probabilities);
    const place = label * this.#classes + prediction;
    this.matrix[place] = (this.matrix[place] ?? 0) + 1;
    this.#images += 1;
    this.#losses += loss;
    const own = probabilities[label] ?? Number.NaN;
    const larger = probabilities.reduce((count, other) => count + (other > own ? 1 : 0), 0);
    if (larger < 5) this.#amongFive += 1;
    if (prediction === label) this.#correct += 1;
    else {
      const probability = probabilities[prediction] ?? Number.NaN;
      this.#mistakes.push({ number, label, prediction, probability, loss });
    }
  }

  get figures() {
    const images = this.#images;
    return {
      images,
      loss: this.#losses / images,
      accuracy: this.#correct / images,
      topFive: this.#classes > 5 ? this.#amongFive / images : null,
      mistakeCount: this.#mistakes.length,
    };
  }

  /**
   * The worst mistakes, by falling loss: of each cell of the matrix its worst, as far as there is room, and of all others
   * the worst.
   */
  worst({ mistakes: atMost, mistakesPerCell }: ShownMistakes = evaluationLimits): readonly Mistake[] {
    // An infinite loss, or one that is no number, is the worst.
    const size = ({ loss }: Mistake) => (Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss);
    const falling = (left: Mistake, right: Mistake) =>
      size(left) === size(right) ? left.number - right.number : size(right) - size(left);
    const sorted = this.#mistakes.toSorted(falling);
    const inCell = new Map<number, number>();
    const [first, rest]: [Mistake[], Mistake[]] = [[], []];
    for (const mistake of sorted) {
      const cell = mistake.label * this.#classes + mistake.prediction;
      const before = inCell.get(cell) ?? 0;
      inCell.set(cell, before + 1);
      (before < mistakesPerCell ? first : rest).push(mistake);
    }
    return [...first, ...rest].slice(0, atMost).sort(falling);
  }
}

/** Place of the largest value, and of equals the first, as TensorFlow's ArgMax. */
export function largestPlace(values: Float32Array): number {
  let best = 0;
  for (const [place, value] of values.entries()) if (value > (values[best] ?? Number.NaN)) best = place;
  return best;
}
