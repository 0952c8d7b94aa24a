import { impossibleCharacter } from '../escape'
import type { Values } from '../message'
import type { Field, Part, ValueType } from '../table'
import { checkCode } from './code'
import type { CheckContext } from './context'
import { checkIdentifier } from './identifier'
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
    sink.field('unknown-field', `${path}/${name}`, field, values[name] ?? '', { element: part.element, name })
  }
}

/** Every check of one field alone; undefined is an element that is not there. */
export function checkField(
  field: Field,
  value: string | undefined,
  path: string,
  lenient: boolean,
  context: CheckContext,
  sink: FaultSink,
): void {
  if (value === undefined || value === '') return checkAbsent(field, value, path, lenient, sink)
  const at = () => `${path}/${field.name}`
  if (impossibleCharacter(value) !== undefined) sink.field('character', at(), field, value)
  if (!checkType(field, field.type, value, at, false, sink)) return
  const printed = field.printed?.type
  if (printed && !checkType(field, printed, value, at, true, sink)) return
  if (field.time && !checkTime(field, field.time, value, at(), sink)) return
  // What others wrote is read, not judged beyond the schema.
  if (lenient) return
  if (value.trim() !== value) sink.field('spaces', at(), field, value)
  if (field.besides?.includes(value)) return
  if (field.values) {
    if (!field.values.includes(value)) {
      sink.field('value', at(), field, value, { allowed: field.values.join('、') })
    }
  } else if (field.codes) checkCode(field, field.codes, value, at(), context, sink)
  if (field.identifier) checkIdentifier(field, value, at(), context, sink)
}

function checkAbsent(
  field: Field,
  value: string | undefined,
  path: string,
  lenient: boolean,
  sink: FaultSink,
): void {
  const at = `${path}/${field.name}`
  const mayBeEmpty = field.type.kind === 'text' && field.type.min === 0
  if (field.required) {
    // The schema takes an empty text where it sets no minimum; only what we send ourselves is held to the meaning.
    if (value === undefined || !mayBeEmpty || !lenient) sink.field('required', at, field, '')
  } else if (value === '' && !mayBeEmpty) sink.field('empty', at, field, '')
  else if (field.printed?.required) sink.field('required-printed', at, field, '')
}

const decimalShapes = new Map<string, RegExp>()

/** Digits and at most one point. A sign, a bare point or blanks are legal decimals in the schema but refused by receivers. */
function decimalShape(digits: number, places: number): RegExp {
  const key = `${digits},${places}`
  let shape = decimalShapes.get(key)
  if (!shape) {
    shape = new RegExp(`^0*\\d{1,${digits - places}}(\\.\\d{1,${places}})?$`)
    decimalShapes.set(key, shape)
  }
  return shape
}

function checkType(
  field: Field,
  type: ValueType,
  value: string,
  at: () => string,
  printed: boolean,
  sink: FaultSink,
): boolean {
  if (type.kind === 'text') {
    const length = characters(value)
    if (length >= type.min && length <= type.max) return true
    const allowed =
      type.min === type.max ? `${type.min}` : type.min ? `${type.min}–${type.max}` : `≤${type.max}`
    sink.field(printed ? 'length-printed' : 'length', at(), field, value, { allowed, length })
    return false
  }
  if (type.kind === 'decimal') {
    if (decimalShape(type.digits, type.places).test(value)) return true
    sink.field('decimal', at(), field, value, { whole: type.digits - type.places, places: type.places })
    return false
  }
  if (/^\d+$/.test(value) && value.length <= type.digits && Number(value) <= 2_147_483_647) return true
  sink.field('whole', at(), field, value, { digits: type.digits })
  return false
}

/** Length as the schema counts it: a character outside the basic plane is one. */
function characters(text: string): number {
  let length = text.length
  for (let i = 0; i < text.length - 1; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0xd800 && code < 0xdc00) length -= 1
  }
  return length
}
