import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdviceError } from '../../../src/engine/adviceError';
import { readBytes } from '../../../src/engine/data/readBytes';
import { recogniseDataset } from '../../../src/engine/data/recognise';
import { ImportDraft } from '../../../src/engine/importing/importDraft';
import type { ImportRefusal } from '../../../src/engine/importing/importedNetwork';
import { importFile } from '../../../src/engine/importing/importFile';
import { existingRun } from '../../../src/engine/runs/existingRun';
import { readMetrics } from '../../../src/engine/runs/metrics/readMetrics';
import { readRunRecord } from '../../../src/engine/runs/readRunRecord';
import { korean, koreanSentences } from '../../../src/language/korean';
import { SentencePatterns } from '../../../src/language/sentencePatterns';

const patterns = new SentencePatterns({ texts: korean, sentences: koreanSentences }, 'ko');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-korean-'));
  for (const name of ['text.unknown', 'text.onnx', 'text.keras', 'text.h5', 'text.prototxt', 'metrics.jsonl'])
    writeFileSync(join(folder, name), 'no model at all\n\n');
  const packed = gzipSync(Buffer.alloc(100_000, 'words'));
  writeFileSync(join(folder, 'cut.gz'), packed.subarray(0, packed.length / 2));
  writeFileSync(join(folder, 'damaged.gz'), 'no gzip');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sentences of what a person is told when `action` fails. */
async function sentencesOf(action: () => unknown): Promise<readonly string[]> {
  try {
    const result = await action();
    if (Array.isArray(result)) return result.map(String);
    return isRefusal(result) ? [result.problem.message, result.problem.advice] : [];
  } catch (error) {
    if (!(error instanceof AdviceError)) throw error;
    return [error.message, error.advice];
  }
}

function isRefusal(result: unknown): result is ImportRefusal {
  return typeof result === 'object' && result !== null && 'problem' in result;
}

const at = (name: string) => join(folder, name);

describe('what the engine says is said in Korean', () => {
  it.each<[string, () => unknown]>([
    ['a model that is gone', () => importFile(at('gone.onnx'))],
    ['a model of no known form', () => importFile(at('text.unknown'))],
    ['a damaged ONNX model', () => importFile(at('text.onnx'))],
    ['a damaged Keras model', () => importFile(at('text.keras'))],
    ['a damaged HDF5 model', () => importFile(at('text.h5'))],
    ['a damaged Caffe model', () => importFile(at('text.prototxt'))],
    ['a run that is gone', () => readRunRecord(at('gone'))],
    ['a run that is none', () => readRunRecord(folder)],
    ['a run that was moved', () => existingRun(folder, 'gone')],
    ['series with damaged lines', () => readMetrics(at('metrics.jsonl')).damage],
    ['a dataset that is gone', () => recogniseDataset(at('gone'))],
    ['a dataset that is none', () => recogniseDataset(at('text.unknown'))],
    ['a file that is gone', () => readBytes(at('gone.gz'), 'Choose another folder.')],
    ['a file that is cut off', () => readBytes(at('cut.gz'), 'Choose another folder.')],
    ['a file that is damaged', () => readBytes(at('damaged.gz'), 'Choose another folder.')],
    [
      'operators without a layer',
      () => {
        const draft = new ImportDraft();
        draft.leaveOut({ name: 'conv1', opType: 'Conv' }, 'it has a dilation');
        draft.leaveOut({ name: '', opType: 'Conv' }, 'its kernel is for 3 channels, and it is given 4');
        draft.leaveOut({ name: 'odd', opType: 'Loop' }, null);
        return draft.notes;
      },
    ],
  ])('%s', async (_, action) => {
    const sentences = await sentencesOf(action);
    expect(sentences).not.toEqual([]);
    for (const sentence of sentences) {
      const said = patterns.translate(sentence);
      expect(said).toMatch(/[가-힣]/);
      expect(said.replaceAll(/`[^`]*`|\S*\/\S*|\([^)]*\)/g, '')).not.toMatch(/[a-z’]{2,}[,:]? [a-z’]{2,}/);
    }
  });
});
