import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import { version } from '../../package.json';
import { type MachineHello, machinePaths, machineProtocol } from '../protocol/machineMessages';
import type { MachineToken } from './machineToken';
import { MessageRate, type RateLimit } from './messageRate';
import type { OwnAddress } from './ownAddress';
import type { ReadableRuns } from './readableRuns';
import { type Refusal, refuseForeignMachine } from './requestRules';
import { sendFile } from './sendFile';

/** A copy that is kept up to date asks for a list and a dozen files every few seconds, a new one for many runs. */
const requests: RateLimit = { burst: 300, perSecond: 60 };
const wrongTokens: RateLimit = { burst: 10, perSecond: 0.2 };
/** Files that are sent at the same time. */
const transferLimit = 8;

const runPath = /^\/machine\/runs\/([^/]+)(?:\/(.+))?$/;

/** The door for applications on other machines: whoever has the token may use the engine and copy runs. */
export class MachineDoor {
  readonly #address: OwnAddress;
  readonly #token: MachineToken;
  readonly #runs: ReadableRuns;
  readonly #requests = new MessageRate(requests, performance.now());
  readonly #wrongTokens = new MessageRate(wrongTokens, performance.now());
  #transfers = 0;

  constructor(address: OwnAddress, token: MachineToken, runs: ReadableRuns) {
    this.#address = address;
    this.#token = token;
    this.#runs = runs;
  }

  /** Whether a request is for this door, let in or not. */
  isFor({ url = '' }: IncomingMessage): boolean {
    return /^\/machine(?:[/?]|$)/.test(url);
  }

  /** Whoever has the token is let in also while others try wrong ones: it can't be guessed, only locked out by them. */
  refuse(request: IncomingMessage): Refusal | null {
    const foreign = refuseForeignMachine(request, this.#address);
    if (foreign !== null) return foreign;
    const now = performance.now();
    if (!this.#token.isIn(request.headers.authorization))
      return this.#wrongTokens.allow(now)
        ? { status: 401, reason: 'This token is not that of this server.' }
        : { status: 429, reason: 'Too many wrong tokens.' };
    return this.#requests.allow(now) ? null : { status: 429, reason: 'Too many requests.' };
  }

  /** Answers a request for what is no socket. Never rejects. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = this.refuse(request);
    if (refusal !== null) return refuse(response, refusal);
    if (request.url === machinePaths.hello) return sendJson(response, hello());
    const [, run = '', file] = runPath.exec(request.url ?? '') ?? [];
    const answered =
      file === undefined ? await this.#list(run, response) : await this.#send(run, file, request, response);
    if (!answered) refuse(response, { status: 404, reason: 'Not found' });
  }

  async #list(run: string, response: ServerResponse): Promise<boolean> {
    const files = run === '' ? null : await this.#runs.list(run);
    if (files !== null) sendJson(response, files);
    return files !== null;
  }

  async #send(
    run: string,
    file: string,
    { headers }: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> {
    if (this.#transfers >= transferLimit) {
      refuse(response, { status: 503, reason: 'Too many files are being sent.' });
      return true;
    }
    this.#transfers += 1;
    try {
      const opened = await this.#runs.open(run, file);
      if (opened === null) return false;
      const refusal = await sendFile(opened, headers.range, response);
      if (refusal !== null) refuse(response, refusal);
      return true;
    } finally {
      this.#transfers -= 1;
    }
  }
}

function hello(): MachineHello {
  return { machineProtocol, version, name: hostname() };
}

function sendJson(response: ServerResponse, value: unknown): void {
  const content = JSON.stringify(value);
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(content),
    'cache-control': 'no-store',
  });
  response.end(content);
}

function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(reason),
    'x-content-type-options': 'nosniff',
    // Whatever else the sender has to say is not read.
    connection: 'close',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
  });
  response.end(reason);
}
