import type { Installation } from '../../protocol/installation';
import type { LogFile } from './logFile';

/** Tells on what is told, and notes how an installation changes: what is fetched, found or failed, not each byte. */
export function withInstallationLines(
  log: LogFile,
  tell: (news: Installation) => void,
): (news: Installation) => void {
  let said = { tensorFlow: '', update: '' };
  return (news) => {
    const { tensorFlow, update } = news;
    const words = { tensorFlow: wordsOf(tensorFlow), update: wordsOf(update) };
    if (words.tensorFlow !== said.tensorFlow) log.note('download', `TensorFlow: ${words.tensorFlow}`);
    if (words.update !== said.update) log.note('updates', words.update);
    said = words;
    tell(news);
  };
}

function wordsOf(state: Installation['tensorFlow'] | Installation['update']): string {
  if ('problem' in state) return `${state.state}: ${state.problem.message}`;
  return 'version' in state ? `${state.state} ${state.version}` : state.state;
}
