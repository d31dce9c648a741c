import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setField } from '../../../../src/network/graph/layerEdits';
import { lenet5 } from '../../../../src/network/templates/lenet5';
import type { EngineEventOf } from '../../../../src/protocol/engineMessages';
import { useEditor } from '../../../../src/renderer/editor/editorStore';
import { createPerTab } from '../../../../src/renderer/tabs/perTab';
import { frontTab, newTabId, useTabs } from '../../../../src/renderer/tabs/tabsStore';
import { receiveRunEvent } from '../../../../src/renderer/training/receiveRunEvent';
import { useRun } from '../../../../src/renderer/training/runStore';
import { followTrainingTab, useTrainingTab } from '../../../../src/renderer/training/trainingElsewhere';
import { expectTwin } from '../../../../src/renderer/twin/joinTwin';
import { useTwinRun } from '../../../../src/renderer/twin/twinStore';
import { lenetOrder, startedEvent, telemetryEvent } from '../training/engineEvents';

let tabs: readonly [string, string];
beforeEach(() => {
  tabs = [newTabId(), newTabId()];
  useTabs.getState().begin({ tabs, front: tabs[0] });
});

const filters = (tab: string) =>
  useEditor
    .of(tab)
    .getState()
    .history.document.nodes.find(({ id }) => id === 'conv1')?.config['filters'];

describe('a store of which each tab has its own', () => {
  it('is seen through the tab in front, and going there and back changes nothing', () => {
    const useCount = createPerTab<{ count: number }>(() => ({ count: 0 }));
    const [first, second] = tabs;
    useCount.of(first).setState({ count: 1 });
    const before = useCount.getState();
    useTabs.getState().bring(second);
    expect(useCount.getState()).toEqual({ count: 0 });
    useTabs.getState().bring(first);
    expect(useCount.getState()).toBe(before);
  });

  it('tells listeners what is seen, and followers what happens, each with the state before', () => {
    const useCount = createPerTab<{ count: number }>(() => ({ count: 0 }));
    const [first, second] = tabs;
    const [listener, follower] = [vi.fn(), vi.fn()];
    const stops = [useCount.subscribe(listener), useCount.follow(follower)];
    useCount.of(first).setState({ count: 1 });
    useCount.of(second).setState({ count: 2 });
    expect(listener.mock.calls).toEqual([[{ count: 1 }, { count: 0 }]]);
    expect(follower.mock.calls).toEqual([
      [first, { count: 1 }, { count: 0 }],
      [second, { count: 2 }, { count: 0 }],
    ]);
    useTabs.getState().bring(second);
    expect(listener).toHaveBeenLastCalledWith({ count: 2 }, { count: 1 });
    expect(follower).toHaveBeenCalledTimes(2);
    for (const stop of stops) stop();
    useCount.of(second).setState({ count: 3 });
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('keeps what a closed tab holds, for it may be opened again', () => {
    const [first, second] = tabs;
    useEditor
      .of(first)
      .getState()
      .apply(setField(lenet5.create(), 'conv1', 'filters', 12));
    const before = useEditor.of(first).getState();
    useTabs.getState().close(first);
    expect(frontTab()).toBe(second);
    useTabs.getState().reopen();
    expect(useEditor.getState()).toBe(before);
  });

  it('has a history for each network: what is done in one tab is not undone in another', () => {
    const act = fc.record({ tab: fc.nat(1), filters: fc.option(fc.integer({ min: 1, max: 99 })) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const models: [number[], number[]] = [[], []];
        for (const tab of tabs) useEditor.of(tab).getState().open(lenet5.create(), null);
        for (const { tab, filters: wanted } of acts) {
          useTabs.getState().bring(tabs[tab] ?? '');
          const { history, apply, undo } = useEditor.getState();
          const made = models[tab] ?? [];
          if (wanted === null) {
            undo();
            made.pop();
          } else if (wanted !== (made.at(-1) ?? 6)) {
            apply(setField(history.document, 'conv1', 'filters', wanted));
            made.push(wanted);
          }
          for (const [place, each] of tabs.entries()) expect(filters(each)).toBe(models[place]?.at(-1) ?? 6);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a run', () => {
  it('is told of in its tab alone, in front or not, and is known as the one that trains', () => {
    const stop = followTrainingTab();
    const [first, second] = tabs;
    useRun
      .of(first)
      .getState()
      .join('run-a', lenetOrder(), [startedEvent('run-a')]);
    expect(useTrainingTab.getState().tab).toBe(first);
    useTabs.getState().bring(second);
    expect(useRun.getState()).toMatchObject({ status: 'idle', run: null });
    receiveRunEvent(telemetryEvent('run-a', [1, 2]));
    expect(useRun.of(first).getState().run?.log.length).toBe(2);
    expect(useRun.getState().run).toBeNull();
    receiveRunEvent(endOf('run-a'));
    expect(useTrainingTab.getState().tab).toBeNull();
    expect(useRun.of(first).getState()).toMatchObject({ status: 'ended', weightsKept: true });

    // The engine has the weights of one run.
    useRun.of(second).getState().join('run-b', lenetOrder(), []);
    receiveRunEvent(startedEvent('run-b'));
    expect(useRun.of(first).getState().weightsKept).toBe(false);
    expect(useRun.of(first).getState().run?.log.length).toBe(2);
    stop();
  });

  it('whose tab begins another one beside a twin leaves no twin behind that seems to train', () => {
    const stop = followTrainingTab();
    const [tab] = tabs;
    const { document } = lenetOrder();
    expectTwin(tab, { runId: 'run-twin', document, title: 'Shortcuts added' }, [startedEvent('run-twin')]);
    useRun
      .of(tab)
      .getState()
      .join('run-pair', lenetOrder(), [startedEvent('run-pair')], 'run-twin');
    useRun.of(tab).getState().train(lenetOrder());
    receiveRunEvent({ ...endOf('run-twin'), reason: 'stopped' });
    expect(useTwinRun.of(tab).getState().status).toBe('ended');
    expect(useTrainingTab.getState().tab).toBeNull();
    stop();
  });
});

function endOf(runId: string): EngineEventOf<'ended'> {
  return { type: 'ended', runId, reason: 'finished', step: 2, message: null, node: null };
}
