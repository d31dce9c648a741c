import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { AdviceError } from '../engine/adviceError';
import { presetSizes } from '../network/laboratory/presets';
import { type CommandIo, writeLine } from './commandIo';
import { checkpointOption, jsonOption, setOption, stepsOption } from './commandOptions';
import { bundleTraining } from './commands/bundle';
import { curveForms, exportCurves } from './commands/curves';
import { describeNetwork } from './commands/describe';
import { listDevices } from './commands/devices';
import { runLaboratory } from './commands/lab';
import { newProject } from './commands/newProject';
import { replayTraining } from './commands/replay';
import { resumeTraining } from './commands/resume';
import { listTemplates } from './commands/templates';
import { trainNetwork } from './commands/train';
import { unbundleTraining } from './commands/unbundle';
import { addDeviceOptions } from './deviceOptions';
import { exitCode } from './exitCode';
import { addExportCommand } from './exporting/exportCommand';
import { addImportCommand } from './importing/importCommand';
import { numberList } from './laboratory/openExperiment';
import { numberWithin, stepsSchema } from './numberOption';
import { addProbeCommand } from './probing/probeCommand';
import { addServeCommand } from './serving/serveCommand';
import { addShellCommands } from './shell/shellCommands';
import { addTrainOptions } from './training/addTrainOptions';
import { addFineTuningOptions } from './training/fineTuningOptions';
import { addTwinCommand } from './twin/twinCommand';
import { addUseCommands } from './using/useCommands';

/** Runs the command line with the words after the program's name; returns the exit code and never throws. */
export async function runCli(words: readonly string[], io: CommandIo): Promise<number> {
  let code: number = exitCode.success;
  const program = buildProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    // Help and version are what was asked for; all else of commander's is wrong usage, said on stderr already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.success : exitCode.wrongInput;
    if (error instanceof AdviceError) {
      writeLine(io.stderr, `${error.message}\n${error.advice}`);
      return exitCode.wrongInput;
    }
    writeLine(io.stderr, error instanceof Error ? (error.stack ?? error.message) : String(error));
    return exitCode.failure;
  }
}

function buildProgram(io: CommandIo, finish: (code: number) => void): Command {
  const program = new Command('layerwise')
    .description('Draw, train and watch neural networks: the command line.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });
  program
    .command('templates')
    .description('list the networks to start from')
    .addOption(jsonOption())
    .action((options) => listTemplates(options, io));
  program
    .command('describe')
    .description('shapes, parameters, multiply-adds and problems of a network')
    .argument('<network>', 'template id or .layerwise file')
    .addOption(setOption())
    .addOption(new Option('--table <form>', 'print the table of costs instead').choices(['csv', 'markdown']))
    .addOption(new Option('--picture <theme>', 'print a picture as SVG instead').choices(['light', 'dark']))
    .addOption(jsonOption())
    .action((network, options) => describeNetwork(network, options, io));
  program
    .command('new')
    .description('write a template as a project file')
    .argument('<template>', 'template id')
    .requiredOption('--out <file>', 'file to write, by custom with the ending .layerwise')
    .addOption(setOption())
    .addOption(new Option('--force', 'replace the file if it exists').default(false))
    .addOption(jsonOption())
    .action((template, options) => newProject(template, options, io));
  addServeCommand(program, io, finish);
  addDeviceOptions(program.command('devices'))
    .description('what was found to train on, what is used, and what a better one would need')
    .addOption(jsonOption())
    .action((options) => listDevices(options, io));
  addDeviceOptions(addFineTuningOptions(addTrainOptions(program.command('train'))))
    .description('train a network and tell of each sampled step and epoch')
    .argument('<network>', 'template id or .layerwise file')
    .addOption(setOption())
    .addOption(jsonOption())
    .action(async (network, options) => finish(await trainNetwork(network, options, io)));
  addTwinCommand(program, io, finish);
  addProbeCommand(program, io, finish);
  addUseCommands(program, io, finish);
  addExportCommand(program, io);
  addImportCommand(program, io);
  addRunCommands(program, io, finish);
  addLaboratory(program, io, finish);
  addShellCommands(program, io);
  return program;
}

function addRunCommands(program: Command, io: CommandIo, finish: (code: number) => void): void {
  addDeviceOptions(program.command('resume'))
    .description('go on with a run that was stopped or cut off, from its last checkpoint')
    .argument('<folder>', 'folder of the run')
    .addOption(stepsOption())
    .addOption(checkpointOption())
    .addOption(jsonOption())
    .action(async (folder, options) => finish(await resumeTraining(folder, options, io)));
  addDeviceOptions(program.command('replay'))
    .description('train a run again from its seed, and fail where a number differs from what was recorded')
    .argument('<run>', 'folder or bundle of the run')
    .addOption(stepsOption())
    .addOption(jsonOption())
    .action(async (run, options) => finish(await replayTraining(run, options, io)));
  program
    .command('bundle')
    .description('put a run into one file that another person can open')
    .argument('<folder>', 'folder of the run')
    .requiredOption('--out <file>', 'file to write, by custom with the ending .layerwise-run')
    .action((folder, options) => bundleTraining(folder, options, io));
  program
    .command('unbundle')
    .description('make a folder of a bundled run again')
    .argument('<file>', 'bundle of a run')
    .requiredOption('--out <folder>', 'new folder to write')
    .action((file, options) => unbundleTraining(file, options, io));
  program
    .command('curves')
    .description('write what a run measured for a spreadsheet or for TensorBoard')
    .argument('<folder>', 'folder of the run')
    .addOption(
      new Option('--to <form>', 'a table, or a folder that TensorBoard reads')
        .choices(curveForms)
        .makeOptionMandatory(),
    )
    .requiredOption('--out <path>', 'file of the table, or folder of the events')
    .addOption(
      new Option('--points <number>', 'sampled steps at most, spread evenly over the run')
        .default(5000)
        .argParser(numberWithin(stepsSchema)),
    )
    .addOption(new Option('--force', 'replace the file if it exists').default(false))
    .action((folder, options) => exportCurves(folder, options, io));
}

function addLaboratory(program: Command, io: CommandIo, finish: (code: number) => void): void {
  addDeviceOptions(program.command('lab'))
    .description('run an experiment of many runs, and say what it shows')
    .argument('[experiment]', 'preset or JSON file of an experiment; without it the presets are listed')
    .addOption(
      new Option('--size <size>', 'of a preset: small takes two cores some minutes, full a GPU some hours')
        .choices(presetSizes)
        .default('small'),
    )
    .addOption(new Option('--seeds <list>', 'seeds to try, as in 1,2,3').argParser(numberList('seeds')))
    .addOption(
      new Option(
        '--depths <list>',
        'units in each stage to try, as in 1,3,5: n makes 6n + 2 layers',
      ).argParser(numberList('depths')),
    )
    .option('--out <folder>', 'keep results and runs there, and go on with those that are there')
    .option('--figures <folder>', 'draw the plots there, as SVG for light and for dark pages')
    .addOption(new Option('--markdown', 'print the report as a section of a Markdown page').default(false))
    .addOption(jsonOption())
    .action(async (experiment, options) => finish(await runLaboratory(experiment, options, io)));
}
