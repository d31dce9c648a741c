/** The application's menu as the window wants it, and the commands that it sends back. */
import { z } from 'zod';

/** A command of the window: `project.save`. What it does is known to the window alone. */
export const commandIdSchema = z.string().regex(/^[a-z][A-Za-z]*(\.[A-Za-z0-9]+)+$/);
export type CommandId = z.infer<typeof commandIdSchema>;

/** The commands that main itself gives: before a window is closed, and when a file was chosen outside of the page. */
export const saveAllCommand = 'project.saveAll';
/** Saves the projects that have a file, and asks nothing. */
export const saveFilesCommand = 'project.saveFiles';
export const openRequestedCommand = 'project.openRequested';

/** What the system does by itself, under names of its own. */
const roles = [
  'quitOrClose',
  'cut',
  'copy',
  'paste',
  'resetZoom',
  'zoomIn',
  'zoomOut',
  'togglefullscreen',
] as const;
export type MenuRole = (typeof roles)[number];

export const nativeMenuItemSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('command'),
    id: commandIdSchema,
    label: z.string().max(200),
    /** As Electron writes keys, `CmdOrCtrl+Shift+S`; null for none. The menu shows them, the page obeys them. */
    accelerator: z.string().max(60).nullable(),
  }),
  z.strictObject({ type: z.literal('role'), role: z.enum(roles) }),
  /** The files opened before, which main knows. */
  z.strictObject({ type: z.literal('recent'), label: z.string().max(200) }),
  z.strictObject({ type: z.literal('separator') }),
]);
export type NativeMenuItem = z.infer<typeof nativeMenuItemSchema>;

export const nativeMenusSchema = z
  .array(z.strictObject({ label: z.string().max(200), items: z.array(nativeMenuItemSchema).max(60) }))
  .max(12);
export type NativeMenus = z.infer<typeof nativeMenusSchema>;
