import { describe, expect, it } from 'vitest';
import {
  defaultTrainingSettings,
  trainingSettingsSchema,
} from '../../../../src/network/graph/trainingSettings';
import { gradientColour, gradientEdgeWidth } from '../../../../src/renderer/gradients/gradientScale';
import {
  formatDuration,
  formatLearningRate,
  formatLoss,
  formatPercent,
} from '../../../../src/renderer/training/formatValues';
import { currentNotices } from '../../../../src/renderer/training/notice';
import { numberSettings } from '../../../../src/renderer/training/settings/settingFields';
import { describeRefusal } from '../../../../src/renderer/training/settings/settingsProblem';

describe('values', () => {
  it.each([
    [2.30123, '2.301'],
    [0, '0.000'],
    [0.00012, '1.2e−4'],
    [12345, '1.2e4'],
    [Number.NaN, 'NaN'],
  ])('loss %f reads %s', (loss, text) => expect(formatLoss(loss)).toBe(text));

  it.each([
    [22.4, '0:22'],
    [3725, '1:02:05'],
    [59.6, '1:00'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('%f s read %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));

  it.each([
    [0.05, '0.05'],
    [0.049683, '0.0497'],
    [0.000031622, '3.2e−5'],
    [0, '0'],
  ])('learning rate %f reads %s', (rate, text) => expect(formatLearningRate(rate)).toBe(text));

  it('shares carry their unit', () => expect(formatPercent(0.98437)).toBe('98.4 %'));
});

describe('gradient scale', () => {
  it('shows the stops at whole decades and holds the ends', () => {
    expect(gradientColour(-2)).toBe('var(--g-m2)');
    expect(gradientColour(-9)).toBe('var(--g-m4)');
    expect(gradientColour(Number.NEGATIVE_INFINITY)).toBe('var(--g-m4)');
    expect(gradientColour(9)).toBe('var(--g-p2)');
    expect(gradientColour(-1.75)).toBe('color-mix(in oklch, var(--g-m1) 25.0%, var(--g-m2))');
  });

  it('draws edges between 1.25 and 9 px wide', () => {
    expect(gradientEdgeWidth(-20)).toBe(1.25);
    expect(gradientEdgeWidth(5)).toBe(9);
    expect(gradientEdgeWidth(-2)).toBeCloseTo(5.85);
  });
});

describe('training settings', () => {
  const refusal = (settings: object, scale?: number) => {
    const checked = trainingSettingsSchema.safeParse({ ...defaultTrainingSettings, ...settings });
    return checked.success ? null : describeRefusal(checked.error, scale);
  };

  it.each([
    [{ learningRate: 0 }, undefined, 'Must be more than 0.'],
    [{ batchSize: 0 }, undefined, 'Must be at least 1.'],
    [{ epochs: 1_000_000 }, undefined, 'Must be at most 100,000.'],
    [{ epochs: 1.5 }, undefined, 'Must be a whole number.'],
    [{ seed: Number.NaN }, undefined, 'Must be a number.'],
    [{ validationSplit: 0.95 }, 100, 'Must be at most 90.'],
    [{ optimizer: { type: 'momentum', momentum: 1 } }, undefined, 'Must be less than 1.'],
    [{ learningRate: 0.1 }, undefined, null],
  ])('%o', (settings, scale, sentence) => expect(refusal(settings, scale)).toBe(sentence));

  it('each have a row with a label and an explanation', () => {
    for (const [name, value] of Object.entries(defaultTrainingSettings))
      if (typeof value === 'number') expect(numberSettings).toHaveProperty([name, 'help']);
  });
});

describe('notices', () => {
  const idle = { phase: { status: 'idle' } as const, run: null, latest: null, recorded: null, note: null };
  const starting = { state: 'starting', since: 0 } as const;
  const loss = { message: 'The engine stopped.', details: 'signal 9' };

  it('say nothing of an engine that starts quickly, and how long one takes that does not', () => {
    expect(currentNotices(starting, null, idle, 900)).toEqual([]);
    expect(currentNotices(starting, null, idle, 3200)[0]?.title).toBe('Starting the engine… 3 s');
  });

  it('offer to restart an engine that does not respond', () => {
    const [notice] = currentNotices({ state: 'unresponsive', since: 0, device: null }, null, idle, 7100);
    expect(notice).toMatchObject({
      title: 'The engine has not responded for 7 s',
      action: { type: 'restartEngine' },
    });
  });

  it('say what is kept of a run that was cut off, and that a new engine starts, in one notice', () => {
    const latest = { step: 1184, loss: 1, metric: 0, learningRate: 1, imagesPerSecond: 1, secondsLeft: 1 };
    const phase = { status: 'lost', ...loss } as const;
    const notices = currentNotices(starting, loss, { ...idle, phase, latest }, 2000);
    expect(notices.map(({ title }) => title)).toEqual(['The engine stopped.']);
    expect(notices[0]?.text).toContain('A new engine is starting… 2 s');
  });

  it.each([
    ['connection', 'running', 3_400, 'Connection to Layerwise lost', 'Training goes on; reconnecting… 3 s'],
    ['connection', 'idle', 3_400, 'Connection to Layerwise lost', 'Reconnecting… 3 s'],
    [
      'connection',
      'running',
      12_000,
      'Layerwise does not answer',
      /start it again with “layerwise serve”.* 12 s$/,
    ],
    [
      'session',
      'lost',
      0,
      'Layerwise was started anew, and does not know this page',
      /terminal shows an address/,
    ],
  ] as const)('say of a cut-off page (%s, %s, %i ms): %s', (cause, status, now, title, text) => {
    const phase = status === 'lost' ? { status, message: '', details: '' } : { status };
    const cutOff = { state: 'cutOff', since: 0, cause, device: null, machine: null } as const;
    const [notice] = currentNotices(cutOff, null, { ...idle, phase }, now);
    expect(notice).toMatchObject({ title, text: expect.stringMatching(text) });
  });

  it('tell a failure with its advice, and the place where a run diverged', () => {
    const device = {
      backend: 'tensorflow',
      device: 'cpu',
      description: '',
      libraryVersion: '',
      threads: 2,
      note: null,
      advice: null,
      command: null,
    } as const;
    const failed = {
      status: 'failed',
      message: 'No data.',
      advice: 'Fetch it.',
      details: 'ENOENT',
      wantsData: true,
    } as const;
    expect(currentNotices({ state: 'ready', device }, null, { ...idle, phase: failed }, 0)).toMatchObject([
      {
        title: 'No data.',
        text: 'Fetch it.',
        details: 'ENOENT',
        action: { type: 'chooseData' },
        dismissible: true,
      },
    ]);
    const diverged = { status: 'ended', reason: 'diverged', message: 'NaN in fc1.', node: 'fc1' } as const;
    expect(currentNotices({ state: 'ready', device }, null, { ...idle, phase: diverged }, 0)).toMatchObject([
      { title: 'The run diverged', text: 'NaN in fc1.' },
    ]);
  });
});
