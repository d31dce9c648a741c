import { once } from 'node:events';
import { resolve } from 'node:path';
import { keptMachineToken, newMachineToken } from '../../server/machineToken';
import { type LayerwiseServer, startServer } from '../../server/server';
import { stateFolder } from '../../server/stateFolder';
import { type CommandIo, writeLine } from '../commandIo';
import { exitCode } from '../exitCode';
import { checkNames, type PlaceOptions, servingCertificate } from '../serving/servingPlace';

export interface ServeOptions extends PlaceOptions {
  readonly port: number;
  readonly tokenFile?: string;
}

/** Where Layerwise is served unless another port is asked for: always there, so that a bookmark holds. */
export const defaultPort = 8373;

/** `layerwise serve`: serves until it is told to end. Throws an AdviceError where it can't. */
export async function serveWindow(options: ServeOptions, io: CommandIo): Promise<number> {
  const { port, host, tokenFile } = options;
  const certificate = servingCertificate(options);
  checkNames(options.name);
  const machineToken = tokenFile === undefined ? newMachineToken() : keptMachineToken(resolve(tokenFile));
  let first = true;
  const server = await startServer({
    port,
    host,
    names: options.name,
    certificate,
    machineToken,
    buildFolder: io.buildFolder,
    stateFolder: stateFolder(process.env),
    onAddress(address) {
      writeLine(
        io.stdout,
        `${first ? 'Layerwise is at' : 'To open Layerwise in another browser, use'} ${address}`,
      );
      if (first) writeLine(io.stderr, 'The address works once, in one browser. Ctrl-C ends Layerwise.');
      first = false;
    },
  });
  const token = tokenFile === undefined ? machineToken : `in ${resolve(tokenFile)}`;
  writeLine(io.stderr, machineAdvice(server, token, certificate?.leaf.fingerprint256 ?? null));
  if (!io.signal.aborted) await once(io.signal, 'abort');
  await server.close();
  return exitCode.success;
}

/** How Layerwise on another machine, or a browser there, comes here. */
function machineAdvice(
  { port, machineAddress }: LayerwiseServer,
  token: string,
  fingerprint: string | null,
): string {
  const way =
    fingerprint === null
      ? [
          `From another machine: run "ssh -L ${port}:127.0.0.1:${port} THIS-MACHINE" there, and open the address there.`,
        ]
      : [`Its certificate has the SHA-256 fingerprint ${fingerprint}`];
  return [
    ...way,
    'Layerwise on another machine trains here with Device › Another machine…:',
    `  address  ${machineAddress}`,
    `  token    ${token}`,
  ].join('\n');
}
