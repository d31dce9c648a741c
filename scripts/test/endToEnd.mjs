// @ts-check
import { join } from 'node:path';
import { ensureBuild } from '../build/ensureBuild.mjs';
import { checkout } from '../checkout.mjs';
import { hasDisplay } from '../launch/display.mjs';
import { startVirtualDisplays } from '../launch/virtualDisplays.mjs';
import { ensurePackage } from '../package/ensurePackage.mjs';
import { ensureElectron } from '../provision/electron.mjs';
import { ensureBrowser, ensureVirtualDisplay, ensureWindowLibraries } from '../provision/systemLibraries.mjs';
import { requireTensorFlow } from '../provision/tensorflow.mjs';
import { countByReport } from './countByReport.mjs';
import { sumCounts } from './counts.mjs';
import { outcomeOfPlaywright } from './reports.mjs';
import { runPart } from './runPart.mjs';

/**
 * @typedef {'timed' | 'window' | 'package' | 'kill'} Project of playwright.config.ts
 * @typedef {import('./reports.mjs').Outcome} Outcome
 *
 * @typedef {object} EndToEnd
 * @property {readonly Project[]} projects
 * @property {readonly string[]} [parameters] for Playwright
 * @property {number} [minutes] until they are ended
 * @property {number} [workers] tests at a time, where each can have a virtual display of its own
 * @property {Readonly<Record<string, string>>} [variables] for the tests
 * @property {import('./runPart.mjs').Print | undefined} [print] gets their output, which is shown otherwise
 */

/** Makes sure of what a window needs beside the build: Electron, a display, and a browser for the served one. */
export async function ensureWindow() {
  const electron = await ensureElectron();
  await ensureWindowLibraries(electron.executable);
  const shown = hasDisplay(process.platform, process.env);
  if (!shown) await ensureVirtualDisplay();
  return { electron, shown, browser: await ensureBrowser() };
}

/**
 * Runs tests in real Electron, on virtual displays where there is none.
 *
 * @param {EndToEnd} tests
 * @returns {Promise<Outcome>}
 */
export async function endToEnd({
  projects,
  parameters = [],
  minutes = 15,
  workers = 1,
  variables = {},
  print,
}) {
  await requireTensorFlow();
  const { electron, shown, browser } = await ensureWindow();
  await ensureBuild();
  const packaged = projects.includes('package') ? await ensurePackage() : null;
  const displays = shown ? null : await startVirtualDisplays(workers);
  const command = [
    tool,
    'test',
    ...projects.map((project) => `--project=${project}`),
    `--workers=${shown ? 1 : workers}`,
    '--forbid-only',
    '--reporter=list,json',
    ...parameters,
  ];
  try {
    return await countByReport(
      (report) =>
        runPart(process.execPath, command, {
          cwd: checkout,
          env: {
            ...process.env,
            ...variables,
            ...(displays === null ? {} : { LAYERWISE_DISPLAYS: displays.names.join(' ') }),
            LAYERWISE_ELECTRON: electron.executable,
            LAYERWISE_CHROMIUM: browser,
            ...(packaged === null ? {} : { LAYERWISE_PACKAGE: packaged.folder }),
            PLAYWRIGHT_JSON_OUTPUT_NAME: report,
          },
          minutes,
          print,
        }),
      outcomeOfPlaywright,
    );
  } finally {
    displays?.end();
  }
}

const tool = join(checkout, 'node_modules', '@playwright/test/cli.js');

/**
 * The tests of the window: those that hold it to times have the machine to themselves, the others go two at a time. Where
 * some are chosen, one after the other.
 *
 * @param {readonly string[]} parameters
 * @param {number} [minutes]
 * @returns {Promise<Outcome>}
 */
export async function windowTests(parameters, minutes) {
  if (parameters.length > 0)
    return endToEnd({
      projects: ['timed', 'window'],
      parameters,
      ...(minutes === undefined ? {} : { minutes }),
    });
  const outcomes = [
    await endToEnd({ projects: ['timed'] }),
    await endToEnd({ projects: ['window'], workers: 2 }),
  ];
  return {
    counts: sumCounts(outcomes.map(({ counts }) => counts)),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}
