import type { ReactNode } from 'react'

export type WizardStep = {
  key: string
  title: string
  content: ReactNode
  /** Says in words what is missing; undefined lets the officer go on. */
  blocked?: string
}
export type WizardFrameProps = {
  steps: readonly WizardStep[]
  current: number
  onStep: (step: number) => void
  onFinish: () => void | Promise<void>
  finishLabel: string
  onCancel?: () => void
  busy?: boolean
}
