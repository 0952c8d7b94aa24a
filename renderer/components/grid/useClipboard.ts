import { use, useCallback, type ClipboardEvent } from 'react'
import { useText } from '../text'
import { cellText } from './cell-text'
import { rangeOf } from './context'
import { CopyGateContext, notedRows } from './copy-gate'
import { pasteTarget, planClear, planFill, planPaste, type Plan } from './edits'
import type { PageCache } from './page-cache'
import type { Range } from './range'
import { readTsv, writeTsv, type Block } from './tsv'
import type { GridColumn, GridRow } from './types'
import type { Edits } from './useEdits'

/** More than this is a file, not a clipboard: the list's Excel export takes over. */
const mostRows = 50_000

type Needs = {
  id: string
  cache: PageCache<GridRow>
  columns: readonly GridColumn[]
  firstCol: number
  total: number
  edits: Edits
}

/** Copy, paste, fill down and clear on the marked range. */
export function useClipboard({ id, cache, columns, firstCol, total, edits }: Needs) {
  const show = useText()
  const gate = use(CopyGateContext)
  const { model, say, apply, editor } = edits

  const blockOf = useCallback(
    (rows: readonly GridRow[], range: Range, headers: boolean): Block => {
      const picked = columns.slice(range.left - firstCol, range.right - firstCol + 1)
      const body = rows.map((row) => picked.map((column) => cellText(column, row)))
      return headers ? [picked.map((column) => show(column.title)), ...body] : body
    },
    [columns, firstCol, show],
  )

  /** Rows of a range when all of them are here; undefined when some must be fetched. */
  const present = useCallback(
    (range: Range) => {
      const rows: GridRow[] = []
      for (let at = range.top; at <= range.bottom; at += 1) {
        const row = cache.peek(at)
        if (!row) return undefined
        rows.push(row)
      }
      return rows
    },
    [cache],
  )

  const refused = useCallback(
    (range: Range) => {
      const count = range.bottom - range.top + 1
      if (!gate.mayTake && (count > 1 || range.right > range.left)) {
        say({ key: 'mayNotCopy', level: 'warning' })
        return true
      }
      if (count <= mostRows) return false
      say({ key: 'tooManyToCopy', params: { count, most: mostRows }, level: 'warning' })
      return true
    },
    [gate, say],
  )

  const copyRange = useCallback(
    async (headers: boolean) => {
      const range = rangeOf(model.getState())
      // A heading is text of the program, but it comes with cells.
      if (!range || refused(range)) return
      const rows = await cache.read(range.top, range.bottom)
      try {
        if (rows.length >= notedRows) await gate.note(id, rows.length)
      } catch {
        say({ key: 'copyNotNoted', level: 'warning' })
        return
      }
      await navigator.clipboard.writeText(writeTsv(blockOf(rows, range, headers)))
      say({ key: 'copied', params: { count: rows.length } })
    },
    [blockOf, cache, gate, id, model, refused, say],
  )

  const onCopy = useCallback(
    (event: ClipboardEvent) => {
      const state = model.getState()
      const range = rangeOf(state)
      if (state.edit || !range) return
      event.preventDefault()
      if (refused(range)) return
      const rows = range.bottom - range.top + 1 < notedRows ? present(range) : undefined
      if (!rows) {
        void copyRange(false)
        return
      }
      event.clipboardData.setData('text/plain', writeTsv(blockOf(rows, range, false)))
      say({ key: 'copied', params: { count: rows.length } })
    },
    [blockOf, copyRange, model, present, refused, say],
  )

  const carryOut = useCallback(
    async ({ changes, skipped, folded }: Plan, key: string) => {
      say({
        key,
        params: { count: changes.length, skipped, folded },
        level: skipped > 0 ? 'warning' : undefined,
      })
      await apply(changes)
    },
    [apply, say],
  )

  const paste = useCallback(
    async (block: Block, range: Range) => {
      const target = pasteTarget(block, range, total, firstCol + columns.length - 1)
      const rows = await cache.read(target.top, target.bottom)
      await carryOut(planPaste(columns, rows, target, range.left - firstCol, block), 'pasted')
    },
    [cache, carryOut, columns, firstCol, total],
  )

  const onPaste = useCallback(
    (event: ClipboardEvent) => {
      const state = model.getState()
      const range = rangeOf(state)
      // While a text is being written a paste belongs into it.
      if (state.edit || !range || editor.current?.composing()) return
      event.preventDefault()
      const block = readTsv(event.clipboardData.getData('text/plain'))
      if (block.length > 0) void paste(block, range)
    },
    [editor, model, paste],
  )

  /** Over a range: its first row downwards. On one row: the row above, as in Excel. */
  const fillDown = useCallback(async () => {
    const range = rangeOf(model.getState())
    if (!range) return
    const source = range.top === range.bottom ? range.top - 1 : range.top
    if (source < 0) return
    const rows = await cache.read(source, range.bottom)
    const width = range.right - range.left + 1
    await carryOut(planFill(columns, rows, source, range.left - firstCol, width), 'filled')
  }, [cache, carryOut, columns, firstCol, model])

  const clear = useCallback(async () => {
    const range = rangeOf(model.getState())
    if (!range || !columns.some((column) => isEditableSomewhere(column))) return
    const rows = await cache.read(range.top, range.bottom)
    const width = range.right - range.left + 1
    await carryOut(planClear(columns, rows, range.top, range.left - firstCol, width), 'cleared')
  }, [cache, carryOut, columns, firstCol, model])

  return { onCopy, onPaste, copyRange, fillDown, clear }
}

function isEditableSomewhere(column: GridColumn): boolean {
  return column.editable !== undefined && column.editable !== false && !column.masked
}
