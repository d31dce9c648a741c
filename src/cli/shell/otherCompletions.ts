import type { CommandFacts } from './commandFacts';

/** The script of bash, which zsh can carry out. */
export function zshCompletion(bash: string): string {
  return `#compdef layerwise
autoload -U +X compinit && compinit
autoload -U +X bashcompinit && bashcompinit
${bash}`;
}

/** A line for each command, option and word that an option takes. */
export function fishCompletion(commands: readonly CommandFacts[], templates: readonly string[]): string {
  const lines = commands.flatMap(({ name, description, places, options }) => {
    const within = `-n '__fish_seen_subcommand_from ${name}'`;
    const first = places[0]?.term ?? '';
    const named = first === '<network>' || first === '<template>';
    return [
      `complete -c layerwise -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
      ...(named ? [`complete -c layerwise ${within} -a ${quoted(templates.join(' '))}`] : []),
      ...options.map(({ long, description: text, takesValue, choices }) =>
        [
          `complete -c layerwise ${within} -l ${long.replace(/^--/, '')}`,
          ...(takesValue ? ['-r'] : []),
          ...(choices.length > 0 ? [`-f -a ${quoted(choices.join(' '))}`] : []),
          `-d ${quoted(text)}`,
        ].join(' '),
      ),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
