import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { showKeys, useCommands } from '../commands'
import { usePanels } from './panels'

/** Keys of the grid and of fields; they live in their components and are only described here. */
const gridKeys = [
  ['move', '↑ ↓ ← →  Home End  PgUp PgDn'],
  ['corner', 'Ctrl+Home / Ctrl+End'],
  ['mark', 'Shift+↑↓←→'],
  ['open', 'Enter'],
  ['edit', 'F2'],
  ['commit', 'Enter / Tab'],
  ['restore', 'Esc'],
  ['bringBack', 'Ctrl+Z'],
  ['copy', 'Ctrl+C'],
  ['copyWithHeaders', 'Ctrl+Shift+C'],
  ['paste', 'Ctrl+V'],
  ['fill', 'Ctrl+D'],
  ['clear', 'Delete'],
  ['select', 'Space / Shift+Space'],
  ['selectAll', 'Ctrl+A'],
  ['error', 'F8'],
  ['leave', 'Esc, Tab'],
] as const

function KeyList({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section className="keys">
      <h3>{title}</h3>
      <dl>
        {rows.map(([name, keys]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Ctrl+/: every key on one sheet. */
export function ShortcutSheet() {
  const { t } = useTranslation('app')
  const { open, hide } = usePanels()
  const commands = useCommands((state) => state.commands)
  const rows = commands
    .filter((command) => command.keys)
    .map((command) => [t(command.title), showKeys(command.keys!)] as const)
  return (
    <Modal
      open={open === 'shortcuts'}
      onCancel={hide}
      footer={null}
      width={760}
      title={t('command.shortcuts')}
      destroyOnHidden
    >
      <div className="key-sheet">
        <KeyList title={t('keys.frame')} rows={rows} />
        <KeyList
          title={t('keys.grid')}
          rows={gridKeys.map(([key, keys]) => [t(`keys.${key}`), keys] as const)}
        />
      </div>
    </Modal>
  )
}
