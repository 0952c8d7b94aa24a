import { onDriver, tellDriver } from '../process/driver'
import { roles } from './menu-roles'
import { strict } from './strict'
import { windows } from './window-list'

type Template = Electron.MenuItemConstructorOptions

export class StandInMenuItem implements Pick<
  Electron.MenuItem,
  'id' | 'label' | 'type' | 'enabled' | 'visible' | 'checked' | 'click'
> {
  readonly id: string
  readonly label: string
  readonly type: Electron.MenuItem['type']
  readonly accelerator: string | undefined
  readonly submenu: StandInMenu | undefined
  enabled: boolean
  visible: boolean
  checked: boolean

  constructor(private readonly template: Template) {
    const role = template.role && roles[template.role]
    if (template.role && !role) throw new Error(`stand-in: the menu role ${template.role} is not implemented`)
    this.id = template.id ?? ''
    this.label = template.label ?? template.role ?? ''
    this.type = template.type ?? (template.submenu ? 'submenu' : 'normal')
    this.accelerator = template.accelerator ?? role?.accelerator
    this.submenu = Array.isArray(template.submenu) ? new StandInMenu(template.submenu) : undefined
    this.enabled = template.enabled ?? true
    this.visible = template.visible ?? true
    this.checked = template.checked ?? false
  }

  click(): void {
    if (!this.enabled || !this.visible) return
    if (this.type === 'checkbox') this.checked = !this.checked
    const window = windows.all().find((each) => each.isFocused())
    const { role, click } = this.template
    if (role) roles[role]!.run(window)
    else click?.(strict('MenuItem', this), window, strict('KeyboardEvent', { triggeredByAccelerator: false }))
  }
}

class StandInMenu implements Pick<Electron.Menu, 'getMenuItemById'> {
  readonly items: StandInMenuItem[]

  constructor(template: readonly Template[]) {
    this.items = template.map((each) => new StandInMenuItem(each))
  }

  getMenuItemById(id: string): Electron.MenuItem | null {
    const found = itemsBelow(this).find((item) => item.id === id)
    return found ? strict('MenuItem', found) : null
  }
}

let current: StandInMenu | null = null

function itemsBelow(menu: StandInMenu): StandInMenuItem[] {
  return menu.items.flatMap((item) => [item, ...(item.submenu ? itemsBelow(item.submenu) : [])])
}

export function applicationMenuItems(): StandInMenuItem[] {
  return current ? itemsBelow(current) : []
}

export const Menu = strict<typeof Electron.Menu>('Menu', {
  buildFromTemplate: (template: Template[]) => new StandInMenu(template),
  setApplicationMenu: (menu: StandInMenu | null) => void (current = menu),
  getApplicationMenu: () => current,
})

onDriver('menu', ({ id, labels }) => {
  let items = current?.items ?? []
  let found: StandInMenuItem | undefined
  for (const label of labels) {
    found = items.find((item) => item.label === label)
    items = found?.submenu?.items ?? []
  }
  if (found && found.enabled) found.click()
  tellDriver({
    kind: 'menu',
    id,
    ...(found?.enabled ? {} : { error: `no such menu item: ${labels.join(' › ')}` }),
  })
})
