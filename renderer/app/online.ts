import { create } from 'zustand'

/**
 * Facts of the one-line online bar. `state` is what the last real call to the single window showed
 * (never the system's own idea of being online); `unconfigured` = this book has no transport.
 */
export type OnlineFacts = {
  state: 'unknown' | 'online' | 'offline' | 'unconfigured'
  /** Documents that wait in the send queue. */
  queued: number
  /** Sent, and no answer known: the state that officers must see. */
  unknownOutcome: number
  /** ISO instant of the last receipt that was taken in. */
  lastReceivedAt?: string
  /** ISO instant of the last call, whatever came of it. */
  lastCallAt?: string
}

const nothingKnown: OnlineFacts = { state: 'unknown', queued: 0, unknownOutcome: 0 }

export const useOnline = create<OnlineFacts>(() => nothingKnown)

/** Called by the exchange whenever a fact changed. */
export function reportOnline(facts: Partial<OnlineFacts>): void {
  useOnline.setState(facts)
}

export function forgetOnline(): void {
  useOnline.setState(nothingKnown, true)
}
