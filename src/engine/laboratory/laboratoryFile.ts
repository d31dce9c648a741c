import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { migrate, projectVersion } from '../../network/graph/migrations';
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
  /** The version of project files that the experiment's training settings are in the form of. */
  projectVersion: z.literal(projectVersion),
  /** ISO 8601. */
  startedAt: z.iso.datetime(),
  experiment: experimentSchema,
  results: z.array(trialResultSchema).max(10 * experimentLimits.trials),
});
type Content = z.infer<typeof fileSchema>;

/** What must be known of a file before it can be brought to the form that is written now. */
const anyVersionSchema = z.looseObject({
  projectVersion: z.int().min(1),
  experiment: z.looseObject({ training: z.unknown() }),
});

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
    if (before !== null && !isDeepStrictEqual(conditionsOf(before.experiment), conditionsOf(experiment)))
      throw new AdviceError(
        `${path} holds results of other training settings, which can't be compared with new ones.`,
        'Choose another folder or another name, or remove the file to begin anew.',
      );
    const file = new LaboratoryFile(path, {
      format: 'layerwise-laboratory',
      version: 1,
      projectVersion,
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
function conditionsOf({ width, training }: Experiment) {
  const { learningRate: _learningRate, seed: _seed, ...shared } = training;
  return { width, shared };
}

function readContent(path: string): Content {
  const advice = 'Remove it to begin the experiment anew; the runs of its trials stay where they are.';
  let text: string;
  try {
    text = readWholeFile(path, mostBytes).toString();
  } catch (cause) {
    throw new AdviceError(`${path} ${readingFault(cause)}.`, advice, { cause });
  }
  const found = anyVersionSchema.safeParse(parseJson(text));
  if (found.success && found.data.projectVersion > projectVersion)
    throw new AdviceError(
      `${path} was written by a newer Layerwise.`,
      'Update Layerwise, then open the experiment again.',
    );
  const parsed = fileSchema.safeParse(found.success ? migrated(found.data) : null);
  if (!parsed.success) throw new AdviceError(`${path} is damaged: it does not hold an experiment.`, advice);
  return parsed.data;
}

/** Training settings of an older version become those of this one, as in a project. */
function migrated(content: z.infer<typeof anyVersionSchema>): unknown {
  const { experiment } = content;
  const { training } = migrate({ training: experiment.training }, content.projectVersion);
  return { ...content, projectVersion, experiment: { ...experiment, training } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
