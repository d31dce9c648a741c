#!/usr/bin/env node
// @ts-check
// Opens Layerwise: fetches what is missing, builds what has changed, starts Electron; serves where there is no display.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ensureBuild } from './build/ensureBuild.mjs';
import { checkout, requireCheckout } from './checkout.mjs';
import { hasDisplay, noDisplay } from './launch/display.mjs';
import { withAbsoluteFiles } from './launch/fileParameters.mjs';
import { sandboxFacts, sandboxSwitches } from './launch/sandbox.mjs';
import { ensureElectron } from './provision/electron.mjs';
import { say } from './provision/progress.mjs';
import { ensureWindowLibraries } from './provision/systemLibraries.mjs';
import { ensureTensorFlowOrFallback } from './provision/tensorflow.mjs';
import { reportFailure } from './reportFailure.mjs';

/**
 * @param {string} executable
 * @param {readonly string[]} parameters
 */
function runElectron(executable, parameters) {
  const environment = { ...process.env };
  // Set in the terminals of some editors; it would turn Electron into plain Node.
  delete environment['ELECTRON_RUN_AS_NODE'];
  const child = spawn(executable, parameters, { cwd: checkout, env: environment, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    say(`Electron did not start: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('close', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
  });
}

async function openWindow() {
  const electron = await windowProgram();
  if (electron === null) return serve();
  const tensorFlow = await ensureTensorFlowOrFallback();
  await ensureBuild();
  say(`TensorFlow ${tensorFlow.version} · ${tensorFlow.device} · Electron ${electron.version}`);
  if (electron.note) say(`Electron ${electron.version} ${electron.note}.`);
  const sandbox = sandboxSwitches(await sandboxFacts(electron.executable), electron.executable);
  if (sandbox.sentence) say(sandbox.sentence);
  // npm changes to the checkout, and notes where it was called.
  const files = withAbsoluteFiles(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  runElectron(electron.executable, [...sandbox.switches, checkout, ...files]);
}

/** Electron, able to run; null where there is no display, or no Electron, after a sentence that says so. */
async function windowProgram() {
  if (!hasDisplay(process.platform, process.env)) {
    say(noDisplay);
    return null;
  }
  try {
    const electron = await ensureElectron();
    await ensureWindowLibraries(electron.executable);
    return electron;
  } catch (error) {
    say(`${error instanceof Error ? error.message : error}\nUntil then Layerwise is served to a browser.`);
    return null;
  }
}

/** Does in this process what `layerwise serve` does; parameters are that command's. */
async function serve() {
  const tensorFlow = await ensureTensorFlowOrFallback();
  await ensureBuild();
  say(`TensorFlow ${tensorFlow.version} · ${tensorFlow.device}`);
  const parameters = process.argv.splice(2);
  const files = parameters.filter((parameter) => parameter.endsWith('.layerwise'));
  if (files.length > 0) say(`A page opens no file by itself: open ${files.join(', ')} in its menu.`);
  process.argv.push('serve', ...parameters.filter((parameter) => !files.includes(parameter)));
  await import(new URL('../out/main/cli.js', import.meta.url).href);
}

await reportFailure(async () => {
  requireCheckout();
  await openWindow();
});
