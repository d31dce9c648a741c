#!/usr/bin/env node
// @ts-check
// `npm run test:e2e -- project.spec.ts`: the end-to-end tests alone; parameters go to Playwright.
import { requireCheckout } from './checkout.mjs';
import { reportFailure } from './reportFailure.mjs';
import { countsText } from './test/counts.mjs';
import { parts } from './test/parts.mjs';

await reportFailure(async () => {
  requireCheckout();
  const outcome = await parts.find((part) => part.name === 'e2e')?.run(process.argv.slice(2));
  if (outcome === undefined) throw new Error('There is no part for end-to-end tests.');
  console.log(countsText(outcome.counts));
  process.exitCode = outcome.counts.failed > 0 ? 1 : 0;
});
