import { describe, expect, it } from 'vitest';
import type { RecalledDraft } from '../../../../src/protocol/keptProjects';
import { momentText } from '../../../../src/renderer/format/moments';
import { describeDraft } from '../../../../src/renderer/project/describeDraft';

const now = new Date(2026, 10, 25, 15, 0);

describe('the offer of a draft says what it holds and from when it is', () => {
  it.each([
    [3, '/nets/a.layerwise', 'This is LeNet-5 as of 14:32, 3 changes after the last save.'],
    [1, '/nets/a.layerwise', 'This is LeNet-5 as of 14:32, 1 change after the last save.'],
    [1204, null, 'This is LeNet-5 as of 14:32, with 1,204 changes that no file has.'],
  ])('%i changes, file %s', (unsavedChanges, path, sentence) => {
    const recalled: RecalledDraft = {
      project: crypto.randomUUID(),
      draft: { text: '', projectName: 'LeNet-5', path, unsavedChanges },
      keptAt: new Date(2026, 10, 25, 14, 32, 59).getTime(),
      cause: 'crash',
    };
    expect(describeDraft(recalled, now)).toBe(sentence);
  });

  it.each([
    [new Date(2026, 10, 25, 0, 5), '00:05'],
    [new Date(2026, 10, 24, 23, 59), '24 November, 23:59'],
    [new Date(2025, 11, 31, 9, 0), '31 December 2025, 09:00'],
  ])('%s', (moment, text) => {
    expect(momentText(moment, now)).toBe(text);
  });
});
