import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageFolder } from '../../e2e/packaged/launchPackage';

/** Asks the system to forget the package's files; those that another process has mapped stay. Linux only. */
export async function leaveDiskCache(): Promise<void> {
  const folder = packageFolder();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries)
    if (entry.isFile())
      await promisify(execFile)('dd', [
        ...[`if=${join(entry.parentPath, entry.name)}`, 'iflag=nocache', 'count=0', 'status=none'],
      ]);
}
