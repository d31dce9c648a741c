import { type Command, Option } from 'commander';
import { normalisationSchema } from '../../network/datasets/augmentation';
import { optimizerDefaults, trainingSettingsSchema } from '../../network/graph/trainingSettings';
import { checkpointOption, fitOption, stepsOption } from '../commandOptions';
import { momentumSchema, numberWithin } from '../numberOption';
import { datasetWords } from './datasetOption';
import { numberOptions } from './trainOptions';

/** Declares how a command trains. */
export function addTrainOptions(command: Command): Command {
  const { shape } = trainingSettingsSchema;
  for (const { flag, setting, help } of Object.values(numberOptions))
    command.addOption(new Option(`${flag} <number>`, help).argParser(numberWithin(shape[setting])));
  return command
    .option(
      '--dataset <name or path>',
      `images to train on: ${datasetWords.join(', ')}, or a file or folder (CIFAR's binary version, NumPy arrays, images in a folder for each class)`,
    )
    .option('--data <name=value...>', 'settings of the dataset, as in --data height=96 width=96 resize=crop')
    .addOption(fitOption())
    .option('--augment <list>', 'what is done to training images: none, or crop=4,flip,cutout=8,mixup=0.2')
    .addOption(
      new Option(
        '--normalise <how>',
        'mean and deviation of the training images that values are scaled with',
      ).choices(normalisationSchema.options),
    )
    .addOption(new Option('--optimizer <name>', 'update rule').choices(Object.keys(optimizerDefaults)))
    .addOption(
      new Option('--momentum <number>', 'momentum of the update rule').argParser(
        numberWithin(momentumSchema),
      ),
    )
    .addOption(
      new Option('--schedule <name>', 'how the learning rate moves').choices(['constant', 'step', 'cosine']),
    )
    .option('--no-shuffle', 'keep the images in their order')
    .addOption(stepsOption())
    .addOption(checkpointOption())
    .option('--out <folder>', 'write the run and its weights there');
}
