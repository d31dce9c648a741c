import type { CommandFacts, OptionFacts } from './commandFacts';

/**
 * A script of bash that completes commands, options and the words that an option takes; elsewhere files. `templates` are
 * offered where a network is named.
 */
export function bashCompletion(commands: readonly CommandFacts[], templates: readonly string[]): string {
  return `# Completion of layerwise: layerwise completion bash > ~/.local/share/bash-completion/completions/layerwise
_layerwise() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} help" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.map((command) => commandCase(command, templates)).join('\n')}
  esac
}
complete -o default -F _layerwise layerwise
`;
}

function commandCase({ name, places, options }: CommandFacts, templates: readonly string[]): string {
  const words = options.map(({ long }) => long).join(' ');
  const first = places[0]?.term ?? '';
  const named = first === '<network>' || first === '<template>' ? templates.join(' ') : '';
  const choices = options.filter(({ choices: own }) => own.length > 0).map(choiceCase);
  return `    ${name})
      case "$before" in
${[...choices, ...freeCase(options)].join('\n')}
      esac
      if [[ "$word" == -* ]]; then
        COMPREPLY=($(compgen -W "${words} --help" -- "$word"))
${named === '' ? '' : `      elif ((COMP_CWORD == 2)); then\n        COMPREPLY=($(compgen -W "${named}" -- "$word") $(compgen -f -- "$word"))\n`}      fi
      ;;`;
}

function choiceCase({ long, choices }: OptionFacts): string {
  return `        ${long}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word")); return ;;`;
}

/** What takes a value of another kind completes nothing but files, which bash does by itself. */
function freeCase(options: readonly OptionFacts[]): readonly string[] {
  const free = options.filter(({ takesValue, choices }) => takesValue && choices.length === 0);
  return free.length === 0 ? [] : [`        ${free.map(({ long }) => long).join('|')}) return ;;`];
}
