import { Menu } from 'electron';
import type { Language } from '../protocol/language';
import { menuInLanguage } from './menuInLanguage';
import { type ApplicationMenuContent, menuTemplate } from './menuTemplate';

/** The application's menu, in the language that the window speaks. */
export function createApplicationMenu(content: ApplicationMenuContent, language: Language): Menu {
  return Menu.buildFromTemplate([...menuInLanguage(menuTemplate(content), language)]);
}
