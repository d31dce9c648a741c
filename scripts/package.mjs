#!/usr/bin/env node
// @ts-check
// `npm run package`: the application as a folder that runs without this checkout, in dist/.
import { requireCheckout } from './checkout.mjs';
import { ensurePackage } from './package/ensurePackage.mjs';
import { say } from './provision/progress.mjs';
import { reportFailure } from './reportFailure.mjs';

await reportFailure(async () => {
  requireCheckout();
  const { executable } = await ensurePackage();
  say(`Packaged: ${executable}`);
});
