import { elementOf } from '#shared/declaration/master-check'
import { practiceTemplates } from '#shared/declaration/practice-template'
import type { CodeTableId } from '#shared/codes/table'
import { listModes } from '#shared/model/mode'
import { Template } from '#shared/model/template'
import type { Language } from '#shared/model/text'
import type { PlainColumn, PlainTemplate } from '../../components/import-template/plain-sheets'
import { labelOf, type TemplateField } from './fields'
import { fields as help } from './help'
import { sheetFields, sheetRow, yes } from './sheet'

const choices: Partial<Record<TemplateField, readonly string[]>> = {
  tradeMode: listModes,
  statisticsFlag: ['goods', 'A', 'B'],
  isDefault: [yes.zh],
}

/** The sheet that this room reads, with the ready-made template of each mode as samples. */
export function templateTemplate(name: string, language: Language): PlainTemplate {
  const column = (field: TemplateField): PlainColumn => ({
    title: labelOf(field).zh,
    required: field === 'name' || field === 'tradeMode',
    meaning: help.find(({ id }) => id === `templates.${field}`)?.fill[language] ?? '',
    ...(choices[field] && { choices: choices[field] }),
  })
  const tables = Object.keys(Template.shape).flatMap((field) => elementOf('template', field)?.codes ?? [])
  return {
    name,
    columns: sheetFields.map(column),
    samples: listModes.map((mode) => sheetRow(practiceTemplates[mode])),
    codes: [...new Set<CodeTableId>([...tables, 'country', 'port'])],
  }
}
