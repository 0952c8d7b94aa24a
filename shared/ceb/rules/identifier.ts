import { customsCodeFault } from '../../codes/identifiers/customs-code'
import { isGtin, looksLikeGtin } from '../../codes/identifiers/gtin'
import { residentIdFault, type ResidentIdFault } from '../../codes/identifiers/resident-id'
import { usccFault } from '../../codes/identifiers/uscc'
import type { Field } from '../table'
import type { CheckContext } from './context'
import type { FaultSink } from './sink'

const reasons: Record<ResidentIdFault, string> = {
  shape: '位数或字符 / shape',
  old: '15位旧号已停用 / old 15 digits',
  region: '行政区划 / place',
  date: '出生日期 / birthday',
  check: '校验码 / check character',
}

/** A number that identifies a company, a person or goods. */
export function checkIdentifier(
  field: Field,
  value: string,
  path: string,
  context: CheckContext,
  sink: FaultSink,
): void {
  if (field.identifier === 'party') checkParty(field, value, path, context, sink)
  else if (field.identifier === 'resident') {
    const fault = residentIdFault(value, context.today)
    const tolerated = context.practice && fault !== 'shape' && fault !== 'old'
    if (fault && !tolerated) sink.field('resident', path, field, value, { reason: reasons[fault] })
  } else if (field.identifier === 'gcode') checkGcode(field, value, path, sink)
  else if (field.identifier === 'guid') {
    if (value !== value.toUpperCase()) sink.field('guid-case', path, field, value)
  } else if (looksLikeGtin(value) && !isGtin(value)) sink.field('barcode', path, field, value)
}

function checkParty(field: Field, value: string, path: string, context: CheckContext, sink: FaultSink): void {
  const fault = value.length === 18 ? usccFault(value) : customsCodeFault(value)
  if (!fault || (context.practice && fault !== 'shape')) return
  sink.field(`party-${fault}`, path, field, value)
}

/** Chapters 1 to 97 without the reserved 77, and 98 for special transactions. */
function checkGcode(field: Field, value: string, path: string, sink: FaultSink): void {
  const chapter = value.slice(0, 2)
  if (!/^\d{10}$/.test(value)) sink.field('gcode', path, field, value)
  else if (chapter === '00' || chapter === '77' || chapter === '99') {
    sink.field('gcode-chapter', path, field, value, { chapter })
  }
}
