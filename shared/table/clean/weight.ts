/** Kilograms in one unit; the pound is exact by definition. */
export const KILOGRAMS = { kg: '1', g: '0.001', lb: '0.45359237' } as const
export type WeightUnit = keyof typeof KILOGRAMS

/** The unit a weight column names in its header, e.g. 重量(g). */
export function unitInHeader(header: string): WeightUnit | undefined {
  if (/千克|公斤|kg/i.test(header)) return 'kg'
  if (/克|[(（\s_-]g[)）]?$|grams?/i.test(header)) return 'g'
  return /lbs?\b|磅/i.test(header) ? 'lb' : undefined
}

const UNITS: readonly (readonly [RegExp, WeightUnit])[] = [
  [/\s*(kgs?|千克|公斤)\.?$/i, 'kg'],
  [/\s*(lbs?|磅)\.?$/i, 'lb'],
  [/\s*(g|克|grams?)\.?$/i, 'g'],
]

/** A weight without the unit that stands behind it, as in `350 g`. */
export function splitWeight(text: string): { number: string; unit: WeightUnit | undefined } {
  for (const [pattern, unit] of UNITS) {
    if (pattern.test(text)) return { number: text.replace(pattern, ''), unit }
  }
  return { number: text, unit: undefined }
}
