import { Input, Select } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PasteFilter } from '../../components/PasteFilter'
import type { Condition } from '../../data/port'
import type { PagedList } from './usePagedList'

/** A column filtered by its values; '' shows all. */
type Choice = { column: string; title: string; options: readonly { value: string; label: string }[] }

/** Conditions an officer sets by word and by value, as a preset of the list. */
export function useWords(column: string, fixed: readonly Condition[] = []) {
  const [word, setWord] = useState('')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const kept = JSON.stringify(fixed)
  const where = useMemo<Condition[]>(
    () => [
      ...(JSON.parse(kept) as Condition[]),
      ...(word.trim() === '' ? [] : [{ column, is: 'contains' as const, value: word.trim() }]),
      ...Object.entries(values).flatMap(([of, value]) =>
        value === '' ? [] : [{ column: of, is: 'in' as const, values: [value] }],
      ),
    ],
    [column, kept, values, word],
  )
  return { word, setWord, values, setValues, where }
}

type Props = {
  words: ReturnType<typeof useWords>
  placeholder: string
  choices?: readonly Choice[]
  list: Pick<PagedList, 'chosen' | 'choose' | 'notFound'>
  autoFocus?: boolean
  children?: ReactNode
}

/** The line above a list: a word, values, pasted numbers, and what can be done. */
export function ListBar({ words, placeholder, choices = [], list, autoFocus = false, children }: Props) {
  const { t } = useTranslation('list')
  const { chosen, choose, notFound } = list
  return (
    <div className="face-tools" role="toolbar" aria-label={t('bar.tools')}>
      <Input
        className="face-word"
        autoFocus={autoFocus}
        allowClear
        aria-label={placeholder}
        placeholder={placeholder}
        value={words.word}
        onChange={({ target }) => words.setWord(target.value)}
      />
      {choices.map(({ column, title, options }) => (
        <Select
          key={column}
          className="face-choice"
          aria-label={title}
          value={words.values[column] ?? ''}
          onChange={(value: string) => words.setValues({ ...words.values, [column]: value })}
          options={[{ value: '', label: t('bar.allOf', { title }) }, ...options]}
        />
      ))}
      <PasteFilter
        active={chosen.numbers && { asked: chosen.numbers.length, notFound }}
        onApply={(numbers) => choose({ ...chosen, numbers })}
        onClear={() => choose({ ...chosen, numbers: undefined })}
      />
      <span className="face-space" />
      {children}
    </div>
  )
}
