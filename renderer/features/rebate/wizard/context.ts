import { createContext, useContext } from 'react'
import type { RebateBatchView } from '../../../data/port'
import type { Focus, Step } from './steps'

export type Wizard = {
  batch: RebateBatchView
  step: Step
  /** What the step was opened at, e.g. by a finding. */
  focus: Focus | undefined
  go: (step: Step, focus?: Focus) => void
}
export const WizardContext = createContext<Wizard | undefined>(undefined)

/** The batch at hand; only inside its wizard. */
export function useWizard(): Wizard {
  const wizard = useContext(WizardContext)
  if (!wizard) throw new Error('outside a batch')
  return wizard
}
