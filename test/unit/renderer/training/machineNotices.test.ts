import { describe, expect, it } from 'vitest';
import { machineLossNotice, machineOffer } from '../../../../src/renderer/training/machineNotices';

const problem = { message: 'The token is another.', advice: 'Copy it.' };
const run = { run: null, latest: null, recorded: null, note: null };

describe('the notice of a lost connection', () => {
  it.each([
    [
      true,
      null,
      4_000,
      'Connection to gpu-box lost',
      'Training goes on there. Trying again in 4 s…',
      'retryMachine',
    ],
    [false, null, 3_001, 'Connection to gpu-box lost', 'Trying again in 4 s…', 'retryMachine'],
    [true, null, -1, 'Connection to gpu-box lost', 'Training goes on there. Trying again…', 'retryMachine'],
    [true, problem, 1_000, problem.message, 'Copy it. Trying again in 1 s…', 'retryMachine'],
    [true, problem, null, problem.message, 'Copy it. It is not tried again by itself.', 'nameMachine'],
  ] as const)(
    'says what goes on and when it is tried again (%#)',
    (training, what, retryAt, title, text, type) => {
      const machine = { name: 'gpu-box', problem: what, retryAt };
      const engine = { state: 'cutOff', since: 0, cause: 'connection', device: null, machine } as const;
      expect(machineLossNotice(engine, machine, training, 0)).toMatchObject({
        title,
        text,
        action: { type },
      });
    },
  );
});

describe('the offer to reconnect', () => {
  const last = { address: 'https://gpu-box', name: 'gpu-box', tokenKnown: true, training: 'LeNet-5' };
  const idle = { ...run, phase: { status: 'idle' } } as const;

  it('is made where something was trained there, and nothing is here', () => {
    const choice = { inUse: null, last, keepsTokens: true };
    expect(machineOffer(choice, idle)).toMatchObject({
      title: 'LeNet-5 is training on gpu-box',
      action: { label: 'Reconnect' },
    });
    expect(machineOffer(choice, { ...run, phase: { status: 'running' } })).toBeNull();
  });

  it.each([
    ['nothing is known', null],
    ['there is no other machine', { inUse: null, last: null, keepsTokens: true }],
    ['it is in use', { inUse: 'gpu-box', last, keepsTokens: true }],
    ['nothing was trained there', { inUse: null, last: { ...last, training: null }, keepsTokens: true }],
  ])('is not made where %s', (_why, choice) => {
    expect(machineOffer(choice, idle)).toBeNull();
  });
});
