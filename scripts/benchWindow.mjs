#!/usr/bin/env node
// @ts-check
/**
 * How fluid the packaged window is: from the start of its process to the first click that it answers, from input to paint
 * while ResNet-110 trains, and what it holds while LeNet-5 trains for minutes.
 *
 *   npm run bench:window [-- --turns 5] [--minutes 5] [--only starts] [--json] [--check] [--write]
 *
 * --only measures one of starts, inputs and memory. --check fails where a limit is missed. --write puts the tables into
 * docs/fluid.md. Recordings of Playwright and Chromium stay in test-results/.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machineText } from './bench/machine.mjs';
import { wholeNumber } from './bench/options.mjs';
import { faultsOf, windowTables } from './bench/windowFigures.mjs';
import { checkout, requireCheckout } from './checkout.mjs';
import { withMarkedPart } from './markedPart.mjs';
import { ensureElectron } from './provision/electron.mjs';
import { reportFailure } from './reportFailure.mjs';
import { endToEnd } from './test/endToEnd.mjs';

/** What is measured, and what in the name of its test says so. */
const tests = { starts: 'starts, and answers', inputs: 'answers promptly', memory: 'does not grow' };

await reportFailure(async () => {
  const { values } = parseArgs({
    options: {
      turns: { type: 'string', default: '5' },
      minutes: { type: 'string', default: '5' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const chosen = Object.entries(tests).filter(([name]) => values.only === undefined || name === values.only);
  if (chosen.length === 0) throw new Error(`--only must be one of ${Object.keys(tests).join(', ')}.`);
  const turns = wholeNumber('--turns', values.turns);
  const minutes = wholeNumber('--minutes', values.minutes);
  if (process.platform !== 'linux')
    throw new Error('The memory of the processes is read from /proc, which only Linux has.');
  requireCheckout();
  const folder = await mkdtemp(join(tmpdir(), 'layerwise-window-'));
  try {
    const { counts } = await endToEnd({
      projects: ['package'],
      parameters: ['fluid.spec.ts', '-g', chosen.map(([, words]) => words).join('|')],
      minutes: 20 + minutes + turns,
      variables: {
        LAYERWISE_WINDOW_TURNS: String(turns),
        LAYERWISE_WINDOW_MINUTES: String(minutes),
        LAYERWISE_WINDOW_REPORT: folder,
      },
    });
    const figures = {
      starts: await read(join(folder, 'starts.json')),
      inputs: await read(join(folder, 'inputs.json')),
      memory: await read(join(folder, 'memory.json')),
    };
    const { version } = await ensureElectron();
    const text = windowTables(figures, `${machineText()}, Electron ${version}`, new Date());
    console.log(values.json ? JSON.stringify(figures) : text);
    const path = join(checkout, 'docs', 'fluid.md');
    if (values.write) await writeFile(path, withMarkedPart(await readFile(path, 'utf8'), 'window', text));
    const faults = faultsOf(figures);
    for (const fault of faults) console.error(fault);
    if (counts.failed > 0 || (values.check && faults.length > 0)) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Null where it was not measured. @param {string} file */
async function read(file) {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : null;
}
