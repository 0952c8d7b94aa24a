import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { codeTableNames } from '#shared/codes/names'
import type { CodeTableId } from '#shared/codes/table'
import { useText } from '../text'
import type { SheetNames } from './plain-sheets'

/** How the sheets of a template and their headings are called. */
export function useSheetNames(): SheetNames {
  const { t } = useTranslation('components')
  const show = useText()
  return useMemo(
    () => ({
      sample: t('importTemplate.sample'),
      codes: t('importTemplate.codes'),
      notes: t('importTemplate.notes'),
      code: t('importTemplate.code'),
      name: t('importTemplate.name'),
      column: t('importTemplate.column'),
      required: t('importTemplate.required'),
      form: t('importTemplate.form'),
      choices: t('importTemplate.choices'),
      meaning: t('importTemplate.meaning'),
      version: t('importTemplate.version'),
      table: (id) => show(codeTableNames[id as CodeTableId]),
    }),
    [show, t],
  )
}
