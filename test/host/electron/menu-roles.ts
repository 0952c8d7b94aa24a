import { app } from './app'
import { windows } from './window-list'

type Role = NonNullable<Electron.MenuItemConstructorOptions['role']>

const edit = (command: string) => (window: Electron.BrowserWindow | undefined) =>
  window && windows.contentsOf(window)?.editCommand(command)
const zoom = (change: (factor: number) => number) => (window: Electron.BrowserWindow | undefined) => {
  const contents = window && windows.contentsOf(window)
  contents?.setZoomFactor(change(contents.getZoomFactor()))
}

type RoleAction = (window: Electron.BrowserWindow | undefined) => void

/** What the roles do, and the keys they have by themselves. Keys of editing roles are Chromium's own business. */
export const roles: Partial<Record<Role, { accelerator?: string; run: RoleAction }>> = {
  undo: { run: edit('undo') },
  redo: { run: edit('redo') },
  cut: { run: edit('cut') },
  copy: { run: edit('copy') },
  paste: { run: edit('paste') },
  delete: { run: edit('delete') },
  selectAll: { run: edit('selectAll') },
  zoomIn: { accelerator: 'CommandOrControl+Plus', run: zoom((factor) => factor * 1.1) },
  zoomOut: { accelerator: 'CommandOrControl+-', run: zoom((factor) => factor / 1.1) },
  resetZoom: { accelerator: 'CommandOrControl+0', run: zoom(() => 1) },
  reload: { accelerator: 'CommandOrControl+R', run: (window) => window?.webContents.reload() },
  close: { accelerator: 'CommandOrControl+W', run: (window) => window?.close() },
  minimize: { accelerator: 'CommandOrControl+M', run: (window) => window?.minimize() },
  quit: { accelerator: 'CommandOrControl+Q', run: () => app.quit() },
  // The window's own business; Chromium's F11 does it in a visible one.
  togglefullscreen: { run: () => undefined },
}
