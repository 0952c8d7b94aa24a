import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { createStore } from 'zustand'
import { describeFailure } from '../failure'
import { useText } from '../text'
import { editText, isEditable } from './cell-text'
import type { Editor, GridState, Hint } from './context'
import type { PageCache } from './page-cache'
import type { Position } from './range'
import type { CellChange, GridColumn, GridProps, GridRow } from './types'

type Needs = {
  cache: PageCache<GridRow>
  columns: readonly GridColumn[]
  firstCol: number
  onEdit: GridProps['onEdit']
}

/** State of the active cell, its editor, and the one way by which changes leave the grid. */
export function useEdits({ cache, columns, firstCol, onEdit }: Needs) {
  const [model] = useState(() => createStore<GridState>(() => ({ released: false })))
  const show = useText()
  const editor = useRef<Editor | null>(null)

  const say = useCallback((hint: Hint | undefined) => model.setState({ hint }), [model])

  // By reference: a room that draws itself anew between two keys gives a new function, and the input would take that for
  // its own end and hand over half of what is being typed.
  const taken = useRef(onEdit)
  useLayoutEffect(() => {
    taken.current = onEdit
  }, [onEdit])
  const apply = useCallback(
    async (changes: readonly CellChange[]) => {
      if (changes.length === 0 || !taken.current) return
      for (const change of changes) cache.patch(change.rowIndex, change.key, change.after)
      try {
        await taken.current(changes)
      } catch (error) {
        for (const change of changes) cache.patch(change.rowIndex, change.key, change.before)
        const reason = show(describeFailure(error).text)
        say({ key: 'editRefused', params: { count: changes.length, reason }, level: 'error' })
      }
    },
    [cache, say, show],
  )

  /** Turn the active cell into an editor; with `text` it starts with that, without with what was just typed. */
  const startEdit = useCallback(
    (at: Position, text?: string) => {
      const row = cache.peek(at.row)
      const column = columns[at.col - firstCol]
      if (!row || !column || !isEditable(column, row)) return
      const before = editText(column, row)
      model.setState({ edit: { ...at, rowId: row.id, key: column.key, before }, hint: undefined })
      if (text !== undefined) editor.current?.begin(text)
    },
    [cache, columns, firstCol, model],
  )

  const endEdit = useCallback(() => {
    const { edit } = model.getState()
    if (!edit) return undefined
    const text = editor.current?.value() ?? edit.before
    model.setState({ edit: undefined })
    return { edit, text }
  }, [model])

  const commitEdit = useCallback(() => {
    const ended = endEdit()
    if (!ended || ended.text === ended.edit.before) return
    const { row, rowId, key, before } = ended.edit
    void apply([{ rowId, rowIndex: row, key, before, after: ended.text }])
  }, [apply, endEdit])

  const restoreEdit = useCallback(() => {
    const ended = endEdit()
    if (!ended || ended.text === ended.edit.before) return
    model.setState({ discarded: { row: ended.edit.row, col: ended.edit.col, text: ended.text } })
    say({ key: 'restored' })
  }, [endEdit, model, say])

  return { model, editor, say, apply, startEdit, commitEdit, restoreEdit }
}
export type Edits = ReturnType<typeof useEdits>
