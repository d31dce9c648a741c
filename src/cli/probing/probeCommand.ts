import { type Command, Option } from 'commander';
import { z } from 'zod';
import { trainingSettingsSchema } from '../../network/graph/trainingSettings';
import { probeLimits } from '../../protocol/probeMessages';
import type { CommandIo } from '../commandIo';
import { fitOption, jsonOption, setOption } from '../commandOptions';
import { probeGradient } from '../commands/probe';
import { addDeviceOptions } from '../deviceOptions';
import { numberWithin } from '../numberOption';
import { datasetWords } from '../training/datasetOption';
import { noiseWord } from './probedData';

/** Declares `layerwise probe`. */
export function addProbeCommand(program: Command, io: CommandIo, finish: (code: number) => void): void {
  const count = (flag: string, help: string, most: number, usual: number) =>
    new Option(`${flag} <number>`, help).default(usual).argParser(numberWithin(z.int().min(1).max(most)));
  addDeviceOptions(program.command('probe'))
    .description('what the gradient of a network does at its first weights, and what would mend it')
    .argument('<network>', 'template id or .layerwise file')
    .addOption(setOption())
    .option(
      '--dataset <name or path>',
      `images to look at: ${[noiseWord, ...datasetWords].join(', ')}, or a file or folder as for train; noise is uniform with random labels, and stands in where the project’s own data is not there`,
    )
    .option('--data <name=value...>', 'settings of the dataset, as in --data height=96 width=96')
    .addOption(fitOption())
    .addOption(
      new Option('--seed <number>', 'the first of the seeds that weights are drawn from').argParser(
        numberWithin(trainingSettingsSchema.shape.seed),
      ),
    )
    .addOption(count('--seeds', 'seeds to take the geometric mean over', probeLimits.seeds, 3))
    .addOption(count('--batches', 'batches for each seed', probeLimits.batches, 1))
    .option('--apply <remedy>', 'id of a remedy that the verdicts offer, to be applied to the network')
    .option('--out <file>', 'file to write the mended network to')
    .addOption(new Option('--force', 'replace the file if it exists').default(false))
    .addOption(jsonOption())
    .action(async (network, options) => finish(await probeGradient(network, options, io)));
}
