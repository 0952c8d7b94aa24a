import type { Bridge } from '#shared/ipc/contract'

declare global {
  interface Window {
    /** Put there by the preload; the only way out of the page. */
    readonly yiguan: Bridge
  }
}
