import { ChevronDown, ChevronUp } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useDeferredValue, useEffect, useRef } from 'react';
import { ToolButton } from '../controls/ToolButton';
import { useScrollEdges } from '../controls/useScrollEdges';
import { DiagnosisBadge } from '../diagnosis/DiagnosisBadge';
import { useHasGradients } from '../gradients/useHasGradients';
import { t } from '../language/t';
import { Later } from '../loading/Later';
import { type LaterPart, laterPart } from '../loading/laterPart';
import styles from './Dock.module.css';
import { DockHandle } from './DockHandle';
import { useDock } from './dockStore';
import { type DockTab, dockTabLabels, dockTabs } from './dockTabs';

const contents: Readonly<Record<DockTab, LaterPart>> = {
  loss: laterPart(() => import('../charts/LossTab').then((module) => module.LossTab)),
  gradients: laterPart(() =>
    import('../gradients/flow/GradientFlowTab').then((module) => module.GradientFlowTab),
  ),
  diagnosis: laterPart(() => import('../diagnosis/DiagnosisTab').then((module) => module.DiagnosisTab)),
  compare: laterPart(() => import('../twin/CompareTab').then((module) => module.CompareTab)),
  costs: laterPart(() => import('../costs/CostTab').then((module) => module.CostTab)),
  code: laterPart(() => import('../code/CodeTab').then((module) => module.CodeTab)),
};

/** What was measured, under the canvas. */
export function Dock() {
  const { tab, collapsed, height, showTab, toggle } = useDock();
  // A tab is marked at once; what is on it takes long to draw, and comes piece by piece between inputs.
  const drawn = useDeferredValue(tab);
  const empty = !useHasGradients();
  const list = useRef<HTMLDivElement>(null);
  useScrollEdges(list);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab that a command has chosen, too, is to be in view
  useEffect(() => {
    list.current
      ?.querySelector('[data-state="active"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tab]);
  const Chevron = collapsed ? ChevronUp : ChevronDown;
  return (
    <Tabs.Root
      className={styles['dock']}
      role="region"
      aria-label={t`Charts`}
      data-region="charts"
      data-collapsed={collapsed}
      style={{ '--dock-height': `${height}px` }}
      value={tab}
      onValueChange={(value) => {
        const chosen = dockTabs.find((candidate) => candidate === value);
        if (chosen !== undefined) showTab(chosen);
      }}
      activationMode="manual"
    >
      <DockHandle />
      <div className={styles['tabs']}>
        <Tabs.List ref={list} className={styles['list']} aria-label={t`Charts`}>
          {dockTabs.map((value) => (
            <Tabs.Trigger
              key={value}
              value={value}
              // What isn't there can't be pointed to.
              {...(collapsed && { 'aria-controls': undefined })}
              onClick={() => showTab(value)}
            >
              {dockTabLabels[value]()}
              {value === 'diagnosis' && <DiagnosisBadge />}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <span className={styles['end']}>
          {collapsed && empty && (
            <span className={styles['hint']}>{t`Train once to record gradients here`}</span>
          )}
          <ToolButton icon aria-label={collapsed ? t`Show the charts` : t`Hide the charts`} onClick={toggle}>
            <Chevron size={16} aria-hidden="true" />
          </ToolButton>
        </span>
      </div>
      {!collapsed &&
        dockTabs.map((value) => (
          <Tabs.Content key={value} value={value} className={styles['content']} tabIndex={-1}>
            {drawn === value && <Later part={contents[drawn]} />}
          </Tabs.Content>
        ))}
    </Tabs.Root>
  );
}
