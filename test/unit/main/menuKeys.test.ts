import { describe, expect, it } from 'vitest';
import { commandOfKey, type PressedKey } from '../../../src/protocol/menuKeys';

function press(keys: string): PressedKey {
  const parts = keys.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  };
}

describe('commandOfKey', () => {
  it.each([
    ['Ctrl+Shift+N', 'Cmd+Shift+N', 'newFromTemplate'],
    ['Ctrl+o', 'Cmd+o', 'open'],
    ['Ctrl+s', 'Cmd+s', 'save'],
    ['Ctrl+Shift+S', 'Cmd+Shift+S', 'saveAs'],
    ['Ctrl+z', 'Cmd+z', 'undo'],
    ['Ctrl+Shift+Z', 'Cmd+Shift+Z', 'redo'],
    ['Ctrl+,', 'Cmd+,', 'settings'],
    ['Ctrl+Shift+L', 'Cmd+Shift+L', 'lectureMode'],
  ])('%s, on a Mac %s: %s', (keys, macKeys, command) => {
    expect(commandOfKey(press(keys), false)).toBe(command);
    expect(commandOfKey(press(macKeys), true)).toBe(command);
    expect(commandOfKey(press(keys), true)).toBeNull();
    expect(commandOfKey(press(macKeys), false)).toBeNull();
  });

  it('takes Ctrl+Y as redo, where that is the custom', () => {
    expect(commandOfKey(press('Ctrl+y'), false)).toBe('redo');
    expect(commandOfKey(press('Cmd+y'), true)).toBeNull();
  });

  it.each(['s', 'Shift+S', 'Ctrl+Alt+s', 'Ctrl+c', 'Ctrl+Enter', 'Ctrl+Cmd+s'])('leaves %s alone', (keys) => {
    expect(commandOfKey(press(keys), false)).toBeNull();
    expect(commandOfKey(press(keys), true)).toBeNull();
  });
});
