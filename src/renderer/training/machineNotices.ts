import type { MachineChoice } from '../../protocol/machineChoice';
import type { EngineState } from '../engine/engineStore';
import { t } from '../language/t';
import { type EngineNoticeContent, quiet } from './noticeContent';
import type { NotedRun } from './runNotices';

type CutOff = Extract<EngineState, { readonly state: 'cutOff' }>;

/** The connection to another machine is lost; `now` is `performance.now()`. */
export function machineLossNotice(
  engine: CutOff,
  machine: NonNullable<CutOff['machine']>,
  training: boolean,
  now: number,
): EngineNoticeContent {
  const { name, problem, retryAt } = machine;
  const seconds = retryAt === null ? null : Math.max(0, Math.ceil((retryAt - now) / 1000));
  const again =
    seconds === null
      ? t`It is not tried again by itself.`
      : seconds === 0
        ? t`Trying again…`
        : t`Trying again in ${seconds} s…`;
  const goesOn = training ? t`Training goes on there. ` : '';
  return {
    ...quiet(engine),
    tone: problem === null ? 'warning' : 'error',
    title: problem?.message ?? t`Connection to ${name} lost`,
    text: `${problem === null ? goesOn : `${problem.advice} `}${again}`,
    action: seconds === null ? { type: 'nameMachine', label: t`Device settings` } : { type: 'retryMachine' },
  };
}

/** A network was trained on another machine when this application ended the last time. */
export function machineOffer(choice: MachineChoice | null, { phase }: NotedRun): EngineNoticeContent | null {
  const last = choice?.last ?? null;
  if (choice === null || choice.inUse !== null || last === null || last.training === null) return null;
  if (phase.status !== 'idle') return null;
  return {
    ...quiet(`machine ${last.address} ${last.training}`),
    tone: 'warning',
    title: t`${last.training} is training on ${last.name}`,
    text: t`So it was when this machine heard of it last. Reconnect to see it from the start.`,
    action: { type: 'nameMachine', label: t`Reconnect` },
    dismissible: true,
  };
}
