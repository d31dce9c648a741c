import type { MenuItemConstructorOptions } from 'electron';
import type { KeptSettings } from '../protocol/keptSettings';
import { type Language, languageSchema, spokenLanguage } from '../protocol/language';

/** Korean by the English label; behind a Korean one the letter of its key stands in brackets. */
const korean: Readonly<Record<string, string>> = {
  '&File': '파일(&F)',
  'S&tart screen': '시작 화면(&T)',
  '&New': '새로 만들기(&N)',
  'New from &template…': '템플릿에서 새로 만들기(&T)…',
  '&Open…': '열기(&O)…',
  'Open &Recent': '최근 항목 열기(&R)',
  '&Save': '저장(&S)',
  'Save &As…': '다른 이름으로 저장(&A)…',
  '&Edit': '편집(&E)',
  '&Undo': '실행 취소(&U)',
  '&Redo': '다시 실행(&R)',
  '&Duplicate': '복제(&D)',
  'Select &all': '모두 선택(&A)',
  '&Tidy layout': '레이아웃 정렬(&T)',
  'Se&ttings…': '설정(&T)…',
  '&Network': '네트워크(&N)',
  'Add &shortcut from the selected layer…': '선택한 레이어에서 스킵 연결 추가(&S)…',
  'Convert to &residual…': '잔차 네트워크로 변환(&R)…',
  'Convert to &plain': '일반 네트워크로 변환(&P)',
  '&View': '보기(&V)',
  '&Lecture mode': '강의 모드(&L)',
  '&Help': '도움말(&H)',
  '&Glossary': '용어집(&G)',
};

/** Of the entries that Electron brings, and labels in English or the system's language. */
const koreanRoles: Readonly<Record<string, string>> = {
  quit: '끝내기',
  close: '창 닫기',
  cut: '잘라내기',
  copy: '복사',
  paste: '붙여넣기',
  resetZoom: '실제 크기',
  zoomIn: '확대',
  zoomOut: '축소',
  togglefullscreen: '전체 화면',
};

/** A menu whose labels are in the language; what has no label in it, such as a project's name, stays. */
export function menuInLanguage(
  items: readonly MenuItemConstructorOptions[],
  language: Language,
): readonly MenuItemConstructorOptions[] {
  if (language === 'en') return items;
  return items.map((item) => {
    const label =
      item.label === undefined ? koreanRoles[item.role ?? ''] : (korean[item.label] ?? item.label);
    const submenu = Array.isArray(item.submenu) ? [...menuInLanguage(item.submenu, language)] : item.submenu;
    return { ...item, ...(label !== undefined && { label }), ...(submenu !== undefined && { submenu }) };
  });
}

/** The language that the window speaks: that of the setting, or the system's. */
export function chosenLanguage(settings: KeptSettings, preferred: readonly string[]): Language {
  const chosen = languageSchema.safeParse(settings['appearance.language']);
  return chosen.success ? chosen.data : spokenLanguage(preferred);
}
