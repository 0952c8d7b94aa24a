import { Spin } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { Deed } from '../../../app/roles'
import { StoredForm } from '../../../app/StoredForm'
import { languageOf } from '../../../components/text'
import { faultsOf, formSections, recordOf, valuesOf, type SpecSection } from './spec'
import { useEntries } from './useEntries'

type Props = {
  id: string
  label: string
  /** What F1 asks for in its fields. */
  help: string
  sections: readonly SpecSection[]
  stored: unknown
  schema?: z.ZodType
  /** True once it is stored. */
  onSave: (record: Record<string, unknown>) => Promise<boolean>
  /** What saving does. */
  does: Deed
  locked?: boolean
  fresh?: boolean
}

/** A form over a record, drawn from its specification; what is left empty is left out of the record. */
export function SpecForm({ sections, help, stored, schema, onSave, ...others }: Props) {
  const { t, i18n } = useTranslation('forex')
  const language = languageOf(i18n.language)
  const entries = useEntries(sections)
  const drawn = useMemo(() => formSections(sections, help, entries ?? {}), [entries, help, sections])
  const values = useMemo(() => valuesOf(sections, stored, language), [language, sections, stored])
  if (!entries) return <Spin aria-label={t('loading')} />
  return (
    <StoredForm
      {...others}
      sections={drawn}
      stored={values}
      faultsOf={(typed) => faultsOf(sections, typed, schema)}
      onSave={(typed) => onSave(recordOf(sections, typed))}
    />
  )
}
