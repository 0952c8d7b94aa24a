import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { indexCodes, searchCodes } from './code-search'
import type { CodeEntry, CodeSelectProps } from './CodeSelect.props'
import { foldWidth } from './normalize'
import { usePinyin } from './usePinyin'

export type { CodeEntry, CodeSelectProps } from './CodeSelect.props'

/** A list longer than this is not read through but searched. */
const listed = 100

export const codeLabel = ({ code, name, alias }: CodeEntry): string =>
  [code, name, ...(alias ?? [])].filter(Boolean).join(' ')

/** Choose a code; shown as `502 美元 USD` and found by any of the three, or by pinyin. */
export function CodeSelect(props: CodeSelectProps) {
  const { value, onChange, entries, complete, id, label, disabled, autoFocus = false, helpId, status } = props
  const { t } = useTranslation('components')
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const pinyinOf = usePinyin(open)
  const index = useMemo(() => indexCodes(entries, pinyinOf), [entries, pinyinOf])

  const found = searchCodes(index, query, listed).map((entry) => ({
    value: entry.code,
    label: codeLabel(entry),
  }))
  const raw = foldWidth(query).toUpperCase()
  const known = entries.some((entry) => entry.code === raw)
  // A name is looked for, never declared: only what has the form of a code may be taken as it stands.
  const asIs =
    !complete && /^[0-9A-Z]+$/.test(raw) && !known
      ? [{ value: raw, label: t('code.asIs', { code: raw }) }]
      : []
  const current = entries.find((entry) => entry.code === value)
  const own = value && !found.some((option) => option.value === value)
  const unlisted = own ? [{ value, label: current ? codeLabel(current) : value }] : []
  const unknown = value !== undefined && current === undefined
  return (
    <span data-help={helpId} className="code-select">
      <Select
        id={id}
        aria-label={label}
        className="mapping-select"
        showSearch={{ filterOption: false, onSearch: setQuery }}
        allowClear
        disabled={disabled}
        autoFocus={autoFocus}
        value={value ?? null}
        status={status ?? (unknown ? (complete ? 'error' : 'warning') : undefined)}
        onOpenChange={(next) => {
          setOpen(next)
          if (!next) setQuery('')
        }}
        onChange={(code: string | undefined) => onChange(code)}
        notFoundContent={t('code.none')}
        options={[...found, ...asIs, ...(query === '' ? unlisted : [])]}
      />
      {unknown && !complete && <span className="code-note">{t('code.unlisted')}</span>}
    </span>
  )
}
