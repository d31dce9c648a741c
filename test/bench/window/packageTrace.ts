import type { Browser } from '@playwright/test';

/** What Chromium's processes recorded of themselves while `act` ran, as the text of a trace file. */
export async function recordPackage(
  browser: Browser,
  categories: readonly string[],
  act: () => Promise<void>,
): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  try {
    await session.send('Tracing.start', {
      transferMode: 'ReturnAsStream',
      traceConfig: { includedCategories: [...categories] },
    });
    await act();
    const complete = new Promise<string>((resolve, reject) => {
      session.once('Tracing.tracingComplete', ({ stream }) => {
        if (stream === undefined) reject(new Error('Chromium kept no recording.'));
        else resolve(stream);
      });
    });
    await session.send('Tracing.end');
    const handle = await complete;
    let recording = '';
    for (;;) {
      const { data, base64Encoded, eof } = await session.send('IO.read', { handle });
      recording += base64Encoded === true ? Buffer.from(data, 'base64').toString('utf8') : data;
      if (eof) break;
    }
    await session.send('IO.close', { handle });
    return recording;
  } finally {
    await session.detach();
  }
}
