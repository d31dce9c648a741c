#!/usr/bin/env node
// @ts-check
// Fetches what npm can't: the TensorFlow library and Electron. `--verify` hashes every file that is there already.
import { requireCheckout } from './checkout.mjs';
import { ensureElectron } from './provision/electron.mjs';
import { say } from './provision/progress.mjs';
import { ensureTensorFlow } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

await reportFailure(async () => {
  requireCheckout();
  const thorough = process.argv.includes('--verify');
  const tensorFlow = await ensureTensorFlow({ thorough });
  say(`TensorFlow ${tensorFlow.version} · ${tensorFlow.device} (${tensorFlow.reason})`);
  const electron = await ensureElectron({ thorough });
  say(`Electron ${electron.version}${electron.note && ` (${electron.note})`}: ${electron.executable}`);
});
