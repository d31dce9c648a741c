import { resolve } from 'node:path';
import { AdviceError } from '../../engine/adviceError';
import { recogniseDataset } from '../../engine/data/recognise';
import {
  type DatasetReference,
  datasetReferenceSchema,
  defaultSynthetic,
  namedDatasets,
} from '../../network/datasets/datasetReference';
import { nearestWord } from '../nearestWord';

/** What `--dataset` takes besides paths. */
export const datasetWords = [...namedDatasets, 'synthetic'] as const;

/**
 * The dataset that `--dataset` names, by its name or by a path, with the settings of `--data` in place of its own. Throws
 * an AdviceError where there is no such dataset, or a setting doesn't fit.
 */
export async function chooseDataset(
  word: string | undefined,
  current: DatasetReference,
  settings: readonly string[],
): Promise<DatasetReference> {
  const chosen = word === undefined ? current : await datasetOf(word);
  if (settings.length === 0) return chosen;
  const changed = Object.fromEntries(settings.map(parseSetting));
  for (const name of Object.keys(changed))
    if (!Object.hasOwn(chosen, name) || name === 'type')
      throw new AdviceError(
        `The dataset ${chosen.type} has no setting "${name}".`,
        adviseSetting(name, chosen),
      );
  const parsed = datasetReferenceSchema.safeParse({ ...chosen, ...changed });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AdviceError(
    `--data ${String(issue?.path[0] ?? '')}: ${issue?.message ?? 'the value does not fit'}.`,
    'Give a value within the limits, as in --data height=96 width=96 resize=crop.',
  );
}

async function datasetOf(word: string): Promise<DatasetReference> {
  if (word === 'synthetic') return defaultSynthetic;
  const name = namedDatasets.find((candidate) => candidate === word);
  if (name !== undefined) return { type: name };
  if (/[\\/.]/.test(word)) return recogniseDataset(resolve(word));
  return recogniseDataset(resolve(word)).catch((cause: unknown) => {
    const nearest = nearestWord(word, datasetWords);
    throw new AdviceError(
      `There is neither a dataset nor a folder or file "${word}".`,
      `${nearest === null ? `The datasets are ${datasetWords.join(', ')}.` : `Did you mean ${nearest}?`} Or name a file, or a folder with a folder of images for each class.`,
      { cause },
    );
  });
}

function parseSetting(text: string): readonly [string, string | number | boolean] {
  const split = text.indexOf('=');
  if (split < 1)
    throw new AdviceError(
      `--data takes name=value, and got "${text}".`,
      'Write it as in --data height=96 width=96.',
    );
  const value = text.slice(split + 1);
  if (value === 'true' || value === 'false') return [text.slice(0, split), value === 'true'];
  return [text.slice(0, split), value !== '' && Number.isFinite(Number(value)) ? Number(value) : value];
}

function adviseSetting(name: string, reference: DatasetReference): string {
  const names = Object.keys(reference).filter((key) => key !== 'type');
  if (names.length === 0) return 'It has none: leave --data out.';
  const nearest = nearestWord(name, names);
  return nearest === null ? `Its settings are ${names.join(', ')}.` : `Did you mean ${nearest}?`;
}
