import { type Command, Option } from 'commander';
import { importForms } from '../../engine/importing/importForms';
import type { CommandIo } from '../commandIo';
import { jsonOption } from '../commandOptions';
import { importNetwork } from '../commands/import';

/** Declares `layerwise import`. */
export function addImportCommand(program: Command, io: CommandIo): void {
  program
    .command('import')
    .description('make a project, and a file of its weights, of a model of another program')
    .argument('<file>', importForms.map(({ label }) => label).join(', '))
    .option('--out <file>', 'project to write, by custom with the ending .layerwise')
    .option(
      '--into <project>',
      'take the weights alone over, into this project; they are written beside it, or beside --out',
    )
    .addOption(new Option('--force', 'replace files that exist').default(false))
    .addOption(jsonOption())
    .action((file, options) => importNetwork(file, options, io));
}
