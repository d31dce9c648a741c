import { useEffect } from 'react';
import { isOnCanvas, isTextField, isTyping, keepsKeys } from '../editor/keyTarget';
import { isCovered } from '../views/openView';
import { type Command, type CommandScope, isAboutNetwork } from './command';
import { commands, findCommand } from './commandGroups';
import { chordOf } from './keyChord';
import { isMac, keysOf } from './keymap';
import { performCommand } from './performCommand';

/** Obeys the keys of all commands, and what is chosen in the application's menu. */
export function useCommandKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', handleKey);
    const unsubscribe = window.layerwise.onMenuCommand((id) => {
      const command = findCommand(id);
      if (command !== undefined && !(isAboutNetwork(command) && isCovered())) performCommand(command);
    });
    return () => {
      window.removeEventListener('keydown', handleKey);
      unsubscribe();
    };
  }, []);
}

function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const chord = chordOf(event, isMac());
  if (chord === null) return;
  const command = commands.find((each) => keysOf(each).includes(chord) && hears(each, chord, event.target));
  if (command === undefined) return;
  event.preventDefault();
  if (!event.repeat || command.repeats === true) performCommand(command);
}

/** Whether a command takes a chord that is pressed there. */
function hears(command: Command, chord: string, target: EventTarget | null): boolean {
  const { scope = 'network' } = command;
  if (isTextField(target)) return hearsTyping(scope, target) && !isPlain(chord);
  if (scope === 'typing' || scope === 'window') return isPlain(chord) ? !isTyping(target) : true;
  if (isCovered() || isTyping(target) || (isSlip(chord) && keepsKeys(target))) return false;
  if (scope === 'network' || scope === 'networkTyping') return true;
  return isOnCanvas(target) && (scope === 'canvas' || isCard(target));
}

/** Whether a command has its keys while text is typed there. */
function hearsTyping(scope: CommandScope, target: EventTarget | null): boolean {
  if (scope === 'networkTyping') return !isCovered() && !isInDialog(target);
  return scope === 'typing';
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], dialog') !== null;
}

/** Without a modifier it is a letter to a text box. */
function isPlain(chord: string): boolean {
  return !/^(Mod|Super|Alt)\+|^(Shift\+)?F\d+$/.test(chord);
}

/** Keys that, in a form, are pressed by mistake more often than for the canvas. */
function isSlip(chord: string): boolean {
  return /^(Shift\+|Alt\+)*([A-Z]|Delete|Backspace|Arrow[A-Z][a-z]+)$/.test(chord);
}

function isCard(target: EventTarget | null): boolean {
  return (
    target === document.body || (target instanceof HTMLElement && target.matches('[data-layer], [data-note]'))
  );
}
