import { Button, Spin } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../../app/drafts'
import { overridesField, overridesIn, overridesText } from '../../../app/provenance/overrides-text'
import type { Overrides } from '#shared/model/override'
import { RecordForm } from '../../../components/record-form/RecordForm'
import type { FormValues } from '../../../components/record-form/types'
import { faultsOf, formSections, recordOf, valuesOf, type SpecSection } from './spec'
import { useEntries } from './useEntries'

/** Answers of a form: a draft until somebody stores them, and asked with as far as they have their form. */
export function useAnswers(id: string, title: string, sections: readonly SpecSection[], start: unknown) {
  const first = useMemo(() => {
    const { overrides } = (start ?? {}) as { overrides?: Overrides }
    return { ...valuesOf(sections, start), [overridesField]: overridesText(overrides) }
  }, [sections, start])
  const { values, change, drop, dirty } = useDraft(id, title, first)
  const faults = useMemo(() => faultsOf(sections, values), [sections, values])
  const sound: FormValues = useMemo(() => {
    const wrong = new Set(faults.map(({ field }) => field))
    return Object.fromEntries(Object.entries(values).filter(([key]) => !wrong.has(key)))
  }, [faults, values])
  const answers = useMemo((): Record<string, unknown> => {
    const overrides = overridesIn(values)
    return { ...recordOf(sections, sound), ...(Object.keys(overrides).length > 0 && { overrides }) }
  }, [sections, sound, values])
  return { values, change, drop, dirty, faults, answers }
}

type Props = {
  label: string
  help: string
  sections: readonly SpecSection[]
  form: ReturnType<typeof useAnswers>
  /** Ctrl+Enter in its fields. */
  onSubmit: () => void
}

/** The questions of such a form. */
export function AnswerForm({ label, help, sections, form, onSubmit }: Props) {
  const { t } = useTranslation('forex')
  const entries = useEntries(sections)
  const drawn = useMemo(() => formSections(sections, help, entries ?? {}), [entries, help, sections])
  if (!entries) return <Spin aria-label={t('loading')} />
  return (
    <RecordForm
      label={label}
      sections={drawn}
      values={form.values}
      onChange={form.change}
      faults={form.faults}
      onSubmit={onSubmit}
      actions={form.dirty && <Button onClick={form.drop}>{t('form.giveUp')}</Button>}
    />
  )
}
