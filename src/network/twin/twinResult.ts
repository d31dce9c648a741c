/** A column of values, of a run that may still grow. */
export interface Column {
  readonly length: number;
  at(place: number): number | undefined;
}

/** What one of two runs has measured so far; columns are as long as one another. */
export interface MeasuredCourse {
  readonly steps: Column;
  readonly losses: Column;
  /** 0…1, of one batch. */
  readonly metrics: Column;
  readonly epochs: readonly {
    readonly loss: number;
    readonly metric: number;
    readonly validationMetric: number | null;
    readonly imagesPerSecond: number;
  }[];
}

/** How far a run has come; null where it can't be told yet. */
export interface TwinResult {
  /** Of the images that are held back, after the last epoch that was validated; 0…1. */
  readonly validationMetric: number | null;
  /** Of the last epoch, or of the last steps before there was one; 0…1. */
  readonly trainingMetric: number | null;
  readonly trainingLoss: number | null;
  /** The first step at which the mean training metric of the steps around it reached `goal`; null where none did. */
  readonly stepsToGoal: number | null;
  readonly imagesPerSecond: number | null;
}

/** The training metric that runs race for. */
export const goal = 0.9;
/** Batches differ from one another: so many measured steps in a row are taken together. */
const together = 10;

export function twinResult(course: MeasuredCourse): TwinResult {
  const { epochs, losses, metrics } = course;
  const last = epochs.at(-1);
  const validated = epochs.findLast(({ validationMetric }) => validationMetric !== null);
  return {
    validationMetric: validated?.validationMetric ?? null,
    trainingMetric: known(last?.metric ?? meanOfLast(metrics)),
    trainingLoss: known(last?.loss ?? meanOfLast(losses)),
    stepsToGoal: stepsToGoal(course),
    imagesPerSecond: known(last?.imagesPerSecond ?? Number.NaN),
  };
}

function stepsToGoal({ steps, metrics }: MeasuredCourse): number | null {
  let sum = 0;
  for (let place = 0; place < metrics.length; place += 1) {
    sum += metrics.at(place) ?? 0;
    if (place >= together) sum -= metrics.at(place - together) ?? 0;
    if (place >= together - 1 && sum / together >= goal) return steps.at(place) ?? null;
  }
  return null;
}

function meanOfLast(column: Column): number {
  const count = Math.min(together, column.length);
  let sum = 0;
  for (let place = column.length - count; place < column.length; place += 1)
    sum += column.at(place) ?? Number.NaN;
  return sum / count;
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
