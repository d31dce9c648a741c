import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Builds its content anew when the language changes, since texts are looked up wherever they are put together. */
export function InLanguage({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  return <Fragment key={i18n.language}>{children}</Fragment>;
}
