import { Input, Modal } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isImeKey } from '../../components/ime'
import { showKeys } from '../commands'
import { usePanels } from './panels'
import { usePaletteItems, type PaletteItem } from './usePaletteItems'
import { useTypedAhead } from './useTypedAhead'

const listId = 'palette-list'
const optionId = (at: number) => `palette-option-${at}`

function Option({
  item,
  at,
  active,
  onRun,
}: {
  item: PaletteItem
  at: number
  active: boolean
  onRun: () => void
}) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={ref}
      id={optionId(at)}
      role="option"
      aria-selected={active}
      className={active ? 'palette-option palette-option-active' : 'palette-option'}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <span className="palette-title">{item.title}</span>
      {item.subtitle && <span className="palette-subtitle">{item.subtitle}</span>}
      {item.keys && <kbd>{showKeys(item.keys)}</kbd>}
    </div>
  )
}

function Palette({ takeTyped, onClose }: { takeTyped: () => string; onClose: () => void }) {
  const { t } = useTranslation('app')
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const { groups, busy, failure } = usePaletteItems(query)
  const items = groups.flatMap((group) => group.items)
  const active = Math.min(at, items.length - 1)

  const run = (item: PaletteItem | undefined) => {
    if (!item) return
    onClose()
    item.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isImeKey(event)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && items.length > 0) {
      event.preventDefault()
      setAt((active + step + items.length) % items.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(items[active])
    }
  }

  let index = -1
  return (
    <>
      <Input
        autoFocus
        size="large"
        variant="borderless"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        aria-label={t('search.open')}
        placeholder={t('search.placeholder')}
        value={query}
        onFocus={() => {
          const typed = takeTyped()
          if (typed) setQuery(typed)
        }}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t('search.results')} className="palette-list">
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="palette-group">
              {group.title}
              {group.more && <span> · {t('search.more')}</span>}
            </div>
            {group.items.map((item) => {
              index += 1
              const own = index
              return (
                <Option key={item.id} item={item} at={own} active={own === active} onRun={() => run(item)} />
              )
            })}
          </div>
        ))}
      </div>
      <div className="palette-state" role="status">
        {busy ? t('search.busy') : (failure ?? (items.length === 0 ? t('search.nothing') : ''))}
      </div>
    </>
  )
}

/** Ctrl+K: any number in full or by its last six digits, any room, any command. */
export function SearchPalette() {
  const { t } = useTranslation('app')
  const { open, hide } = usePanels()
  const takeTyped = useTypedAhead(open === 'search')
  return (
    <Modal
      open={open === 'search'}
      // Not shown: it names the dialog for a screen reader.
      title={t('search.open')}
      onCancel={hide}
      footer={null}
      closable={false}
      width={640}
      destroyOnHidden
      className="palette"
      style={{ top: 72 }}
    >
      <Palette takeTyped={takeTyped} onClose={hide} />
    </Modal>
  )
}
