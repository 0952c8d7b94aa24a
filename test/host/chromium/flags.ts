import { statfsSync } from 'node:fs'

/** No calls home, no first-run pages, no throttling of hidden windows: what Electron's Chromium does not do either. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-pings',
  '--no-service-autorun',
  `--disable-features=${[
    'Translate',
    'OptimizationHints',
    'MediaRouter',
    'InterestFeedContentSuggestions',
    'CertificateTransparencyComponentUpdater',
    // Pages behind an address bar that nobody sees, and a process in reserve: a quarter of what a start costs.
    'WebUIOmniboxPopup',
    'WebUIOmniboxFullPopup',
    'WebUIOmniboxAimPopup',
    'SpareRendererForSitePerProcess',
  ].join()}`,
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-ipc-flooding-protection',
  // Electron asks setWindowOpenHandler for every window.open, with or without a click.
  '--disable-popup-blocking',
  // Only main goes out, by itself; pages and Chromium reach this machine and nothing else.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--no-proxy-server',
  '--password-store=basic',
  '--use-mock-keychain',
]

/** Nobody looks: nothing is restored or heard. */
const unseen = ['--headless', '--hide-crash-restore-bubble', '--mute-audio']
/** As a person can ask of their system; nothing moves under the pointer of a test. */
const calm = '--force-prefers-reduced-motion'

/** Arguments of the Chromium that stands in for Electron's. */
export function chromiumFlags(options: {
  userDataDir: string
  headless: boolean
  calm: boolean
  sandbox: boolean
  locale: string
  switches: readonly string[]
}): string[] {
  return [
    ...quiet,
    `--user-data-dir=${options.userDataDir}`,
    `--lang=${options.locale}`,
    '--remote-debugging-pipe',
    '--no-startup-window',
    ...(options.headless ? unseen : ['--test-type']),
    ...(options.calm ? [calm] : []),
    ...(options.sandbox ? [] : ['--no-sandbox']),
    ...(sharedMemoryIsSmall() ? ['--disable-dev-shm-usage'] : []),
    ...options.switches,
  ]
}

/** Containers often have 64 MB of /dev/shm; Chromium's tabs crash when it is full. */
function sharedMemoryIsSmall(): boolean {
  if (process.platform !== 'linux') return false
  try {
    const { blocks, bsize } = statfsSync('/dev/shm')
    return blocks * bsize < 512 * 1024 * 1024
  } catch {
    return true
  }
}
