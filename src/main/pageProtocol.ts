import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { pageHeaders } from '../protocol/pageHeaders';
import { findPageFile, pageScheme } from './pageFiles';

/** Call before the app is ready: makes the page's scheme one with origins, like https. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      // Later starts take the page's code compiled, as they take that of pages from the internet.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the bundle in `folder` under the page's origin, each answer with the content security policy. */
export function servePage(folder: string): void {
  protocol.handle(pageScheme, async (request) => {
    const file = request.method === 'GET' ? findPageFile(folder, request.url) : null;
    if (file === null) return notFound();
    try {
      const bytes = await readFile(file.path);
      return new Response(new Uint8Array(bytes), { headers: headers(file.contentType) });
    } catch {
      return notFound();
    }
  });
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: headers('text/plain; charset=utf-8') });
}

/** The page's network is its MessagePort. */
function headers(contentType: string): Record<string, string> {
  return pageHeaders(contentType, []);
}
