import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Events } from '#shared/ipc/contract'

type Command = Events['menu.command']['command']

/** The system menu: editing roles work in every field, our own commands travel to the focused window. */
export function installMenu(send: (window: BrowserWindow, command: Command) => void): void {
  const command = (label: string, accelerator: string, name: Command): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: (_item, window) => {
      if (window) send(window as BrowserWindow, name)
    },
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: '驿关',
        submenu: [
          command('新窗口', 'CmdOrCtrl+Shift+N', 'new-window'),
          command('锁定', 'CmdOrCtrl+Shift+L', 'lock'),
          { type: 'separator' },
          { role: 'quit', label: '退出' },
        ],
      },
      {
        label: '编辑',
        submenu: [
          { role: 'undo', label: '撤销' },
          { role: 'redo', label: '重做' },
          { type: 'separator' },
          { role: 'cut', label: '剪切' },
          { role: 'copy', label: '复制' },
          { role: 'paste', label: '粘贴' },
          { role: 'selectAll', label: '全选' },
          { type: 'separator' },
          command('全局查找', 'CmdOrCtrl+K', 'find'),
        ],
      },
      {
        label: '显示',
        submenu: [
          { role: 'zoomIn', label: '放大' },
          { role: 'zoomOut', label: '缩小' },
          { role: 'resetZoom', label: '实际大小' },
          { role: 'togglefullscreen', label: '全屏' },
        ],
      },
      { label: '帮助', submenu: [command('帮助', 'F1', 'help')] },
    ]),
  )
}
