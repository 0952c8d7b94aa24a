import type { z } from 'zod'

export type Schema = z.core.$ZodType
type Def = {
  type: string
  shape?: Record<string, Schema>
  items?: Schema[]
  element?: Schema
  innerType?: Schema
  options?: Schema[]
  entries?: Record<string, string>
  values?: unknown[]
  in?: Schema
  keyType?: Schema
  valueType?: Schema
  getter?: () => Schema
}

/**
 * Something that a schema takes, made by its own structure: what may be left out is there too.
 * @param candidates of which the first that a part without structure takes is put there; none: undefined
 */
export function sampleOf(schema: Schema, candidates: readonly unknown[]): unknown {
  const sample = (inner: Schema) => sampleOf(inner, candidates)
  const def = schema._zod.def as unknown as Def
  switch (def.type) {
    case 'tuple':
      return def.items!.map(sample)
    case 'object':
      return Object.fromEntries(Object.entries(def.shape!).map(([key, inner]) => [key, sample(inner)]))
    case 'array':
      return [sample(def.element!)]
    case 'record': {
      const key = def.keyType ? sample(def.keyType) : 'x'
      return { [key as string]: sample(def.valueType!) }
    }
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return sample(def.innerType!)
    case 'union':
      return sample(def.options![0]!)
    case 'pipe':
      return sample(def.in!)
    case 'lazy':
      return sample(def.getter!())
    case 'enum':
      return Object.values(def.entries!)[0]
    case 'literal':
      return def.values![0]
    case 'boolean':
      return true
    default:
      return candidates.find((each) => (schema as z.ZodType).safeParse(each).success)
  }
}
