import type { CommandFacts, OptionFacts, PlaceFacts } from './commandFacts';

/** A manual page in the man macros of roff. */
export function manualPage(description: string, version: string, commands: readonly CommandFacts[]): string {
  return `${[
    `.TH LAYERWISE 1 "" "Layerwise ${plain(version)}" "User Commands"`,
    '.SH NAME',
    `layerwise \\- ${plain(description)}`,
    '.SH SYNOPSIS',
    '.B layerwise',
    '.I command',
    '[\\fIoptions\\fR]',
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    '0 where all went well, 1 where something failed, 2 where the words were wrong, 128 and the number of the signal where one ended it.',
  ].join('\n')}\n`;
}

function commandLines({ name, description, places, options }: CommandFacts): readonly string[] {
  return [
    `.SS layerwise ${plain([name, ...places.map(({ term }) => term)].join(' '))}`,
    `${sentence(description)}`,
    ...places.flatMap(placeLines),
    ...options.flatMap(optionLines),
  ];
}

function placeLines({ term, description }: PlaceFacts): readonly string[] {
  return ['.TP', `.I ${plain(term)}`, sentence(description)];
}

function optionLines({ flags, description, choices, default: fallback }: OptionFacts): readonly string[] {
  const notes = [
    ...(choices.length > 0 ? [`One of ${choices.join(', ')}.`] : []),
    ...(fallback === null ? [] : [`Default: ${fallback}.`]),
  ];
  return ['.TP', `.B ${plain(flags)}`, [sentence(description), ...notes.map(plain)].join(' ')];
}

function sentence(text: string): string {
  return plain(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
}

/** Text that roff takes for no command of its own, in ASCII. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1')
    .replace(/[^\n -~]/gu, (letter) => `\\[u${codeOf(letter)}]`);
}

function codeOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
