import { type Command, Option } from 'commander';
import { z } from 'zod';
import { evaluationLimits } from '../../protocol/evaluationMessages';
import type { CommandIo } from '../commandIo';
import { jsonOption } from '../commandOptions';
import { evaluateTrained } from '../commands/evaluate';
import { predictImages } from '../commands/predict';
import { addDeviceOptions } from '../deviceOptions';
import { numberWithin } from '../numberOption';
import { datasetWords } from '../training/datasetOption';
import { checkpointChoice } from './trainedRun';

/** Declares `layerwise evaluate` and `layerwise predict`. */
export function addUseCommands(program: Command, io: CommandIo, finish: (code: number) => void): void {
  addDeviceOptions(program.command('evaluate'))
    .description('how a trained network tells images: confusion matrix, classes, worst mistakes')
    .argument('<run>', 'folder of the run')
    .addOption(
      new Option('--split <split>', 'images to take: those kept aside in training, or the dataset’s test set')
        .choices(['validation', 'test'])
        .default('validation'),
    )
    .option(
      '--dataset <name or path>',
      `another dataset with equal images and classes: ${datasetWords.join(', ')}, or a file or folder as for train`,
    )
    .option('--data <name=value...>', 'settings of the dataset, as in --data height=96 width=96')
    .addOption(
      new Option('--mistakes <number>', 'how many of the worst mistakes to list')
        .default(10)
        .argParser(numberWithin(z.int().min(0).max(evaluationLimits.mistakes))),
    )
    .addOption(checkpointChoice())
    .addOption(jsonOption())
    .action(async (run, options) => finish(await evaluateTrained(run, options, io)));
  addDeviceOptions(program.command('predict'))
    .description('what a trained network takes images for, and where it looks')
    .argument('<run>', 'folder of the run')
    .argument('<image...>', 'PNG, JPEG, WebP, GIF, TIFF or AVIF')
    .addOption(
      new Option('--top <number>', 'how many of the most probable classes to list')
        .default(5)
        .argParser(numberWithin(z.int().min(1).max(1000))),
    )
    .option('--map <file.png>', 'write the image with the evidence for the most probable class over it')
    .option('--layer <id>', 'layer in which that evidence is looked at; else where it tells best')
    .addOption(
      new Option('--invert', 'take light for dark, as for a dark digit on white paper').default(false),
    )
    .addOption(new Option('--force', 'replace the file of --map if it exists').default(false))
    .addOption(checkpointChoice())
    .addOption(jsonOption())
    .action(async (run, images, options) => finish(await predictImages(run, images, options, io)));
}
