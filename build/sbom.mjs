import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// What the app is made of and under which licences, from the lock file alone: no network, no installed package.
// npm run sbom writes dist/sbom.cdx.json (CycloneDX 1.5).
const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** May be shipped in a closed or open product with their notice. */
const allowed = new Set([
  'MIT',
  'MIT/X11',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Unlicense',
  'Zlib',
  'OFL-1.1',
  '0BSD',
])
/** Only tools: they make or check the app and are no part of it. */
const tools = new Set([...allowed, 'MPL-2.0', 'CC-BY-4.0'])
/** Their lock entry names no licence. Why they are taken all the same. */
const explained = new Map([
  [
    'buffers',
    'No licence field in its package; behind the workbook library’s zip reader, which the app does not call.',
  ],
])
/** Counted as tools by npm, and all the same part of what is shipped. */
const shipped = new Set(['electron', '@fontsource/noto-sans-sc'])

/** @typedef {{ version: string, license?: string, integrity?: string, resolved?: string, dev?: boolean }} Locked */

/** Every package of a lock file once per version. @param {{ packages: Record<string, Locked> }} lock */
export function componentsOf(lock) {
  const found = new Map()
  for (const [path, locked] of Object.entries(lock.packages)) {
    if (path === '') continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const key = `${name}@${locked.version}`
    const isTool = locked.dev === true && !shipped.has(name)
    const known = found.get(key)
    found.set(key, { ...locked, name, isTool: isTool && (known?.isTool ?? true) })
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Whether an SPDX expression can be met by what is allowed. Brackets stand around the whole only. */
export function isAllowed(expression, licences = allowed) {
  const text = expression.replace(/^\((.*)\)$/, '$1')
  return text.split(' OR ').some((choice) => choice.split(' AND ').every((one) => licences.has(one)))
}

/**
 * What stands against shipping: a licence nobody looked at, a package whose bytes the lock does not pin, one that comes
 * from elsewhere than the rest.
 * @returns one sentence each
 */
export function faultsIn(lock) {
  const all = componentsOf(lock)
  const hosts = new Set(
    all.map(({ resolved }) => (URL.canParse(resolved) ? new URL(resolved).origin : resolved)),
  )
  const faults = all.flatMap(({ name, version, license, integrity, isTool }) => [
    ...(license || explained.has(name) ? [] : [`${name}@${version} names no licence`]),
    ...(!license || isAllowed(license, isTool ? tools : allowed)
      ? []
      : [`${name}@${version} is under ${license}`]),
    ...(integrity?.startsWith('sha512-') ? [] : [`${name}@${version} is not pinned by SHA-512`]),
  ])
  return hosts.size > 1 ? [...faults, `packages come from ${hosts.size} places`] : faults
}

/** The bill of materials of a lock file. @param {{ name: string, version: string }} app */
export function sbomOf(lock, app) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: app.name, version: app.version } },
    components: componentsOf(lock).map(({ name, version, license, integrity, isTool }) => ({
      type: 'library',
      'bom-ref': `pkg:npm/${name}@${version}`,
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      scope: isTool ? 'excluded' : 'required',
      licenses: [license ? { expression: license } : { license: { name: explained.get(name) ?? 'unknown' } }],
      hashes: integrity
        ? [
            {
              alg: 'SHA-512',
              content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex'),
            },
          ]
        : [],
    })),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const faults = faultsIn(lock)
  const file = join(root, 'dist/sbom.cdx.json')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(sbomOf(lock, lock), null, 1)}\n`)
  process.stdout.write(
    `${file}: ${componentsOf(lock).length} packages\n${faults.map((one) => `${one}\n`).join('')}`,
  )
  process.exitCode = faults.length === 0 ? 0 : 1
}
