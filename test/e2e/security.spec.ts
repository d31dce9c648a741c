import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './reusedWindow';

test('the page comes with a strict content security policy', async ({ page, application }) => {
  expect(page.url()).toBe('layerwise://app/');
  const { status, policy } = await application.evaluate(async ({ net }) => {
    const answer = await net.fetch('layerwise://app/');
    return { status: answer.status, policy: answer.headers.get('content-security-policy') ?? '' };
  });
  expect(status).toBe(200);
  const directives = policy.split('; ');
  expect(directives).toContain("default-src 'none'");
  expect(directives).toContain("script-src 'self'");
  expect(directives.find((directive) => directive.startsWith('style-src'))).toMatch(
    /^style-src 'self'( 'sha256-[A-Za-z0-9+/]{43}=')*$/,
  );
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toMatch(/https?:|\*/);
});

test('the page runs no script and no style of others, and reaches no address but its own', async ({
  page,
  complaints,
}) => {
  const seen = await page.evaluate(async () => {
    const violations: string[] = [];
    addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'document.title = "inline script ran"';
    document.head.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { opacity: 0.5 }';
    document.head.append(style);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
    const fetched = await fetch('https://example.com/').then(
      () => 'fetched',
      () => 'refused',
    );
    // Told a moment after the element is refused, and later on a busy machine.
    for (let waits = 0; waits < 100 && new Set(violations).size < 4; waits += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const { opacity } = getComputedStyle(document.body);
    for (const element of [script, style, frame]) element.remove();
    return { violations, fetched, opacity, title: document.title };
  });
  expect(seen.fetched).toBe('refused');
  expect(seen.opacity).toBe('1');
  expect(seen.title).not.toBe('inline script ran');
  expect(seen.violations).toEqual(
    expect.arrayContaining(['script-src-elem', 'style-src-elem', 'frame-src', 'connect-src']),
  );
  // They are this test's own.
  complaints.length = 0;
});

test('no request of the page’s session gets out, whoever makes it', async ({
  page,
  application,
  complaints,
}) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const outcome = await application.evaluate(
    ({ net }, target) =>
      net.fetch(`${target}/main`).then(
        () => 'reached',
        ({ message }: Error) => message,
      ),
    address,
  );
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  await page.evaluate(async (target) => {
    new Image().src = `${target}/image`;
    navigator.sendBeacon(`${target}/beacon`, 'text');
    const socket = new WebSocket(target.replace('http', 'ws'));
    await new Promise((resolve) => socket.addEventListener('error', resolve));
  }, address);
  await page.waitForTimeout(200);
  server.close();
  expect(asked).toEqual([]);
  // They are this test's own.
  complaints.length = 0;
});

test('the page has no Node.js and only the bridge', async ({ page, application }) => {
  const globals = await page.evaluate(() => ({
    require: typeof Reflect.get(globalThis, 'require'),
    process: typeof Reflect.get(globalThis, 'process'),
    electron: typeof Reflect.get(globalThis, 'electron'),
    bridge: Object.keys(window.layerwise).sort(),
    frozen: Object.isFrozen(window.layerwise),
  }));
  expect(globals).toEqual({
    require: 'undefined',
    process: 'undefined',
    electron: 'undefined',
    bridge: [
      'call',
      'inBrowser',
      'onEngineStatus',
      'onImportProgress',
      'onInstallation',
      'onMenuCommand',
      'platform',
    ],
    frozen: true,
  });
  const preferences = await application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      Reflect.apply(Reflect.get(webContents, 'getLastWebPreferences'), webContents, []),
    ),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
});

test('the page opens no window and goes nowhere', async ({ page, application, complaints }) => {
  expect(await page.evaluate(() => globalThis.open('https://example.com/') === null)).toBe(true);
  for (const address of ['https://example.com/', 'file:///etc/passwd', 'layerwise://app/assets/']) {
    await page.evaluate((target) => location.assign(target), address);
    await page.waitForTimeout(200);
    expect(page.url()).toBe('layerwise://app/');
  }
  expect(application.windows()).toHaveLength(1);
  // The console notes the file that it may not load.
  complaints.length = 0;
});

test('the bundle is all that the page’s scheme serves', async ({ application }) => {
  const statuses = await application.evaluate(async ({ net }) => {
    const paths = [
      '',
      'nothing.js',
      '../main/main.js',
      '%2e%2e/main/main.js',
      '..%2fmain%2fmain.js',
      '../../package.json',
    ];
    return Promise.all(paths.map(async (path) => (await net.fetch(`layerwise://app/${path}`)).status));
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);
});

test('main refuses requests of the wrong form, and paths that the person did not choose', async ({
  page,
  folder,
}) => {
  const refused = await page.evaluate(async (path) => {
    const call: unknown = Reflect.get(window.layerwise, 'call');
    if (typeof call !== 'function') throw new Error('No bridge');
    const outcome = async (name: string, request: unknown): Promise<string> => {
      try {
        return JSON.stringify(await call(name, request));
      } catch {
        return 'rejected';
      }
    };
    return {
      unknownCall: await outcome('deleteProject', path),
      unknownField: await outcome('saveProject', { path, text: '', mode: 511 }),
      notChosen: await outcome('saveProject', { path, text: 'text' }),
      notRecent: await outcome('openRecentProject', { path: '/etc/passwd' }),
      asDraft: await outcome('keepDraft', {
        project: crypto.randomUUID(),
        draft: { text: '', path, projectName: 'Stolen', unsavedChanges: 1 },
      }),
      recalled: await outcome('recallDrafts', undefined),
      fromDraft: await outcome('saveProject', { path, text: 'text' }),
    };
  }, `${folder}/stolen.layerwise`);
  expect(refused.unknownCall).toBe('rejected');
  expect(refused.unknownField).toBe('rejected');
  expect(refused.notChosen).toContain('has not opened or saved it before');
  expect(refused.notRecent).toContain('not among the recent projects');
  expect(refused.recalled).toContain('"path":null');
  expect(refused.fromDraft).toContain('has not opened or saved it before');
  await expect(readFile(`${folder}/stolen.layerwise`)).rejects.toThrow('ENOENT');
});

test('no permission is granted but copying text', async ({ page }) => {
  const answers = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
  }));
  expect(answers).toEqual({ notifications: 'denied', geolocation: 'denied' });
});
