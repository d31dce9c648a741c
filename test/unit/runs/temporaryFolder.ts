import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A folder that is new for each test of the file and removed after it. */
export function temporaryFolder(): { readonly path: string } {
  const folder = { path: '' };
  beforeEach(() => {
    folder.path = mkdtempSync(join(tmpdir(), 'layerwise-runs-'));
    chmodSync(folder.path, 0o777);
  });
  afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
  return folder;
}
