import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { chosenLanguage, menuInLanguage } from '../../../src/main/menuInLanguage';
import { menuTemplate } from '../../../src/main/menuTemplate';

const recent = [{ path: '/home/me/a.layerwise', name: 'a', folder: '~', usedAt: null, portrait: null }];

function labelsOf(items: readonly MenuItemConstructorOptions[]): readonly string[] {
  return items.flatMap(({ label, role, type, submenu }) => [
    ...(type === 'separator' ? [] : [label ?? `role ${role}`]),
    ...(Array.isArray(submenu) ? labelsOf(submenu) : []),
  ]);
}

describe('the application menu', () => {
  const template = menuTemplate({
    send: () => {},
    recent,
    openRecent: () => {},
    platform: 'linux',
    development: false,
  });

  it('is as it is written in English', () => {
    expect(menuInLanguage(template, 'en')).toEqual(template);
  });

  it('says everything in Korean but the names of projects', () => {
    const labels = labelsOf(menuInLanguage(template, 'ko'));
    expect(labels.length).toBe(labelsOf(template).length);
    expect(labels.filter((label) => !/[가-힣]/.test(label))).toEqual(['a – ~']);
  });

  it('speaks as chosen, or as the system does', () => {
    expect(chosenLanguage({ 'appearance.language': 'en' }, ['ko-KR'])).toBe('en');
    expect(chosenLanguage({}, ['ko-KR'])).toBe('ko');
    expect(chosenLanguage({ 'appearance.language': 'klingon' }, [])).toBe('en');
  });
});
