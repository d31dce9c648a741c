import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectLimits } from '../../network/graph/projectSchema';
import { experimentIdSchema } from '../../network/laboratory/experiment';
import { AdviceError } from '../adviceError';
import { readingFault } from './fileFault';
import type { JsonNumber } from './metricLine';
import { readMetricsTail } from './metrics/readMetricsTail';
import { type RunState, runState } from './openRunFolder';
import { readWholeFile } from './readWholeFile';

/** What a list of runs shows of one. */
export interface RunSummary {
  readonly folder: string;
  /** Of the network. */
  readonly name: string;
  /** The laboratory's experiment of which it is a trial; null where it is none. */
  readonly experiment: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly state: RunState;
  /** The last that was measured; null where nothing was, or the end of metrics.jsonl can't be read. */
  readonly step: number | null;
  readonly loss: JsonNumber;
  /** 0 to 1: of the last validation, or of the last sampled step where there was none. */
  readonly accuracy: JsonNumber;
}

const summarySchema = z.object({
  format: z.literal('layerwise-run'),
  startedAt: z.iso.datetime(),
  group: z.string().optional(),
  document: z.object({ name: z.string().max(projectLimits.nameLength) }),
});

/** The runs in the folders of a folder, newest first, and the names of folders whose run.json can't be read. */
export function listRuns(folder: string): {
  readonly runs: readonly RunSummary[];
  readonly broken: readonly string[];
} {
  const runs: RunSummary[] = [];
  const broken: string[] = [];
  for (const name of foldersIn(folder)) {
    const path = join(folder, name);
    const text = readRecordText(path);
    if (text === null) continue;
    const record = parseRecord(text);
    if (record === null) broken.push(name);
    else {
      const { end, ...reached } = readMetricsTail(join(path, 'metrics.jsonl'));
      const { startedAt, document } = record;
      const experiment = experimentOf(name, record.group);
      const state = runState(path, end);
      runs.push({ folder: path, name: document.name, experiment, startedAt, state, ...reached });
    }
  }
  runs.sort((left, right) => Date.parse(right.startedAt) - Date.parse(left.startedAt));
  return { runs, broken: broken.sort() };
}

/** Folders of trials begin with their experiment's id, which is their group; those of twins do not. */
function experimentOf(folder: string, group: string | undefined): string | null {
  const { success, data } = experimentIdSchema.safeParse(group);
  return success && folder.startsWith(`${data}-`) ? data : null;
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map(({ name }) => name);
  } catch (cause) {
    throw new AdviceError(
      `${folder} ${readingFault(cause)}.`,
      'Choose a folder that holds run folders, and see that it may be read.',
      { cause },
    );
  }
}

/** Null where the folder is no run's; empty where run.json can't be read. */
function readRecordText(folder: string): string | null {
  try {
    return readWholeFile(join(folder, 'run.json'), 2 * projectLimits.fileBytes).toString();
  } catch (cause) {
    return readingFault(cause) === 'is missing' ? null : '';
  }
}

function parseRecord(text: string): z.infer<typeof summarySchema> | null {
  try {
    return summarySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
