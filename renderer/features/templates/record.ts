import type { CheckContext } from '#shared/ceb/rules/context'
import { templateFaults, type MasterFault } from '#shared/declaration/master-check'
import type { Overrides } from '#shared/model/override'
import { Template } from '#shared/model/template'
import { standingOverrides } from '#shared/provenance/derived'
import type { FormValues } from '../../components/record-form/RecordForm'
import type { Change, Stored } from '../../data/port'
import { portsOf, readPorts, repeatedCountry, rowsOfPorts, writePorts } from './ports'
import { belongs, templateFields } from './fields'

/** A stored template as a form holds it. */
export function valuesOf(template: Template): FormValues {
  const texts = templateFields.map((field) => [field, String(template[field] ?? '')])
  return { ...Object.fromEntries(texts), ports: writePorts(rowsOfPorts(template.ports)) }
}

/** Every fault of the form, by the rules of the messages. */
export function faultsOf(values: FormValues, context: CheckContext): MasterFault[] {
  const rows = readPorts(values['ports'] ?? '')
  const faults = templateFaults(values, portsOf(rows), context)
  const twice = repeatedCountry(rows)
  if (twice !== undefined) {
    faults.push({
      field: 'ports',
      rule: 'ports-repeated',
      severity: 'refuse',
      value: twice,
      message: { zh: `运抵国 ${twice} 写了两行`, en: `Country ${twice} stands there twice` },
      fix: { zh: '只留一行', en: 'Keep one of the rows' },
    })
  }
  return faults
}

/** The record of a form without faults. Throws where the schema does not take it: nothing half is ever written. */
export function templateOf(values: FormValues, isDefault: boolean, overrides?: Overrides): Template {
  const texts = templateFields.flatMap((field) => {
    const text = (values[field] ?? '').trim()
    return text === '' || !belongs(field, values['tradeMode'] ?? '') ? [] : [[field, text] as const]
  })
  const record = Object.fromEntries(texts)
  const kept = standingOverrides(record, overrides)
  return Template.parse({
    ...record,
    ...(kept && { overrides: kept }),
    isDefault,
    ports: portsOf(readPorts(values['ports'] ?? '')),
  })
}

/** Changes that make one template the default: the others are so no longer. */
export function onlyDefault(all: readonly Stored<Template>[], chosen: string | undefined): Change[] {
  return all
    .filter(({ id, record }) => record.isDefault && id !== chosen)
    .map(({ id, rev, record }) => ({
      table: 'templates',
      op: 'put',
      id,
      rev,
      record: { ...record, isDefault: false },
    }))
}

/** A name nobody has yet: `湖州空运`, `湖州空运 2`, … */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const stem = name.replace(/ \d+$/, '')
  for (let serial = 2; ; serial += 1) {
    if (!taken.has(`${stem} ${serial}`)) return `${stem} ${serial}`
  }
}
