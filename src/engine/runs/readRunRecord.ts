import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { datasetLimits } from '../../network/datasets/datasetReference';
import { projectVersion } from '../../network/graph/migrations';
import { readProject } from '../../network/graph/projectFile';
import { projectLimits } from '../../network/graph/projectSchema';
import { AdviceError } from '../adviceError';
import { readingFault } from './fileFault';
import { readWholeFile } from './readWholeFile';
import type { RunRecord } from './runRecord';
import { statOrNothing } from './statOrNothing';

const text = z.string().max(10_000);

/** Besides the document, which has a reader of its own. */
const recordSchema = z.object({
  format: z.literal('layerwise-run'),
  version: z.int().min(1),
  startedAt: z.iso.datetime(),
  document: z.record(z.string(), z.unknown()),
  projectVersion: z.int().min(1),
  seed: z.number(),
  group: text.optional(),
  startingWeights: z
    .object({ path: text, sha256: text, drawn: z.array(text).max(projectLimits.nodes * 8) })
    .optional(),
  dataset: z.object({
    name: text,
    files: z.array(z.object({ name: text, sha256: text })).max(10_000),
    classNames: z.array(text).max(datasetLimits.classes).optional(),
    means: z.array(z.number()).max(64).optional(),
    deviations: z.array(z.number()).max(64).optional(),
  }),
  device: z.object({
    backend: z.enum(['tensorflow', 'wasm', 'pytorch', 'keras']),
    device: z.enum(['cpu', 'gpu']),
    description: text,
    libraryVersion: text,
    threads: z.int().min(1),
  }),
  sizes: z.object({
    stepsPerEpoch: z.int().min(1),
    trainingImages: z.int().min(1),
    validationImages: z.int().min(0),
  }),
  versions: z.object({ layerwise: text, library: text, node: text }),
});

/** The version of run.json that is written, and the newest that is read. */
const recordVersion = 1;
const mostBytes = 2 * projectLimits.fileBytes;
const restore = 'Restore run.json from a copy of the run folder; without it the run can’t be opened.';

/** Reads run.json. Throws an AdviceError where the folder holds no run, or one whose run.json is damaged. */
export function readRunRecord(folder: string): RunRecord {
  const path = join(folder, 'run.json');
  if (!existsSync(path)) throw noRun(folder);
  const parsed = recordSchema.safeParse(parseJson(path));
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AdviceError(
      `${path} is damaged${place === '' ? '' : ` at "${place}"`}: it does not describe a run.`,
      restore,
    );
  }
  const { data } = parsed;
  if (data.version > recordVersion)
    throw new AdviceError(
      `${folder} was written by a newer Layerwise (run version ${data.version}; this one reads up to ${recordVersion}).`,
      'Update Layerwise, then open it again.',
    );
  const project = readProject(data.document, data.projectVersion);
  if ('problem' in project)
    throw new AdviceError(
      `The network in ${path} can't be read: ${project.problem.message}`,
      project.problem.advice,
    );
  return { ...data, version: recordVersion, document: project.document, projectVersion };
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readWholeFile(path, mostBytes).toString());
  } catch (cause) {
    if (cause instanceof SyntaxError)
      throw new AdviceError(`${path} is damaged: it is cut off or is not JSON.`, restore, { cause });
    throw new AdviceError(`${path} ${readingFault(cause)}.`, restore, { cause });
  }
}

function noRun(folder: string): AdviceError {
  const found = statOrNothing(folder);
  const advice = 'Choose the folder that a training run was written to: it holds run.json.';
  if (found === undefined) return new AdviceError(`The run folder ${folder} is missing.`, advice);
  if (!found.isDirectory()) return new AdviceError(`${folder} is not a folder.`, advice);
  return new AdviceError(`${folder} is not a run folder: it holds no run.json.`, advice);
}
