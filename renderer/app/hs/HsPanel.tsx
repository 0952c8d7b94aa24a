import { Alert, Empty, Input } from 'antd'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TariffHit } from '#shared/tariff/search'
import { isImeKey } from '../../components/ime'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { HsLine } from './HsLine'
import { TableUsed } from './TableUsed'
import { useHsSearch } from './useHsSearch'
import './hs.css'

const declarable = 10

type Props = {
  /** What it is opened with, as the code that stands there. */
  initial?: string
  /** Takes a code of ten digits; without it the panel is for looking only. */
  onTake?: (hit: TariffHit) => void
}

/**
 * Find a code: arrows go through the hits while the cursor stays in the query, Enter takes the one that is marked. Enter on
 * a heading looks inside it, because four digits cannot be declared.
 */
export function HsPanel({ initial = '', onTake }: Props) {
  const { t } = useTranslation('hs')
  const show = useText()
  const id = useId()
  const [query, setQuery] = useState(initial)
  const [at, setAt] = useState(0)
  const { value, state } = useHsSearch(query)
  const hits = value?.hits ?? []
  const marked = hits[Math.min(at, hits.length - 1)]
  const take = (hit: TariffHit) => {
    if (hit.code.length < declarable) ask(hit.code)
    else if (!hit.gone) onTake?.(hit)
  }
  const ask = (text: string) => {
    setQuery(text)
    setAt(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isImeKey(event)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = Math.max(0, Math.min(hits.length - 1, at + step))
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && marked) {
      event.preventDefault()
      take(marked)
    }
  }
  return (
    <div className="hs" data-help="hs.search">
      <Input
        autoFocus
        allowClear
        role="combobox"
        aria-label={t('search')}
        aria-expanded={hits.length > 0}
        aria-controls={id}
        aria-activedescendant={marked ? `${id}-${hits.indexOf(marked)}` : undefined}
        placeholder={t('placeholder')}
        value={query}
        onChange={({ target }) => ask(target.value)}
        onKeyDown={onKeyDown}
      />
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <div className="hs-split">
        <div className="hs-hits" role="listbox" id={id} aria-label={t('hits')}>
          {hits.map((hit, index) => (
            <div
              key={hit.code}
              id={`${id}-${index}`}
              role="option"
              aria-selected={hit === marked}
              className={hit === marked ? 'hs-hit hs-hit-marked' : 'hs-hit'}
              onClick={() => setAt(index)}
              onDoubleClick={() => take(hit)}
            >
              <span className="number">{hit.code}</span>
              <span className="hs-name">{hit.row?.name ?? hit.own?.skus.join(' ')}</span>
              {hit.own && (
                <StateTag tone="good">{t('own', { count: hit.own.count, sku: hit.own.skus[0] })}</StateTag>
              )}
              {hit.gone && <StateTag tone="bad">{t('gone')}</StateTag>}
            </div>
          ))}
          {value && hits.length === 0 && (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(query.trim() ? 'nothing' : 'begin')} />
          )}
        </div>
        <aside className="hs-line face-card" aria-live="polite" aria-label={t('line')}>
          {marked && <HsLine hit={marked} onTake={onTake && !marked.gone ? () => take(marked) : undefined} />}
        </aside>
      </div>
      {value && <TableUsed used={value.used} />}
    </div>
  )
}
