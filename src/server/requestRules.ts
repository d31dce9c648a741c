import type { IncomingMessage } from 'node:http';
import type { OwnAddress } from './ownAddress';

/** Why a request is not answered, with the status that says so. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 416 | 429 | 503;
  /** Why, in a few words. They name nothing that the sender does not know. */
  readonly reason: string;
}

/** The parts of a request by which it is judged. */
export type JudgedRequest = Pick<IncomingMessage, 'method' | 'headers' | 'rawHeaders' | 'url'>;

/**
 * Whether a request is one that a page of this server would make. The Host header keeps out pages whose name was
 * pointed at this machine (DNS rebinding), the Origin those of other servers.
 */
export function refuseForeign(request: JudgedRequest, address: OwnAddress): Refusal | null {
  const { method, headers, rawHeaders } = request;
  if (method !== 'GET') return { status: 405, reason: 'Only GET is answered here.' };
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined)
    return { status: 413, reason: 'No content is taken here.' };
  const sameNames = rawHeaders.filter(
    (text, index) => index % 2 === 0 && /^(host|origin|authorization)$/i.test(text),
  );
  if (new Set(sameNames.map((name) => name.toLowerCase())).size !== sameNames.length)
    return { status: 400, reason: 'A header is there twice.' };
  if (headers.host === undefined || !address.hosts.includes(headers.host))
    return { status: 403, reason: 'This host name is not that of this server.' };
  if (headers.origin !== undefined && headers.origin !== ownOrigin(address, headers.host))
    return { status: 403, reason: 'Pages of another origin are not answered.' };
  return null;
}

/** As refuseForeign, for a WebSocket: a browser always says which page opens one. */
export function refuseForeignSocket(request: JudgedRequest, address: OwnAddress): Refusal | null {
  if (request.headers.origin === undefined)
    return { status: 403, reason: 'The page that opens this connection is not named.' };
  return refuseForeign(request, address);
}

/** As refuseForeign, for an application on another machine: none of its requests is made by a page. */
export function refuseForeignMachine(request: JudgedRequest, address: OwnAddress): Refusal | null {
  if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined)
    return { status: 403, reason: 'Pages are not answered here.' };
  return refuseForeign(request, address);
}

function ownOrigin({ scheme }: OwnAddress, host: string): string {
  return `${scheme}://${host}`;
}
