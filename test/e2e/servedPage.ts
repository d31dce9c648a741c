import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, test as base, expect } from '@playwright/test';
import { sandboxFacts, sandboxSwitches } from '../../scripts/launch/sandbox.mjs';
import { CuttableProxy } from './cuttableProxy';

const program = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));

/** `layerwise serve`, as it runs in a terminal. */
export interface Served {
  readonly process: ChildProcess;
  readonly port: number;
  /** The addresses that it has printed so far, each good for one browser. */
  readonly addresses: () => readonly string[];
}

/** Starts `layerwise serve` and waits for its address. */
export async function serve(port: number, folder: string, options: readonly string[] = []): Promise<Served> {
  const child = spawn(process.execPath, [program, 'serve', '--port', String(port), ...options], {
    env: { ...process.env, XDG_STATE_HOME: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    printed += text;
  });
  const addresses = () => printed.match(/http:\S+/g) ?? [];
  await expect.poll(() => addresses().length, { timeout: 20_000 }).toBe(1);
  return { process: child, port, addresses };
}

/** A port that nothing listens at now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

interface ServedFixtures {
  /** A folder for one test's files. */
  readonly folder: string;
  readonly served: Served;
  readonly wire: CuttableProxy;
  readonly browserOfTest: BrowserContext;
  /** Errors in the page's console, uncaught ones and violations of its policy among them; must stay empty. */
  readonly complaints: string[];
}

/** Playwright's `test`, with Layerwise served and its address opened in the system's Chromium; `page` shows it. */
export const test = base.extend<ServedFixtures>({
  folder: async ({ playwright: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'layerwise-served-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  served: async ({ folder }, use) => {
    const served = await serve(await freePort(), folder);
    await use(served);
    served.process.kill('SIGKILL');
  },
  wire: async ({ playwright: _ }, use) => {
    const proxy = await CuttableProxy.start();
    await use(proxy);
    proxy.close();
  },
  browserOfTest: async ({ playwright, wire }, use) => {
    const executablePath = chromiumExecutable();
    const { switches } = sandboxSwitches(await sandboxFacts(executablePath), executablePath);
    const browser = await playwright.chromium.launch({
      executablePath,
      args: switches,
      proxy: { server: wire.address, bypass: '<-loopback>' },
    });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    // As someone has left it who wants to begin with the network.
    await context.addInitScript(() => {
      // The empty page before has no storage.
      if (location.protocol === 'http:')
        localStorage['layerwise.settings'] ??= JSON.stringify({ 'starting.startScreen': false });
    });
    await use(context);
    await browser.close();
  },
  complaints: async ({ browserOfTest }, use) => {
    const complaints: string[] = [];
    browserOfTest.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    browserOfTest.on('weberror', (webError) => complaints.push(webError.error().message));
    await use(complaints);
    expect(complaints, 'errors in the page').toEqual([]);
  },
  page: async ({ browserOfTest, served, complaints: _ }, use) => {
    const page = await browserOfTest.newPage();
    await page.goto(served.addresses()[0] ?? '');
    await use(page);
  },
});
export { expect };

function chromiumExecutable(): string {
  const executable = process.env['LAYERWISE_CHROMIUM'];
  if (executable === undefined) {
    throw new Error('LAYERWISE_CHROMIUM is not set. Run the tests with "npm run test:e2e", which finds one.');
  }
  return executable;
}
