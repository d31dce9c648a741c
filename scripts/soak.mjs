#!/usr/bin/env node
// @ts-check
/**
 * Trains for an hour in the real window with its charts in view, and measures the tasks of its main thread, what it
 * loses and what grows. Fails where that is more than it should be.
 *
 *   npm run soak [-- --minutes 60] [--write]
 *
 * --write puts the result into docs/soak.md.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machineText } from './bench/machine.mjs';
import { checkout, requireCheckout } from './checkout.mjs';
import { withMarkedPart } from './markedPart.mjs';
import { reportFailure } from './reportFailure.mjs';
import { resultText } from './soak/resultText.mjs';
import { countsText } from './test/counts.mjs';
import { parts } from './test/parts.mjs';

await reportFailure(async () => {
  const { values } = parseArgs({
    options: { minutes: { type: 'string', default: '60' }, write: { type: 'boolean', default: false } },
  });
  const minutes = Number(values.minutes);
  if (!(minutes >= 1 && Number.isFinite(minutes)))
    throw new Error(`--minutes must be a number from 1 on; got "${values.minutes}".`);
  requireCheckout();
  const folder = await mkdtemp(join(tmpdir(), 'layerwise-soak-'));
  try {
    const report = join(folder, 'soak.json');
    process.env['LAYERWISE_SOAK'] = String(minutes);
    process.env['LAYERWISE_SOAK_REPORT'] = report;
    const e2e = parts.find((part) => part.name === 'e2e');
    if (e2e === undefined) throw new Error('There is no part for end-to-end tests.');
    const { counts } = await e2e.run(['soak.spec.ts'], { minutes: minutes + 10 });
    const text = resultText(JSON.parse(await readFile(report, 'utf8')), machineText(), new Date());
    console.log(text);
    const path = join(checkout, 'docs', 'soak.md');
    if (values.write) await writeFile(path, withMarkedPart(await readFile(path, 'utf8'), 'soak', text));
    console.log(countsText(counts));
    process.exitCode = counts.failed > 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
