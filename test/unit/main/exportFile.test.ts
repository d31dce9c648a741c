import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportFile, type WhereToExport } from '../../../src/main/exportFile';
import { type ExportedFile, exportedFileSchema, maxExportBytes } from '../../../src/protocol/exportedFiles';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layerwise-export-'));
});
afterEach(() => rm(folder, { recursive: true }));

const table: ExportedFile = {
  suggestedName: 'ResNet 18/34 layers',
  format: 'csv',
  content: new TextEncoder().encode('Name\r\n'),
};
const asSuggested: WhereToExport = async (path) => path;

describe('exportFile', () => {
  it('suggests a name that every system takes, and writes the bytes', async () => {
    const path = join(folder, 'ResNet 18-34 layers.csv');
    expect(await exportFile(table, folder, asSuggested)).toEqual({ status: 'done', value: path });
    expect(await readFile(path, 'utf8')).toBe('Name\r\n');
  });

  it('adds the ending where the dialog left it out', async () => {
    const answer = await exportFile(table, folder, async () => join(folder, 'layers'));
    expect(answer).toEqual({ status: 'done', value: join(folder, 'layers.csv') });
  });

  it('writes nothing where the person cancelled', async () => {
    expect(await exportFile(table, folder, async () => null)).toEqual({ status: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says in a sentence why a file could not be written, and leaves nothing behind', async () => {
    const answer = await exportFile(table, folder, async () => join(folder, 'missing', 'layers.csv'));
    expect(answer).toEqual({
      status: 'failed',
      problem: {
        message: 'layers.csv could not be written: its folder does not exist.',
        advice: 'Choose another folder, and export it again.',
      },
    });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('exportedFileSchema', () => {
  it.each([
    ['another form', { ...table, format: 'exe' }],
    ['text instead of bytes', { ...table, content: 'Name' }],
    ['too many bytes', { ...table, content: new Uint8Array(maxExportBytes + 1) }],
    ['a name that is too long', { ...table, suggestedName: 'n'.repeat(201) }],
  ])('refuses %s', (_what, request) => {
    expect(exportedFileSchema.safeParse(request).success).toBe(false);
  });
});
