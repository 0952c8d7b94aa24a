import { useEffect } from 'react'
import { lockBook } from '../book'
import { activateTab, closeTab, openRoom, refreshView, useNavigation } from '../navigation'
import { setDevice, useDevice } from '../device'
import { roomById } from '../rooms'
import { useCommand } from '../useCommand'
import { usePanels } from './panels'

function stepTab(step: 1 | -1): void {
  const { tabs, active } = useNavigation.getState()
  const keys = [undefined, ...tabs.map((tab) => tab.id)]
  const next = (keys.indexOf(active) + step + keys.length) % keys.length
  activateTab(keys[next])
}

/** Help for the field in focus, else for the room. */
function askHelp(): void {
  const field = document.activeElement?.closest<HTMLElement>('[data-help]')?.dataset['help']
  usePanels.getState().show('help', field)
}

function openNewWindow(): void {
  const { room } = useNavigation.getState()
  void window.yiguan.invoke('app.openWindow', `#/${room}`)
}

/** The commands of the frame itself, by key, by palette, and by the system menu. */
export function useFrameCommands(): void {
  const show = usePanels((state) => state.show)
  const frame = { group: 'frame' } as const
  useCommand({ ...frame, id: 'find', title: 'app:command.find', keys: 'Mod+K', run: () => show('search') })
  useCommand({ ...frame, id: 'help', title: 'app:command.help', keys: 'F1', run: askHelp })
  useCommand({
    ...frame,
    id: 'shortcuts',
    title: 'app:command.shortcuts',
    keys: 'Mod+/',
    run: () => show('shortcuts'),
  })
  useCommand({ ...frame, id: 'notices', title: 'app:command.notices', run: () => show('notices') })
  useCommand({ ...frame, id: 'refresh', title: 'app:command.refresh', keys: 'F5', run: refreshView })
  useCommand({
    ...frame,
    id: 'close-tab',
    title: 'app:command.closeTab',
    keys: 'Mod+W',
    enabled: () => useNavigation.getState().active !== undefined,
    run: () => closeTab(useNavigation.getState().active!),
  })
  useCommand({
    ...frame,
    id: 'next-tab',
    title: 'app:command.nextTab',
    keys: 'Alt+ArrowRight',
    run: () => stepTab(1),
  })
  useCommand({
    ...frame,
    id: 'previous-tab',
    title: 'app:command.previousTab',
    keys: 'Alt+ArrowLeft',
    run: () => stepTab(-1),
  })
  useCommand({
    ...frame,
    id: 'tree',
    title: 'app:command.tree',
    keys: 'Mod+B',
    run: () => setDevice({ treeCollapsed: !useDevice.getState().treeCollapsed }),
  })
  useCommand({
    ...frame,
    id: 'examine',
    title: 'app:online.examine',
    enabled: () => roomById('network') !== undefined,
    run: () => openRoom('network', { at: String(Date.now()) }),
  })
  useCommand({
    ...frame,
    id: 'new-window',
    title: 'app:command.newWindow',
    keys: 'Mod+Shift+N',
    run: openNewWindow,
  })
  useCommand({
    ...frame,
    id: 'lock',
    title: 'app:command.lock',
    keys: 'Mod+Shift+L',
    run: () => void lockBook(),
  })

  useEffect(
    () =>
      window.yiguan.on('menu.command', ({ command }) => {
        if (command === 'find') show('search')
        else if (command === 'help') askHelp()
        else if (command === 'lock') void lockBook()
        else openNewWindow()
      }),
    [show],
  )
  useEffect(() => window.yiguan.on('app.show', ({ room }) => openRoom(room)), [])
}
