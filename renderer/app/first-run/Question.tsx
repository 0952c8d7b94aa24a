import { useId, type ReactNode } from 'react'

type QuestionProps = {
  label: string
  hint?: string
  /** Reason in words, shown once the field was left. */
  fault?: string
  children: (ids: { id: string; describedBy: string }) => ReactNode
}

/** One field with its label, its hint, and why its answer cannot be taken. */
export function Question({ label, hint, fault, children }: QuestionProps) {
  const id = useId()
  const noteId = `${id}-note`
  return (
    <div className="question">
      <label htmlFor={id}>{label}</label>
      {children({ id, describedBy: noteId })}
      <div
        id={noteId}
        className={fault ? 'question-fault' : 'question-hint'}
        role={fault ? 'alert' : undefined}
      >
        {fault ?? hint}
      </div>
    </div>
  )
}
