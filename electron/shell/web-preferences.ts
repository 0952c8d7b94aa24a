import type { WebPreferences } from 'electron'

/** Throw unless the preferences say every protection explicitly; what is left out counts as missing. */
export function assertSecureWebPreferences(preferences: WebPreferences): WebPreferences {
  const { contextIsolation, nodeIntegration, nodeIntegrationInSubFrames, nodeIntegrationInWorker } =
    preferences
  const { sandbox, webSecurity, webviewTag, allowRunningInsecureContent, experimentalFeatures } = preferences
  const faults = Object.entries({
    contextIsolation: contextIsolation === true,
    sandbox: sandbox === true,
    nodeIntegration: nodeIntegration === false,
    nodeIntegrationInSubFrames: nodeIntegrationInSubFrames === false,
    nodeIntegrationInWorker: nodeIntegrationInWorker === false,
    webSecurity: webSecurity === true,
    webviewTag: webviewTag === false,
    allowRunningInsecureContent: allowRunningInsecureContent !== true,
    experimentalFeatures: experimentalFeatures !== true,
  }).flatMap(([name, right]) => (right ? [] : [name]))
  if (faults.length > 0) throw new Error(`insecure web preferences: ${faults.join(', ')}`)
  return preferences
}
