import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Certificate } from './certificate';

/** Sockets of all kinds: a browser opens six for a page's files. */
const connectionLimit = 128;

/** Times in ms. The files are read from memory, so that a request which takes long is none of a browser's. */
const timeLimits = { headersTimeout: 5_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000 };
const idleLimit = 10_000;
const limits = { ...timeLimits, maxHeaderSize: 8 * 1024, keepAliveTimeout: 5_000 };

/** A server that nobody can hold up: bounded in connections, in time and in what it reads. Encrypts with a certificate. */
export function createLimitedServer(certificate: Certificate | null): Server {
  const server = certificate === null ? createServer(limits) : createEncryptedServer(certificate);
  server.maxConnections = connectionLimit;
  server.maxHeadersCount = 64;
  server.timeout = idleLimit;
  return server;
}

function createEncryptedServer({ cert, key }: Certificate): Server {
  const server = createSecureServer({ ...limits, cert, key, minVersion: 'TLSv1.2', handshakeTimeout: 5_000 });
  // Whoever does not manage to greet is dropped without a word.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return server;
}
