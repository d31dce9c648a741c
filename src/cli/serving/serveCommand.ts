import { type Command, Option } from 'commander';
import type { CommandIo } from '../commandIo';
import { defaultPort, serveWindow } from '../commands/serve';
import { numberWithin, portSchema } from '../numberOption';

/** Declares `layerwise serve`. */
export function addServeCommand(program: Command, io: CommandIo, finish: (code: number) => void): void {
  program
    .command('serve')
    .description('serve the window to browsers, and this machine’s engine to Layerwise on other machines')
    .addOption(
      new Option('--port <number>', 'port to serve at')
        .default(defaultPort)
        .argParser(numberWithin(portSchema)),
    )
    .addOption(
      new Option('--host <address>', 'address of this machine to serve at; 0.0.0.0 for all of them').default(
        '127.0.0.1',
      ),
    )
    .option('--tls-cert <file>', 'certificate to encrypt with, PEM')
    .option('--tls-key <file>', 'key of the certificate, PEM')
    .addOption(
      new Option('--without-tls', 'serve beyond this machine without encryption all the same').default(false),
    )
    .addOption(
      new Option('--name <name>', 'a name by which others reach this machine, once for each')
        .default([], 'those of the certificate and the addresses')
        .argParser<readonly string[]>((word, before) => [...before, word]),
    )
    .option(
      '--token-file <file>',
      'file of the token for Layerwise on other machines, made where it is not there; without it the token changes with each start',
    )
    .action(async (options) => finish(await serveWindow(options, io)));
}
