import { createContext } from 'react'

/** From so many rows on, a block that is copied is an export, and noted as one before it is on the clipboard. */
export const notedRows = 200

/**
 * What the app says of copying. `mayTake` false: no more than one cell leaves by the clipboard. `note`: keeps that so many rows
 * of a grid left; where that fails nothing is copied.
 */
export type CopyGate = { mayTake: boolean; note: (grid: string, rows: number) => Promise<void> }

export const CopyGateContext = createContext<CopyGate>({ mayTake: true, note: () => Promise.resolve() })
