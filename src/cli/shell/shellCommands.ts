import { Argument, type Command, Option } from 'commander';
import { version } from '../../../package.json';
import { templates } from '../../network/templates/templates';
import type { CommandIo } from '../commandIo';
import { bashCompletion } from './bashCompletion';
import { commandFacts } from './commandFacts';
import { manualPage } from './manualPage';
import { markdownManual } from './markdownManual';
import { fishCompletion, zshCompletion } from './otherCompletions';

/** Declares `layerwise completion` and `layerwise manual`, which tell of all commands of the program. */
export function addShellCommands(program: Command, io: CommandIo): void {
  program
    .command('completion')
    .description('print a script with which a shell completes commands and options')
    .addArgument(new Argument('<shell>', 'shell that is used').choices(['bash', 'zsh', 'fish']))
    .action((shell: string) => {
      const facts = commandFacts(program);
      const ids = templates.map(({ id }) => id);
      const bash = bashCompletion(facts, ids);
      io.stdout.write(
        shell === 'fish' ? fishCompletion(facts, ids) : shell === 'zsh' ? zshCompletion(bash) : bash,
      );
    });
  program
    .command('manual')
    .description('print the manual page, as man reads it')
    .addOption(new Option('--markdown', 'print it as a page of documentation instead').default(false))
    .action(({ markdown }: { markdown: boolean }) => {
      const facts = commandFacts(program);
      const description = program.description();
      io.stdout.write(
        markdown ? markdownManual(description, facts) : manualPage(description, version, facts),
      );
    });
}
