import { once } from 'node:events';
import { startServer } from '../../server/server';
import { stateFolder } from '../../server/stateFolder';
import { type CommandIo, writeLine } from '../commandIo';
import { exitCode } from '../exitCode';

export interface ServeOptions {
  readonly port: number;
}

/** Where Layerwise is served unless another port is asked for: always there, so that a bookmark holds. */
export const defaultPort = 8373;

/** `layerwise serve`: serves until it is told to end. Throws an AdviceError where it can't. */
export async function serveWindow({ port }: ServeOptions, io: CommandIo): Promise<number> {
  let first = true;
  const server = await startServer({
    port,
    buildFolder: io.buildFolder,
    stateFolder: stateFolder(process.env),
    onAddress(address) {
      const lead = first ? 'Layerwise is at' : 'To open Layerwise in another browser, use';
      writeLine(io.stdout, `${lead} ${address}`);
      if (first) writeLine(io.stderr, advice(port));
      first = false;
    },
  });
  if (!io.signal.aborted) await once(io.signal, 'abort');
  await server.close();
  return exitCode.success;
}

function advice(port: number): string {
  return [
    'The address works once, in one browser on this machine. Ctrl-C ends Layerwise.',
    `From another machine: run "ssh -L ${port}:127.0.0.1:${port} THIS-MACHINE" there, and open the address there.`,
  ].join('\n');
}
