import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../language/languages';
import { pageHeaders } from '../protocol/pageHeaders';
import { acceptedLanguage } from './acceptedLanguage';
import type { OwnAddress } from './ownAddress';
import { entrance, spentAddress, unknownBrowser } from './plainPages';
import { refuseForeign } from './requestRules';
import type { ServedFile } from './servedFiles';
import type { Sessions } from './sessions';

export interface RequestParts {
  readonly address: OwnAddress;
  readonly files: ReadonlyMap<string, ServedFile>;
  readonly sessions: Sessions;
  /** A browser without a session has asked for the page. */
  readonly onStranger: () => void;
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly content: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const text = 'text/plain; charset=utf-8';
const html = 'text/html; charset=utf-8';

/** Answers the page's requests for its files, and the first one, which brings the token. */
export function handleRequest(request: IncomingMessage, response: ServerResponse, parts: RequestParts): void {
  const { host = '' } = request.headers;
  const { status, contentType, content, headers } = decide(request, host, parts);
  const { scheme, hosts } = parts.address;
  const socket = `${scheme === 'https' ? 'wss' : 'ws'}://${host}`;
  const connections = hosts.includes(host) ? ["'self'", socket] : [];
  response.writeHead(status, {
    ...pageHeaders(contentType, connections),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-length': Buffer.byteLength(content),
    ...headers,
  });
  response.end(content);
}

function decide(request: IncomingMessage, host: string, parts: RequestParts): Answer {
  const { files, sessions, onStranger } = parts;
  const refusal = refuseForeign(request, parts.address);
  if (refusal !== null) {
    // Whatever else the sender has to say is not read.
    const headers = { connection: 'close' };
    return { status: refusal.status, contentType: text, content: `${refusal.reason}\n`, headers };
  }
  const address = parseAddress(request.url ?? '', host);
  if (address === null) return { status: 400, contentType: text, content: 'This is no address.\n' };
  const token = address.pathname === '/' ? address.searchParams.get('token') : null;
  const known = sessions.knows(request.headers.cookie);
  const followed = request.headers['sec-fetch-site'] === 'cross-site';
  const language = acceptedLanguage(request.headers['accept-language']);
  if (token !== null) return exchange(token, known, followed, language, parts);
  if (!known) {
    if (address.pathname === '/') onStranger();
    return { status: 403, contentType: html, content: unknownBrowser[language] };
  }
  const file = files.get(address.pathname);
  if (file === undefined) return { status: 404, contentType: text, content: 'Not found\n' };
  return { status: 200, contentType: file.contentType, content: file.bytes };
}

/**
 * A browser that is let in already may open an old address, from its history or its bookmarks. Where the address was
 * `followed` from a page elsewhere, as a terminal in a browser is, the new cookie is not sent along a redirect: it is
 * sent to where this server's own page leads.
 */
function exchange(
  token: string,
  known: boolean,
  followed: boolean,
  language: Language,
  { sessions, onStranger }: RequestParts,
): Answer {
  const cookie = sessions.redeem(token);
  if (cookie === null && !known) {
    onStranger();
    return { status: 403, contentType: html, content: spentAddress[language] };
  }
  const letIn = cookie === null ? {} : { 'set-cookie': cookie };
  if (followed) return { status: 200, contentType: html, content: entrance[language], headers: letIn };
  const headers = { location: '/', ...letIn };
  return { status: 303, contentType: text, content: '', headers };
}

/** Only paths: a proxy's whole addresses are none of this server's. */
function parseAddress(url: string, host: string): URL | null {
  const base = `http://${host}`;
  return url.startsWith('/') && !url.startsWith('//') && URL.canParse(url, base) ? new URL(url, base) : null;
}
