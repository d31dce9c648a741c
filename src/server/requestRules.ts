import type { IncomingMessage } from 'node:http';

/** Why a request is not answered, with the status that says so. */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 405 | 413 | 503;
  /** Why, in a few words. They name nothing that the sender does not know. */
  readonly reason: string;
}

/** The parts of a request by which it is judged. */
export type JudgedRequest = Pick<IncomingMessage, 'method' | 'headers' | 'rawHeaders' | 'url'>;

/** The hosts by which a page of this machine reaches a server on its loopback interface. */
export function ownHosts(port: number): readonly string[] {
  const names = ['127.0.0.1', 'localhost'];
  const withPort = names.map((name) => `${name}:${port}`);
  return port === 80 ? [...withPort, ...names] : withPort;
}

/**
 * Whether a request is one that a page of this server would make. The Host header keeps out pages whose name was
 * pointed at this machine (DNS rebinding), the Origin those of other servers.
 */
export function refuseForeign(request: JudgedRequest, hosts: readonly string[]): Refusal | null {
  const { method, headers, rawHeaders } = request;
  if (method !== 'GET') return { status: 405, reason: 'Only GET is answered here.' };
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined)
    return { status: 413, reason: 'No content is taken here.' };
  const sameNames = rawHeaders.filter((text, index) => index % 2 === 0 && /^(host|origin)$/i.test(text));
  if (new Set(sameNames.map((name) => name.toLowerCase())).size !== sameNames.length)
    return { status: 400, reason: 'A header is there twice.' };
  if (headers.host === undefined || !hosts.includes(headers.host))
    return { status: 403, reason: 'This host name is not that of this server.' };
  if (headers.origin !== undefined && headers.origin !== ownOrigin(headers.host))
    return { status: 403, reason: 'Pages of another origin are not answered.' };
  return null;
}

/** As refuseForeign, for a WebSocket: a browser always says which page opens one. */
export function refuseForeignSocket(request: JudgedRequest, hosts: readonly string[]): Refusal | null {
  if (request.headers.origin === undefined)
    return { status: 403, reason: 'The page that opens this connection is not named.' };
  return refuseForeign(request, hosts);
}

export function ownOrigin(host: string): string {
  return `http://${host}`;
}
