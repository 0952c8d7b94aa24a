/** What the stand-in's pages always have. It cannot give a page less protection, so it refuses to pretend to. */
const fixed: Partial<Record<keyof Electron.WebPreferences, unknown>> = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  javascript: true,
}

/** Preferences without effect on what a page may do. */
const harmless = [
  'preload',
  'spellcheck',
  'backgroundThrottling',
  'devTools',
  'disableDialogs',
  'safeDialogs',
]

/** @throws naming the preference, when a window is to be made in a way the stand-in cannot follow */
export function refuseWeakPreferences(preferences: Electron.WebPreferences): void {
  for (const [name, value] of Object.entries(preferences)) {
    if (value === undefined || harmless.includes(name)) continue
    if (!(name in fixed) || fixed[name as keyof typeof fixed] !== value) {
      throw new Error(`stand-in: webPreferences.${name} = ${String(value)} is not implemented`)
    }
  }
}
