import type { FormValues } from '../../../components/record-form/RecordForm'

/** Steps that can be taken back in a form. */
const mostSteps = 200

export type Step = { key: string; before: string; after: string }
/** Steps done and steps taken back, newest last. */
export type History = { done: readonly Step[]; undone: readonly Step[] }
export const noHistory: History = { done: [], undone: [] }

/** Remember a change of one field; typing on in the same field is one step. What was taken back cannot be done again after it. */
export function remember({ done }: History, step: Step): History {
  const last = done.at(-1)
  const goesOn = last?.key === step.key && last.after === step.before && isTyping(last, step)
  const steps = goesOn ? [...done.slice(0, -1), { ...step, before: last.before }] : [...done, step]
  return { done: steps.slice(-mostSteps), undone: [] }
}

/** A letter more or less than before; a paste, a choice or a clearing is a step of its own. */
const isTyping = (last: Step, step: Step): boolean =>
  Math.abs(step.after.length - step.before.length) === 1 && last.after !== '' && step.after !== ''

/** The step to take back, with the history after it. */
export function undo({ done, undone }: History): { step: Step; history: History } | undefined {
  const step = done.at(-1)
  return step && { step, history: { done: done.slice(0, -1), undone: [...undone, step] } }
}
export function redo({ done, undone }: History): { step: Step; history: History } | undefined {
  const step = undone.at(-1)
  return step && { step, history: { done: [...done, step], undone: undone.slice(0, -1) } }
}

/** Values with some of them otherwise, as steps; for what fills many fields at once. */
export const stepsBetween = (before: FormValues, after: FormValues): Step[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const step = { key, before: before[key] ?? '', after: after[key] ?? '' }
    return step.before === step.after ? [] : [step]
  })
