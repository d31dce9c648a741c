#!/usr/bin/env node
// @ts-check
// `npm run package`: the application as a folder that runs without this checkout, in dist/, and its installers.
import { parseArgs } from 'node:util';
import { requireCheckout } from './checkout.mjs';
import { ensurePackage } from './package/ensurePackage.mjs';
import { folderSize } from './package/folderSize.mjs';
import { makeInstallers } from './package/installers.mjs';
import { formatBytes, say } from './provision/progress.mjs';
import { reportFailure } from './reportFailure.mjs';

await reportFailure(async () => {
  requireCheckout();
  const { values } = parseArgs({
    options: { installers: { type: 'boolean' }, 'without-tensorflow': { type: 'boolean' } },
  });
  const packed = await ensurePackage({ withTensorFlow: values['without-tensorflow'] !== true });
  say(`Packaged: ${packed.executable}, ${formatBytes(await folderSize(packed.folder))} in its folder`);
  if (values.installers !== true) return;
  const { made, missing } = await makeInstallers(packed);
  for (const { target, reason } of missing) say(`No ${target}: ${reason}`);
  if (made.length === 0) throw new Error('No installer could be made.');
});
