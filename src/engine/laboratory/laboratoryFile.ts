import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type Experiment, experimentLimits, experimentSchema } from '../../network/laboratory/experiment';
import { type TrialResult, trialResultSchema } from '../../network/laboratory/trialResult';
import { expandTrials, type Trial } from '../../network/laboratory/trials';
import { AdviceError } from '../adviceError';
import { readingFault, writingFault } from '../runs/fileFault';
import { readWholeFile } from '../runs/readWholeFile';
import { writeAside } from '../runs/writeAside';

const fileSchema = z.strictObject({
  format: z.literal('layerwise-laboratory'),
  version: z.literal(1),
  /** ISO 8601. */
  startedAt: z.iso.datetime(),
  experiment: experimentSchema,
  results: z.array(trialResultSchema).max(10 * experimentLimits.trials),
});
type Content = z.infer<typeof fileSchema>;

const mostBytes = 16 * 1024 ** 2;

/**
 * An experiment on disk with the results of the trials that are done. The file is whole at any moment: it is written
 * aside and renamed after each trial.
 */
export class LaboratoryFile {
  readonly #path: string;
  #content: Content;

  private constructor(path: string, content: Content) {
    this.#path = path;
    this.#content = content;
  }

  /** Reads one. Throws an AdviceError where that can't be done. */
  static open(path: string): LaboratoryFile {
    return new LaboratoryFile(path, readContent(path));
  }

  /**
   * Begins an experiment, or goes on with one: results that are there are kept where width and training are the same,
   * also those of trials that the grid no longer has. Throws an AdviceError where the file holds a different experiment.
   */
  static begin(path: string, experiment: Experiment): LaboratoryFile {
    const before = existsSync(path) ? readContent(path) : null;
    if (before !== null && conditionsOf(before.experiment) !== conditionsOf(experiment))
      throw new AdviceError(
        `${path} holds results of other training settings, which can't be compared with new ones.`,
        'Choose another folder or another name, or remove the file to begin anew.',
      );
    const file = new LaboratoryFile(path, {
      format: 'layerwise-laboratory',
      version: 1,
      startedAt: before?.startedAt ?? new Date().toISOString(),
      experiment,
      results: before?.results ?? [],
    });
    file.#write();
    return file;
  }

  get experiment(): Experiment {
    return this.#content.experiment;
  }

  get startedAt(): string {
    return this.#content.startedAt;
  }

  /** Of the trials of the grid, in the order in which they were done. */
  get results(): readonly TrialResult[] {
    const wanted = new Set(expandTrials(this.experiment).map(({ id }) => id));
    return this.#content.results.filter(({ trial }) => wanted.has(trial));
  }

  /** Trials without a result, in their order. */
  get open(): readonly Trial[] {
    const done = new Set(this.#content.results.map(({ trial }) => trial));
    return expandTrials(this.experiment).filter(({ id }) => !done.has(id));
  }

  add(result: TrialResult): void {
    const results = this.#content.results.filter(({ trial }) => trial !== result.trial);
    this.#content = { ...this.#content, results: [...results, result] };
    this.#write();
  }

  #write(): void {
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeAside(this.#path, `${JSON.stringify(this.#content, null, 1)}\n`);
    } catch (cause) {
      throw writingFault(this.#path, cause);
    }
  }
}

/** What results must have in common to be compared; the rate and the seed are the grid's. */
function conditionsOf({ width, training }: Experiment): string {
  const { learningRate: _learningRate, seed: _seed, ...shared } = training;
  return JSON.stringify({ width, shared });
}

function readContent(path: string): Content {
  const advice = 'Remove it to begin the experiment anew; the runs of its trials stay where they are.';
  let text: string;
  try {
    text = readWholeFile(path, mostBytes).toString();
  } catch (cause) {
    throw new AdviceError(`${path} ${readingFault(cause)}.`, advice, { cause });
  }
  const parsed = fileSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new AdviceError(`${path} is damaged: it does not hold an experiment.`, advice);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
