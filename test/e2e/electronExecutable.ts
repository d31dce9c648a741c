import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The Electron that the tests run in: the one that provisioning found, or the user's own. */
export function electronExecutable(): string {
  const provisioned = process.env['LAYERWISE_ELECTRON'];
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const executable = provisioned ?? (own === undefined ? undefined : join(own, 'electron'));
  if (executable === undefined || !existsSync(executable)) {
    throw new Error('No Electron to test in. Run "npm run test:e2e", which finds or fetches one.');
  }
  return executable;
}
