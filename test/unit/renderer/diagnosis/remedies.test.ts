import { beforeEach, describe, expect, it, vi } from 'vitest';
import { analyse } from '../../../../src/network/analysis/analyse';
import { diagnose } from '../../../../src/network/health/diagnose';
import type { Verdict } from '../../../../src/network/health/healthVerdict';
import { useEditor } from '../../../../src/renderer/editor/editorStore';
import { useNotice } from '../../../../src/renderer/editor/noticeStore';
import { frontTab } from '../../../../src/renderer/tabs/tabsStore';
import { useRun } from '../../../../src/renderer/training/runStore';
import { vanishingExample } from '../../../../src/renderer/vanishing/vanishingExample';
import { startedEvent, telemetryEvent } from '../training/engineEvents';

// The dock, which a comparison opens, measures the window and remembers its height.
vi.stubGlobal('window', { innerHeight: 900, addEventListener: () => undefined });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
vi.stubGlobal('requestAnimationFrame', () => 0);
const { observe } = await import('../../../../src/renderer/diagnosis/observation');
const { applyRemedy, takeBack, trainApplied } = await import(
  '../../../../src/renderer/diagnosis/remedyActions'
);
const { followRemedy } = await import('../../../../src/renderer/diagnosis/followRemedy');
const { useRemedy } = await import('../../../../src/renderer/diagnosis/remedyStore');
const { startRun } = await import('../../../../src/renderer/training/run');

const example = vanishingExample();
followRemedy();

/** A run of the example in which each layer with a kernel has a tenth of the gradient of the one behind it. */
function vanishingRun() {
  const nodes = example.nodes.map(({ id, label }) => ({ id, label, outputShape: [1] }));
  const order = { document: example, analysis: analyse(example) };
  const run = startRun(order, startedEvent('run-1', { nodes, weights: [] }));
  const depth = new Map(run.weightedNodes.map((node) => [node.id, node.depth]));
  const norms = Float32Array.from(nodes, ({ id }) => 10 ** ((depth.get(id) ?? Number.NaN) - 21));
  const none = new Float32Array();
  run.log.append({
    ...telemetryEvent('run-1', [1]),
    ...{ activationGradientNorms: norms, activationGradientRms: norms },
    ...{ weightGradientNorms: none, weightNorms: none, updateRatios: none },
  });
  return run;
}

function verdictOfRun(): Verdict {
  const { run, phase, latest } = useRun.getState();
  const observation = run && observe({ run, phase, latest });
  const verdict = observation && diagnose(observation)[0];
  if (!verdict) throw new Error('nothing was found');
  return verdict;
}

const shown = () => useEditor.getState().history.document;
const stage = () => useRemedy.getState().progress.stage;

beforeEach(() => {
  useEditor.getState().open(example, null);
  useEditor.getState().lockStructure(false);
  useRun.of(frontTab()).setState({ run: vanishingRun(), status: 'ended', structureLocked: false });
});

describe('a remedy', () => {
  it.each(['add-shortcuts', 'he-initialisation', 'batch-norm'] as const)(
    '%s is one step, which is taken back exactly',
    async (id) => {
      const verdict = verdictOfRun();
      const remedy = verdict.remedies.find((offered) => offered.id === id);
      if (remedy === undefined) throw new Error(`${id} is not offered`);
      await applyRemedy({ verdict, remedy });
      expect(useEditor.getState().history.past).toHaveLength(1);
      expect(analyse(shown()).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(stage()).toBe('applied');
      takeBack();
      expect(shown()).toEqual(example);
      expect(stage()).toBe('none');
    },
  );

  it('waits until the run has stopped', async () => {
    const verdict = verdictOfRun();
    const [remedy] = verdict.remedies;
    if (remedy === undefined) throw new Error('nothing is offered');
    useEditor.getState().lockStructure(true);
    const applying = applyRemedy({ verdict, remedy });
    expect([stage(), shown()]).toEqual(['stopping', example]);
    useEditor.getState().lockStructure(false);
    await applying;
    expect(stage()).toBe('applied');
    expect(shown()).not.toEqual(example);
  });

  it('is refused in words where the network is another by now', async () => {
    const verdict = verdictOfRun();
    const [remedy] = verdict.remedies;
    if (remedy === undefined) throw new Error('nothing is offered');
    await applyRemedy({ verdict, remedy });
    const once = shown();
    await applyRemedy({ verdict, remedy });
    expect(shown()).toBe(once);
    expect(useNotice.getState().notice?.message).toContain('no longer fits');
  });

  it('stays, to be taken back, where there is no engine to train it', async () => {
    const verdict = verdictOfRun();
    const [remedy] = verdict.remedies;
    if (remedy === undefined) throw new Error('nothing is offered');
    await applyRemedy({ verdict, remedy });
    trainApplied();
    expect([useRun.getState().status, stage()]).toEqual(['failed', 'applied']);
  });

  it('is not judged by the run before it', async () => {
    const verdict = verdictOfRun();
    const [remedy] = verdict.remedies;
    if (remedy === undefined) throw new Error('nothing is offered');
    await applyRemedy({ verdict, remedy });
    const earlier = useRun.getState().run?.log;
    useRun.of(frontTab()).setState({ status: 'preparing' });
    expect(useRemedy.getState().progress).toMatchObject({ stage: 'trained', by: 'canvas', earlier });
  });

  it('is forgotten with its project', async () => {
    const verdict = verdictOfRun();
    const [remedy] = verdict.remedies;
    if (remedy === undefined) throw new Error('nothing is offered');
    await applyRemedy({ verdict, remedy });
    useEditor.getState().open(example, null);
    expect(stage()).toBe('none');
  });
});
