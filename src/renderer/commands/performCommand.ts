import { useNotice } from '../editor/noticeStore';
import { say } from '../language/say';
import type { Command } from './command';

/** Does it, or says over the canvas why it can't be done now. */
export function performCommand({ obstacle, perform }: Pick<Command, 'obstacle' | 'perform'>): void {
  const why = obstacle?.() ?? null;
  if (why === null) perform();
  else useNotice.getState().show({ message: say(why), advice: '' });
}
