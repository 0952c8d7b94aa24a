import { CloseOutlined } from '@ant-design/icons'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { activateTab, closeTab, useNavigation } from '../navigation'
import { roomById } from '../rooms'

type TabButtonProps = { id: string | undefined; title: string; selected: boolean }

/** The cross is for the mouse; by keyboard Delete on the tab, or Ctrl+W anywhere. */
function TabButton({ id, title, selected }: TabButtonProps) {
  const { t } = useTranslation('app')
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (selected) ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])
  return (
    <button
      ref={ref}
      type="button"
      role="tab"
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      className={selected ? 'tab tab-selected' : 'tab'}
      onClick={() => activateTab(id)}
      onAuxClick={(event) => event.button === 1 && id !== undefined && closeTab(id)}
    >
      <span className="tab-title" title={title}>
        {title}
      </span>
      {id !== undefined && (
        <span
          aria-hidden
          className="tab-close"
          title={t('closeTab', { title })}
          onClick={(event) => {
            event.stopPropagation()
            closeTab(id)
          }}
        >
          <CloseOutlined />
        </span>
      )}
    </button>
  )
}

/** The room in front, and a tab for every open record. */
export function TabStrip() {
  const { t } = useTranslation('app')
  const { room, tabs, active } = useNavigation()
  const strip = useRef<HTMLDivElement>(null)
  const all = [
    { id: undefined, title: t(roomById(room)?.title ?? 'noRooms') },
    ...tabs.map((tab) => ({
      id: tab.id as string | undefined,
      title: tab.title || t(roomById(tab.view.split('/')[0]!)?.title ?? 'noRooms'),
    })),
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    const at = all.findIndex((tab) => tab.id === active)
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step !== undefined && !event.altKey) {
      event.preventDefault()
      activateTab(all[(at + step + all.length) % all.length]!.id)
      requestAnimationFrame(() => strip.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus())
    } else if (event.key === 'Delete' && active !== undefined) {
      event.preventDefault()
      closeTab(active)
    }
  }
  return (
    <div ref={strip} role="tablist" aria-label={t('tabs')} className="tabs" onKeyDown={onKeyDown}>
      {all.map((tab) => (
        <TabButton key={tab.id ?? '#room'} {...tab} selected={tab.id === active} />
      ))}
    </div>
  )
}
