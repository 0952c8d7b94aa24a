import { z } from 'zod'
import { day, field } from '../model/field'
import { Source } from '../model/order'
import { TariffRow } from './tariff'

/**
 * One line of a tariff as a file has it. Units are kept as written, by number or by name: which of them customs knows is
 * decided by the code table in use when the tariff is.
 */
export const TariffFact = TariffRow.extend({
  record: z.literal('tariff'),
  kind: field(z.enum(['tariff']), 'public', '类型', 'Kind'),
  unit1: field(z.string().optional(), 'public', '法定第一单位', 'First statutory unit'),
  unit2: field(z.string().optional(), 'public', '法定第二单位', 'Second statutory unit'),
  source: Source,
})
export type TariffFact = z.infer<typeof TariffFact>

const tenDigits = z.string().regex(/^\d{10}$/)

/** One pair of a 新旧编码对照: a code that was split has several, one that was dropped has no `to`. */
export const CodeChangeFact = z.object({
  record: z.literal('code-change'),
  kind: field(z.enum(['code-change']), 'public', '类型', 'Kind'),
  from: field(tenDigits, 'public', '旧编码', 'Old code'),
  to: field(tenDigits.optional(), 'public', '新编码', 'New code'),
  on: field(day, 'public', '生效日期', 'In force from'),
  source: Source,
})
export type CodeChangeFact = z.infer<typeof CodeChangeFact>

/**
 * The line of a fact, with the units that are known; the others are named.
 * @param unitCode customs' number of a unit that is given by number or by name
 */
export function tariffRowOf(
  { record: _record, kind: _kind, source: _source, unit1, unit2, ...row }: TariffFact,
  unitCode: (text: string) => string | undefined,
): { row: TariffRow; unknown: string[] } {
  const known = { unit1: unit1 && unitCode(unit1), unit2: unit2 && unitCode(unit2) }
  return {
    row: {
      ...row,
      ...(known.unit1 && { unit1: known.unit1 }),
      ...(known.unit2 && { unit2: known.unit2 }),
    },
    unknown: [unit1 && !known.unit1 && unit1, unit2 && !known.unit2 && unit2].filter(
      (one) => !!one,
    ) as string[],
  }
}
