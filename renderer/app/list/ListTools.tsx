import { FileExcelOutlined } from '@ant-design/icons'
import { App, Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../ActButton'
import { describeFailure } from '../../components/failure'
import { PasteFilter } from '../../components/PasteFilter'
import { useText } from '../../components/text'
import type { Room } from '../../data/port'
import { useBook } from '../book'
import { useChanges } from '../useChanges'
import { useQueryState } from '../useQuery'
import { nothingChosen, type Chosen } from './conditions'
import { watchedBy, type RoomList } from './useRoomList'
import './list.css'

/** An open end of a range of days. */
const firstDay = '0000-01-01'
const lastDay = '9999-12-31'

/** A column the officer filters by its values; `label` says a value in words. */
export type ValueFilter = { column: string; title: string; label?: (value: string) => string }

type ValueSelectProps = {
  table: Room
  filter: ValueFilter
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}

function ValueSelect({ table, filter, chosen, onChoose }: ValueSelectProps) {
  const { t } = useTranslation('list')
  const port = useBook()
  const changes = useChanges(...watchedBy(table))
  const { value = [] } = useQueryState(() => port.values(table, filter.column), changes)
  const { column, title, label = (text: string) => text } = filter
  return (
    <Select
      mode="multiple"
      allowClear
      maxTagCount={1}
      className="list-filter"
      aria-label={title}
      placeholder={title}
      popupMatchSelectWidth={false}
      value={[...(chosen.values[column] ?? [])]}
      onChange={(values: string[]) => onChoose({ ...chosen, values: { ...chosen.values, [column]: values } })}
      options={value.map((each) => ({
        value: each.value,
        label: `${each.value === '' ? t('empty') : label(each.value)} (${each.count})`,
      }))}
    />
  )
}

/** First and last day, inclusive; either may be left out. */
function DayRange({ chosen, onChoose }: Pick<ValueSelectProps, 'chosen' | 'onChoose'>) {
  const { t } = useTranslation('list')
  const [from, to] = chosen.days ?? ['', '']
  const shown = (day: string) => (day === '' || day === firstDay || day === lastDay ? null : dayjs(day))
  return (
    <DatePicker.RangePicker
      className="list-days"
      allowEmpty={[true, true]}
      placeholder={[t('from'), t('to')]}
      value={[shown(from), shown(to)]}
      onChange={(_range, [first, last]) =>
        onChoose({ ...chosen, days: first || last ? [first || firstDay, last || lastDay] : undefined })
      }
    />
  )
}

type ListToolsProps<R extends Room> = {
  table: R
  list: RoomList<R>
  filters: readonly ValueFilter[]
  days?: boolean
  /** Writes what is filtered, in its order; gives the place, or undefined when the officer changed their mind. */
  onExport: () => Promise<string | undefined>
  /** Given when only a part of the list is shown. */
  onShowAll?: (() => void) | undefined
  children?: ReactNode
}

/** The line above a list: filters, pasted numbers, and what can be done with what they find. */
export function ListTools<R extends Room>({
  table,
  list,
  filters,
  days = true,
  onExport,
  onShowAll,
  children,
}: ListToolsProps<R>) {
  const { t } = useTranslation('list')
  const show = useText()
  const { message } = App.useApp()
  const [saving, setSaving] = useState(false)
  const { chosen, choose, notFound } = list
  const save = async () => {
    setSaving(true)
    try {
      const place = await onExport()
      if (place) void message.success(t('exported', { place }))
    } catch (error) {
      void message.error(show(describeFailure(error).text))
    } finally {
      setSaving(false)
    }
  }
  const any = JSON.stringify(chosen) !== JSON.stringify(nothingChosen)
  return (
    <div className="list-tools" role="toolbar" aria-label={t('tools')}>
      {filters.map((filter) => (
        <ValueSelect key={filter.column} table={table} filter={filter} chosen={chosen} onChoose={choose} />
      ))}
      {days && <DayRange chosen={chosen} onChoose={choose} />}
      <PasteFilter
        active={chosen.numbers && { asked: chosen.numbers.length, notFound }}
        onApply={(numbers) => choose({ ...chosen, numbers })}
        onClear={() => choose({ ...chosen, numbers: undefined })}
      />
      {any && (
        <Button type="link" size="small" onClick={() => choose(nothingChosen)}>
          {t('clear')}
        </Button>
      )}
      {onShowAll && (
        <Button type="link" size="small" onClick={onShowAll}>
          {t('showAll')}
        </Button>
      )}
      <span className="list-space" />
      {children}
      <ActButton
        does="files.saveAs"
        icon={<FileExcelOutlined />}
        loading={saving}
        onClick={() => void save()}
      >
        {t('export')}
      </ActButton>
    </div>
  )
}
