import type { Shape } from '../layers/shape';
import type { DatasetName } from './trainingSettings';

/** What a network must know of a dataset to fit it. */
export interface Dataset {
  readonly name: DatasetName;
  /** Name that people read. */
  readonly label: string;
  /** Height × width × channels. */
  readonly imageShape: Shape;
  readonly classes: number;
  readonly trainingImages: number;
  readonly testImages: number;
}

/** LeCun, Cortes & Burges: handwritten digits. */
export const datasets: Readonly<Record<DatasetName, Dataset>> = {
  mnist: {
    name: 'mnist',
    label: 'MNIST',
    imageShape: [28, 28, 1],
    classes: 10,
    trainingImages: 60_000,
    testImages: 10_000,
  },
};
