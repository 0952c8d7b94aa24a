import packed from './data/headings.json'
import type { Tariff } from './tariff'

/**
 * The table that is shipped: headings of the Harmonized System that online sellers meet, four digits, short names of our own.
 * It says where to look; what is declared needs the ten digits of the tariff in force, which the officer imports.
 */
export const shippedHeadings: Tariff = {
  edition: packed.edition,
  source: packed.source,
  complete: false,
  rows: packed.rows.map(([code = '', name = '', en = '']) => ({ code, name, en })),
}
