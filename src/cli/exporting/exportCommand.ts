import { type Command, Option } from 'commander';
import { exportForms } from '../../engine/exporting/exportForms';
import type { CommandIo } from '../commandIo';
import { jsonOption, setOption } from '../commandOptions';
import { exportNetwork } from '../commands/export';

/** Declares `layerwise export`. */
export function addExportCommand(program: Command, io: CommandIo): void {
  const forms = exportForms.map(({ id, summary }) => `${id} (${summary})`).join(', ');
  program
    .command('export')
    .description('write a network and its weights for other programs')
    .argument('<network>', 'template id or .layerwise file')
    .addOption(
      new Option('--to <form>', forms).choices(exportForms.map(({ id }) => id)).makeOptionMandatory(),
    )
    .requiredOption('--out <folder>', 'folder to write into')
    .option(
      '--weights <run>',
      'folder of a run whose best weights to take; else as first drawn from the seed',
    )
    .addOption(setOption())
    .addOption(new Option('--force', 'replace files that exist').default(false))
    .addOption(jsonOption())
    .action((network, options) => exportNetwork(network, options, io));
}
