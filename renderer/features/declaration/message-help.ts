import type { Field } from '#shared/ceb/table'
import { allTables } from '#shared/ceb/tables'
import { elementHelp } from '../../app/field-help'
import type { FieldHelp } from '../../app/help'

/** Values as they look in a document; of elements not named here the first allowed value stands for an example. */
const examples: Readonly<Record<string, string>> = {
  copNo: 'A01202610170000001',
  orderNo: '#2012-1',
  logisticsNo: 'YT2610170001',
  customsCode: '2907',
  portCode: '2244',
  country: '502',
  currency: '502',
  trafMode: '5',
  wrapType: '2',
  grossWeight: '0.46',
  netWeight: '0.35',
  gcode: '7323940000',
  barCode: '6901234567892',
  unit: '007',
  unit1: '035',
  qty: '2',
  qty1: '0.7',
  price: '12.5',
  totalPrice: '25',
  freight: '0',
  insuredFee: '0',
  tradeMode: '9610',
  appTime: '20261017103000',
}

function helpOf(message: string, field: Field): FieldHelp {
  const example = examples[field.name] ?? field.values?.[0]
  return elementHelp(
    `ceb.${message}.${field.name}`,
    { zh: `${field.label.zh} ${field.name}`, en: `${field.label.en} ${field.name}` },
    message,
    field,
    example === undefined ? {} : { example },
  )
}

/**
 * Help on every field of every message that is declared, from its table: 填制说明, length, codes, an example. An element
 * that head and lines share is explained once.
 */
export const messageHelp: readonly FieldHelp[] = allTables
  .filter(({ origin }) => origin === 'declarant')
  .flatMap(({ type, head, lines }) => {
    const own = (lines?.fields ?? []).filter(({ name }) => !head.byName.has(name))
    return [...head.fields, ...own].map((field) => helpOf(type, field))
  })
