import { createContext, useContext } from 'react'
import type { ForexCreditView, ForexRunView } from '../../../data/port'
import type { Place, Step } from './steps'

export type CreditWizard = {
  credit: ForexCreditView
  /** The last pre-check, whatever it says of this receipt. */
  run: ForexRunView | undefined
  step: Step
  go: (place: Place) => void
}
export const CreditContext = createContext<CreditWizard | undefined>(undefined)

/** The receipt at hand; only inside its wizard. */
export function useCredit(): CreditWizard {
  const wizard = useContext(CreditContext)
  if (!wizard) throw new Error('outside a receipt')
  return wizard
}
