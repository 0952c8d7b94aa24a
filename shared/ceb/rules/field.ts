import { charactersOf } from '../escape'
import type { Values } from '../message'
import type { Field, Part, ValueType } from '../table'
import { checkCode } from './code'
import type { CheckContext } from './context'
import { checkIdentifier } from './identifier'
import { isPlainDecimal } from './number'
import type { FaultSink } from './sink'
import { checkTime } from './time'

/** Every check of the fields of one head or line. `path` is the element they stand in. */
export function checkPart(
  part: Part,
  values: Values,
  path: string,
  lenient: boolean,
  context: CheckContext,
  sink: FaultSink,
): void {
  let seen = 0
  for (const field of part.fields) {
    const value = values[field.name]
    if (value !== undefined) seen += 1
    checkField(field, value, path, lenient, context, sink)
  }
  if (seen === Object.keys(values).length) return
  for (const name of Object.keys(values)) {
    if (part.byName.has(name)) continue
    const field = { name, label: { zh: name, en: name }, meaning: { zh: '', en: '' } } as Field
    sink.field('unknown-field', path, field, values[name] ?? '', { element: part.element, name })
  }
}

/** Every check of one field alone; undefined is an element that is not there. `path`: the element it stands in. */
export function checkField(
  field: Field,
  value: string | undefined,
  path: string,
  lenient: boolean,
  context: CheckContext,
  sink: FaultSink,
): void {
  if (value === undefined || value === '') return checkAbsent(field, value, path, lenient, sink)
  const length = charactersOf(value)
  if (length === undefined) sink.field('character', path, field, value)
  if (!checkType(field, field.type, value, length, path, false, sink)) return
  const printed = field.printed?.type
  if (printed && !checkType(field, printed, value, length, path, true, sink)) return
  if (field.time && !checkTime(field, field.time, value, path, sink)) return
  // What others wrote is read, not judged beyond the schema.
  if (lenient) return
  if (value.trim() !== value) sink.field('spaces', path, field, value)
  if (field.besides?.includes(value)) return
  if (field.values) {
    if (!field.values.includes(value)) {
      sink.field('value', path, field, value, { allowed: field.values.join('、') })
    }
  } else if (field.codes) checkCode(field, field.codes, value, path, context, sink)
  if (field.identifier) checkIdentifier(field, value, path, context, sink)
}

function checkAbsent(
  field: Field,
  value: string | undefined,
  path: string,
  lenient: boolean,
  sink: FaultSink,
): void {
  const mayBeEmpty = field.type.kind === 'text' && field.type.min === 0
  if (field.required) {
    // The schema takes an empty text where it sets no minimum; only what we send ourselves is held to the meaning.
    if (value === undefined || !mayBeEmpty || !lenient) sink.field('required', path, field, '')
  } else if (value === '' && !mayBeEmpty) sink.field('empty', path, field, '')
  else if (field.printed?.required) sink.field('required-printed', path, field, '')
}

function checkType(
  field: Field,
  type: ValueType,
  value: string,
  characters: number | undefined,
  path: string,
  printed: boolean,
  sink: FaultSink,
): boolean {
  if (type.kind === 'text') {
    const length = characters ?? value.length
    if (length >= type.min && length <= type.max) return true
    const allowed =
      type.min === type.max ? `${type.min}` : type.min ? `${type.min}–${type.max}` : `≤${type.max}`
    sink.field(printed ? 'length-printed' : 'length', path, field, value, { allowed, length })
    return false
  }
  if (type.kind === 'decimal') {
    const whole = type.digits - type.places
    if (isPlainDecimal(value, whole, type.places)) return true
    sink.field('decimal', path, field, value, { whole, places: type.places })
    return false
  }
  if (isPlainDecimal(value, type.digits, 0) && value.length <= type.digits && Number(value) <= 2_147_483_647)
    return true
  sink.field('whole', path, field, value, { digits: type.digits })
  return false
}
