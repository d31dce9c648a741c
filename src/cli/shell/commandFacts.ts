import type { Argument, Command, Option } from 'commander';

/** What help, completion and the manual say of a command. */
export interface CommandFacts {
  readonly name: string;
  readonly description: string;
  readonly places: readonly PlaceFacts[];
  readonly options: readonly OptionFacts[];
}

export interface PlaceFacts {
  /** `<network>`, `[experiment]` or `<image...>`. */
  readonly term: string;
  readonly description: string;
}

export interface OptionFacts {
  /** `--steps <number>`, or `-V, --version`. */
  readonly flags: string;
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  /** Words that it takes; empty where it takes others. */
  readonly choices: readonly string[];
  /** As people read it; null where there is none, or it is off. */
  readonly default: string | null;
}

/** All commands of a program, as they were declared. */
export function commandFacts(program: Command): readonly CommandFacts[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    places: command.registeredArguments.map((argument) => ({
      term: termOf(argument),
      description: argument.description,
    })),
    options: command.options.filter(({ hidden }) => !hidden).map(optionFacts),
  }));
}

function termOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionFacts(option: Option): OptionFacts {
  const { flags, long, description, required, optional, argChoices = [] } = option;
  const fallback: unknown = option.defaultValueDescription ?? option.defaultValue;
  const shown = typeof fallback === 'string' || typeof fallback === 'number';
  return {
    ...{ flags, long: long ?? flags, description, choices: argChoices },
    takesValue: required || optional,
    default: shown ? String(fallback) : null,
  };
}
