import { describe, expect, it } from 'vitest';
import { accelerator, chordOf, chordText, type PressedKey } from '../../../../src/renderer/commands/keyChord';

function press(
  key: string,
  code: string,
  ...held: readonly ('ctrl' | 'meta' | 'shift' | 'alt')[]
): PressedKey {
  return {
    key,
    code,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
  };
}

describe('chordOf', () => {
  it.each([
    ['a letter', press('s', 'KeyS'), 'S'],
    ['with Ctrl', press('s', 'KeyS', 'ctrl'), 'Mod+S'],
    ['with Ctrl and Shift', press('S', 'KeyS', 'ctrl', 'shift'), 'Mod+Shift+S'],
    ['a digit with Shift, whatever sign that makes', press('!', 'Digit1', 'shift'), 'Shift+1'],
    ['a sign that Shift makes', press('?', 'Slash', 'shift'), '?'],
    ['a sign', press(',', 'Comma', 'ctrl'), 'Mod+,'],
    ['plus, which joins chords', press('+', 'Equal', 'shift'), 'Plus'],
    ['space, which parts words', press(' ', 'Space', 'ctrl'), 'Mod+Space'],
    ['an arrow', press('ArrowLeft', 'ArrowLeft', 'shift'), 'Shift+ArrowLeft'],
    ['a letter of the Korean layout', press('ㄴ', 'KeyS', 'ctrl'), 'Mod+S'],
    ['a letter where it lies on that layout', press('z', 'KeyY', 'ctrl'), 'Mod+Z'],
    ['a letter that Alt makes another sign of', press('®', 'KeyR', 'alt'), 'Alt+R'],
    ['with the Windows key', press('s', 'KeyS', 'meta'), 'Super+S'],
    ['a modifier by itself', press('Control', 'ControlLeft', 'ctrl'), null],
    ['a key of an input method', press('Process', 'KeyS'), 'S'],
  ])('names %s', (_what, pressed, chord) => {
    expect(chordOf(pressed, false)).toBe(chord);
  });

  it('takes Cmd for Ctrl on a Mac', () => {
    expect(chordOf(press('s', 'KeyS', 'meta'), true)).toBe('Mod+S');
    expect(chordOf(press('s', 'KeyS', 'ctrl'), true)).toBe('Super+S');
  });
});

describe('a chord', () => {
  it.each([
    ['Mod+Shift+S', 'Ctrl Shift S', '⌘ ⇧ S', 'CmdOrCtrl+Shift+S'],
    ['Alt+ArrowUp', 'Alt ↑', '⌥ ↑', 'Alt+Up'],
    ['Delete', 'Del', 'Del', 'Delete'],
    ['Plus', '+', '+', 'Plus'],
    ['?', '?', '?', '?'],
    ['Mod+ㄴ', 'Ctrl ㄴ', '⌘ ㄴ', null],
  ])('%s is written for people and for menus', (chord, text, onMac, inMenus) => {
    expect(chordText(chord, false)).toBe(text);
    expect(chordText(chord, true)).toBe(onMac);
    expect(accelerator(chord)).toBe(inMenus);
  });
});
