#!/usr/bin/env node
// @ts-check
// The command line in a checkout: fetches TensorFlow where the command trains, builds when the sources have changed,
// then runs the built program. All that this file says goes to standard error.
import { ensureBuild } from '../scripts/build/ensureBuild.mjs';
import { requireCheckout } from '../scripts/checkout.mjs';
import { commandNeeds } from '../scripts/launch/commandNeeds.mjs';
import { ensureTensorFlowOrFallback } from '../scripts/provision/tensorflow.mjs';
import { reportFailure } from '../scripts/reportFailure.mjs';

await reportFailure(async () => {
  requireCheckout();
  if (commandNeeds(process.argv.slice(2)).tensorFlow) await ensureTensorFlowOrFallback();
  await ensureBuild();
  await import(new URL('../out/main/cli.js', import.meta.url).href);
});
