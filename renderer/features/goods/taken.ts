import type { FormValues } from '../../components/record-form/RecordForm'
import type { TariffLine } from '../../data/port'

/**
 * What a chosen code brings into the form: the code, its statutory units, and 涉证, 涉检, 出口关税 as the tariff says. The units
 * of a code that stood there before give way; what the officer answered about supervision stays.
 */
export function takenFrom(values: FormValues, code: string, line: TariffLine | undefined): FormValues {
  const isOther = values['gcode'] !== code
  const units = (['unit1', 'unit2'] as const).flatMap((field) => {
    const unit = line?.row[field]
    const isFree = (values[field] ?? '') === ''
    return unit !== undefined && (isOther || isFree) ? [[field, unit] as const] : []
  })
  const answers = (line?.proposals ?? []).flatMap(({ field, value }) =>
    (values[field] ?? '') === '' ? [[field, value] as const] : [],
  )
  return { gcode: code, ...Object.fromEntries(units), ...Object.fromEntries(answers) }
}
