import type { Locator } from 'playwright-core'
import type { Counts } from './report'

/** Digits of a figure as the screen groups them. */
export const toNumber = (text: string): number => Number(text.replace(/[^\d.-]/g, ''))

/** Term → figure of a description list. */
export async function figures(list: Locator): Promise<Counts> {
  const terms = await list.locator('dt').allInnerTexts()
  const values = await list.locator('dd').allInnerTexts()
  return Object.fromEntries(terms.map((term, at) => [term.trim(), toNumber(values[at] ?? '')]))
}

/** Texts like `商品 1,204` as counts by their words. */
export function countsOf(texts: readonly string[]): Counts {
  const pairs = texts.map((text) => /^(.*?)\s*([\d,]+)$/su.exec(text.trim())).filter((pair) => pair !== null)
  return Object.fromEntries(pairs.map(([, words, count]) => [words!.trim(), toNumber(count!)]))
}

/** Rows of a grid that are on the screen, as column title → text. */
export async function gridRows(grid: Locator): Promise<Record<string, string>[]> {
  // No named function in here: the page does not have the helper that tsx puts around them.
  const rows = await grid.locator('[role=row]').evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll<HTMLElement>('[role=columnheader], [role=gridcell]')].map((cell) => ({
        isTitle: cell.role === 'columnheader',
        column: cell.ariaColIndex ?? '',
        text: cell.innerText.trim(),
      })),
    ),
  )
  const titles = new Map(
    rows.flat().flatMap(({ isTitle, column, text }) => (isTitle ? [[column, text]] : [])),
  )
  return rows
    .filter((cells) => cells.length > 0 && !cells[0]!.isTitle)
    .map((cells) => Object.fromEntries(cells.map(({ column, text }) => [titles.get(column) || column, text])))
}
