import type { CommandFacts, OptionFacts } from './commandFacts';

/** All commands as a page of documentation. */
export function markdownManual(description: string, commands: readonly CommandFacts[]): string {
  return `${[
    '# Command line',
    '',
    `${description} Printed by \`npx layerwise manual --markdown\`; \`npx layerwise COMMAND --help\` says the same, and \`layerwise completion bash\` has a shell complete it.`,
    '',
    'Exit codes: 0 all went well, 1 something failed, 2 the words were wrong, 128 and the number of the signal where one ended it. With `--json` standard output holds JSON and nothing else.',
    ...commands.flatMap(commandLines),
  ].join('\n')}\n`;
}

function commandLines({ name, description, places, options }: CommandFacts): readonly string[] {
  return [
    '',
    `## ${[name, ...places.map(({ term }) => term)].join(' ')}`,
    '',
    sentence(description),
    '',
    ...(places.length + options.length === 0 ? [] : ['| Word | What it says |', '| --- | --- |']),
    ...places.map((place) => row(place.term, sentence(place.description))),
    ...options.map((option) => row(option.flags, optionWords(option))),
  ].filter((line, place, lines) => line !== '' || place < lines.length - 1);
}

function optionWords({ description, choices, default: fallback }: OptionFacts): string {
  const notes = [
    ...(choices.length > 0 ? [`One of ${choices.join(', ')}.`] : []),
    ...(fallback === null ? [] : [`Default: ${fallback}.`]),
  ];
  return [sentence(description), ...notes].join(' ');
}

function row(word: string, meaning: string): string {
  return `| \`${inCell(word)}\` | ${inCell(meaning)} |`;
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
