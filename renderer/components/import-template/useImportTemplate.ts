import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordKind } from '#shared/model/import-report'
import type { Direction } from '#shared/model/mode'
import { languageOf } from '../text'
import { saveExcel } from '../save/save-excel'
import { useCodeBook } from '../useCodeBook'
import { templateSheets, type TemplateNames } from './sheets'

/**
 * Save the blank template of a kind of file; undefined while the code tables are being read. `meaning` explains a
 * column beyond what its field table says.
 */
export function useImportTemplate(
  kind: RecordKind,
  meaning?: (field: string) => string,
  direction: Direction = 'export',
) {
  const { t, i18n } = useTranslation('components')
  const codes = useCodeBook()
  const save = useCallback(async () => {
    if (!codes) return
    const word = (key: string) => t(`importTemplate.${key}`)
    const names: TemplateNames = {
      blank: word(`blank.${kind}`),
      sample: word('sample'),
      codes: word('codes'),
      notes: word('notes'),
      code: word('code'),
      name: word('name'),
      column: word('column'),
      required: word('required'),
      unless: word('unless'),
      form: word('form'),
      choices: word('choices'),
      synonyms: word('synonyms'),
      meaning: word('meaning'),
      digits: word('digits'),
      version: word('version'),
      kinds: {
        id: word('form_id'),
        code: word('form_code'),
        text: word('form_text'),
        decimal: word('form_decimal'),
        integer: word('form_integer'),
        instant: word('form_instant'),
        day: word('form_day'),
        rate: word('form_rate'),
        unit: word('form_unit'),
        currency: word('form_currency'),
      },
      tables: { currency: word('currency'), country: word('country'), unit: word('unit') },
    }
    const sheets = templateSheets(kind, names, codes, languageOf(i18n.language), meaning, direction)
    const file = word(direction === 'import' ? `fileImport.${kind}` : `file.${kind}`)
    await saveExcel(`${file}.xlsx`, sheets)
  }, [codes, direction, i18n.language, kind, meaning, t])
  return codes && save
}
