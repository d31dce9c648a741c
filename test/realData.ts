import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const candidates = ['../shared/data', '../../shared/data'].map((path) => resolve(path));

/** The real data beside the checkout, or null; a machine without it skips what needs it, and says so. CI has it. */
export function realData(...parts: readonly string[]): string | null {
  const folder = candidates.find((path) => existsSync(path));
  const path = folder === undefined ? null : join(folder, ...parts);
  if (path !== null && existsSync(path)) return path;
  const missing = join(candidates[0] ?? '', ...parts);
  if (process.env['CI']) throw new Error(`${missing} is missing.`);
  console.warn(`SKIPPED for lack of data: ${missing} is missing.`);
  return null;
}
