import type { Command } from 'commander';
import type { CommandIo } from '../commandIo';
import { jsonOption, setOption } from '../commandOptions';
import { trainTwins } from '../commands/twin';
import { addDeviceOptions } from '../deviceOptions';
import { addTrainOptions } from '../training/addTrainOptions';

/** Declares `layerwise twin`. */
export function addTwinCommand(program: Command, io: CommandIo, finish: (code: number) => void): void {
  addDeviceOptions(addTrainOptions(program.command('twin')))
    .description('train a network against its counterpart with or without shortcuts, on equal terms')
    .argument('<network>', 'template id or .layerwise file')
    .option(
      '--against <network>',
      'template id or .layerwise file to compare with, in place of the counterpart',
    )
    .addOption(setOption())
    .addOption(jsonOption())
    .action(async (network, options) => finish(await trainTwins(network, options, io)));
}
