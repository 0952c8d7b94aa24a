import { useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useComposition } from '../ime'
import { useGrid } from './context'
import type { Position } from './range'

type CellInputProps = {
  at: Position
  label: string
  tabIndex: number
  invalid: boolean
  describedBy: string | undefined
}

/**
 * The input of the active cell. It is there and focused before anything is typed, empty and see-through, so that an
 * input method starts composing inside it and no first key is lost; the first input turns it into the editor.
 */
export function CellInput({ at, label, tabIndex, invalid, describedBy }: CellInputProps) {
  const { model, editor, startEdit, commitEdit } = useGrid()
  const ref = useRef<HTMLInputElement>(null)
  const editing = useStore(model, ({ edit }) => edit?.row === at.row && edit.col === at.col)
  const { composing, handlers } = useComposition<HTMLInputElement>()

  useLayoutEffect(() => {
    const input = ref.current!
    editor.current = {
      begin: (text) => {
        input.value = text
        input.setSelectionRange(text.length, text.length)
      },
      value: () => input.value,
      composing,
    }
    return () => {
      // The row or the whole grid goes away: what was typed is kept, not dropped.
      commitEdit()
      editor.current = null
    }
  }, [editor, composing, commitEdit])

  useLayoutEffect(() => {
    if (!editing) ref.current!.value = ''
  }, [editing])

  return (
    <input
      ref={ref}
      className={editing ? 'grid-input grid-input-editing' : 'grid-input'}
      tabIndex={tabIndex}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      autoComplete="off"
      spellCheck={false}
      onInput={() => {
        if (!model.getState().edit) startEdit(at)
      }}
      onDoubleClick={(event) => editing && event.stopPropagation()}
      onBlur={commitEdit}
      {...handlers}
    />
  )
}
