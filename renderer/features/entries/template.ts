import { entryLabel, headFields, itemFields, orderHeading } from '#shared/entry/read-entries'
import { EntryItem, ExportEntry, entryModes } from '#shared/model/export-entry'
import type { Language } from '#shared/model/text'
import type { PlainColumn, PlainTemplate } from '../../components/import-template/plain-sheets'
import { fields as help } from './help'
import { stateNames } from './fields'
import sample from './sample.json'

const shapes = { ...ExportEntry.shape, ...EntryItem.shape }
const choices: Readonly<Record<string, readonly string[]>> = {
  tradeMode: entryModes,
  state: Object.values(stateNames).map(({ zh }) => zh),
}

const all = [...headFields, ...itemFields]
const valueOf = (record: object, field: string) => String((record as Record<string, unknown>)[field] ?? '')

/** The sheet that this room reads, from the fields of the record. */
export function entryTemplate(name: string, language: Language): PlainTemplate {
  const column = (field: string): PlainColumn => ({
    title: entryLabel(field).zh,
    required: !shapes[field as keyof typeof shapes].isOptional(),
    meaning: help.find(({ id }) => id === `entries.${field}`)?.fill[language] ?? '',
    ...(choices[field] && { choices: choices[field] }),
  })
  const ordersHelp = help.find(({ id }) => id === 'entries.orders')!
  return {
    name,
    columns: [
      ...all.map(column),
      { title: orderHeading.zh, required: false, meaning: ordersHelp.fill[language] },
    ],
    // What the head says stands once, beside the first item.
    samples: sample.items.map((item, at) => [
      ...all.map((field) => valueOf(at === 0 ? { ...sample.head, ...item } : item, field)),
      at === 0 ? sample.orders : '',
    ]),
    codes: [
      'district',
      'supervision-mode',
      'transport-mode',
      'country',
      'transaction-mode',
      'unit',
      'region',
    ],
  }
}
