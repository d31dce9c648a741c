import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportedFiles } from '../../../../src/engine/exporting/exportForm';
import type { ImportResult } from '../../../../src/engine/importing/importedNetwork';
import { importFormOf } from '../../../../src/engine/importing/importForms';

/** The exported file that a network would be read from; undefined where no form reads one. */
export function modelIn(files: ExportedFiles): string | undefined {
  return [...files.keys()].find((name) => name.startsWith('model.') && importFormOf(name) !== null);
}

/** What is read of exported files. */
export async function reimported(files: ExportedFiles): Promise<ImportResult> {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-compatibility-'));
  try {
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    const path = join(folder, modelIn(files) ?? '');
    const result = await importFormOf(path)?.read(path, { into: null });
    if (result === undefined) throw new Error(`Nothing reads ${path}.`);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
