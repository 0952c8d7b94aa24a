/** What the host writes in front of each bundled script; one object per window, different in every start. */
export type PageSettings = {
  /** Name of the DOM events by which the two worlds of a page speak; unknown to the app's code. */
  wire: string
  /** Opens the host's byte store; sent as a header, so that it never stands in an address. */
  token: string
  /** Name of the binding that posts to the host (preload world only). */
  binding: string
  /** The preload script, already a function: the page's policy forbids making one from text. */
  preload: {
    path: string
    run: (require: unknown, module: object, exports: object, process: object) => void
  } | null
  platform: string
  contextIsolated: boolean
}

declare global {
  var standInSettings: PageSettings
}
