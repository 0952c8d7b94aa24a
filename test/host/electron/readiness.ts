let ready = false
let resolveReady: () => void
const readiness = new Promise<void>((resolve) => (resolveReady = resolve))

export const isReady = () => ready
export const whenReady = () => readiness
export function becomeReady(): void {
  ready = true
  resolveReady()
}
