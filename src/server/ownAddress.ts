import type { X509Certificate } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** By what a server is reached: everything else that a request names is somebody else's. */
export interface OwnAddress {
  readonly scheme: 'http' | 'https';
  /** Values of the Host header. The first is the one that is told to people. */
  readonly hosts: readonly string[];
}

const loopback = ['127.0.0.1', 'localhost'] as const;
const everywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** Whether an address is reached from its own machine only. */
export function isLoopback(address: string): boolean {
  return /^127\.\d+\.\d+\.\d+$/.test(address) || address === '::1' || address === 'localhost';
}

/**
 * The names by which a server that is bound to an address may be asked for: those that a person gave it, those that its
 * certificate vouches for, and the numbers of the machine itself. A name that was pointed here by others is none of them.
 */
export function ownNames(
  bound: string,
  given: readonly string[],
  certificate: X509Certificate | null,
): readonly string[] {
  if (isLoopback(bound)) return [...new Set([...given, ...loopback, ...(bound === '::1' ? ['[::1]'] : [])])];
  const vouched = (certificate?.subjectAltName ?? '').split(', ').flatMap((entry) => {
    const [, name] = /^(?:DNS|IP Address):([\w.:-]+)$/.exec(entry) ?? [];
    return name === undefined ? [] : [inBrackets(name.toLowerCase())];
  });
  return [...new Set([...given, ...vouched, ...numbersOf(bound), ...loopback])];
}

function numbersOf(bound: string): readonly string[] {
  if (!everywhere.has(bound)) return [inBrackets(bound)];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => inBrackets(address));
}

function inBrackets(name: string): string {
  return isIPv6(name) ? `[${name}]` : name;
}

/** The address of a server at a port, where it goes by these names. */
export function ownAddress(scheme: OwnAddress['scheme'], names: readonly string[], port: number): OwnAddress {
  const withPort = names.map((name) => `${name}:${port}`);
  const usual = scheme === 'http' ? 80 : 443;
  return { scheme, hosts: port === usual ? [...withPort, ...names] : withPort };
}
