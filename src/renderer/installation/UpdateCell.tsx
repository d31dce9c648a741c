import { CircleArrowUp } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { assertNever } from '../../network/assertNever';
import type { InstallationOrder, Update } from '../../protocol/installation';
import popover from '../controls/SettingsPopover.module.css';
import { say } from '../language/say';
import { t } from '../language/t';
import bar from '../statusBar/StatusBar.module.css';
import { FramedButton } from '../training/FramedButton';
import { DownloadProgress } from './DownloadProgress';
import styles from './Installation.module.css';
import { orderInstallation, useInstallation } from './installationStore';

/** Tells of a newer release, in the status bar; it opens what can be done about it. */
export function UpdateCell() {
  const update = useInstallation((state) => state.installation.update);
  const [open, setOpen] = useState(false);
  const news = newsOf(update);
  // A check by itself is no news; one that a person waits for is.
  if (news === null || (update.state === 'checking' && !open)) return null;
  const { label, content, action } = news;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={`${bar['cell']} ${styles['cell']}`} data-side="right">
        <CircleArrowUp size={14} aria-hidden="true" />
        {label}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={popover['popover']}
          side="top"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t`Update`}
        >
          <section className={`${popover['section']} ${styles['section']}`}>
            {content}
            {action !== null && (
              <FramedButton onClick={() => orderInstallation(action.order)}>{action.label}</FramedButton>
            )}
          </section>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface News {
  readonly label: string;
  readonly content: ReactNode;
  readonly action: { readonly label: string; readonly order: InstallationOrder } | null;
}

/** What a person is told; null where there is nothing to tell. */
function newsOf(update: Update): News | null {
  switch (update.state) {
    case 'unavailable':
    case 'unknown':
    case 'current':
      return null;
    case 'checking':
      return {
        label: t`Update`,
        content: <p role="status">{t`Looking for the newest release…`}</p>,
        action: null,
      };
    case 'offered':
      return {
        label: t`Update ${update.version}`,
        content: <p>{t`Layerwise ${update.version} is there. Projects and runs stay as they are.`}</p>,
        action: { label: t`Download it`, order: 'fetchUpdate' },
      };
    case 'fetching':
      return {
        label: t`Update ${update.version}`,
        content: <DownloadProgress download={update.download} />,
        action: null,
      };
    case 'ready':
      return {
        label: t`Update ${update.version}`,
        content: <p>{t`Layerwise ${update.version} takes over at the next start.`}</p>,
        action: { label: t`Restart now`, order: 'restartIntoUpdate' },
      };
    case 'failed':
      return {
        label: t`Update failed`,
        content: (
          <p role="alert">
            {say(update.problem.message)} {say(update.problem.advice)}
          </p>
        ),
        action: { label: t`Try again`, order: 'checkForUpdate' },
      };
    default:
      return assertNever(update);
  }
}
