import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..')

/** One violation of every fence; the key is the rule that must find it. */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'shared-is-pure': { 'shared/a.ts': `import '../electron/e'`, 'electron/e.ts': 'export {}' },
  'shared-has-no-platform': { 'shared/b.ts': `import 'node:fs'` },
  'shared-has-few-libraries': { 'shared/c.ts': `import 'dexie'` },
  'shared-floors': { 'shared/money/a.ts': `import '../rebate/a'`, 'shared/rebate/a.ts': 'export {}' },
  'renderer-knows-shared-only': { 'renderer/app/a.ts': `import '../../electron/e'` },
  'electron-knows-shared-only': {
    'electron/f.ts': `import '../renderer/app/b'`,
    'renderer/app/b.ts': 'export {}',
  },
  'features-stand-alone': {
    'renderer/features/orders/a.ts': `import '../goods/a'`,
    'renderer/features/goods/a.ts': 'export {}',
  },
  'components-know-no-room': { 'renderer/components/a.ts': `import '../features/goods/a'` },
  'dexie-in-data-only': { 'renderer/app/c.ts': `import 'dexie'`, 'renderer/data/ok.ts': `import 'dexie'` },
  'grid-library-in-grid-only': { 'renderer/components/g.ts': `import '@revolist/react-datagrid'` },
  'no-electron-in-practice': { 'electron/practice/a.ts': `import 'electron'` },
  'no-cycles': { 'shared/x.ts': `import './y'`, 'shared/y.ts': `import './x'` },
  'no-cycles-of-types': {
    'shared/t.ts': `import type { U } from './u'\nexport type T = U`,
    'shared/u.ts': `import type { T } from './t'\nexport type U = T`,
  },
  'not-to-unresolvable': { 'shared/z.ts': `import './missing'` },
}

type Cruise = { summary: { violations: { rule: { name: string }; from: string; to: string }[] } }
let found: Cruise['summary']['violations']

beforeAll(async () => {
  const tree = await mkdtemp(path.join(tmpdir(), 'yiguan-fences-'))
  await symlink(path.join(root, 'node_modules'), path.join(tree, 'node_modules'))
  for (const [name, text] of Object.values(planted).flatMap((files) => Object.entries(files))) {
    await mkdir(path.dirname(path.join(tree, name)), { recursive: true })
    await writeFile(path.join(tree, name), text)
  }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', path.join(root, 'build/dependency-cruiser.cjs'), '--output-type', 'json'],
      ...['shared', 'electron', 'renderer'],
    ],
    { cwd: tree, maxBuffer: 32 * 1024 * 1024 },
  )
  found = (JSON.parse(stdout) as Cruise).summary.violations
}, 30_000)

describe('fences', () => {
  it.each(Object.keys(planted))('%s finds its planted violation', (rule) => {
    expect(found.map((violation) => violation.rule.name)).toContain(rule)
  })

  it('the layer that owns a library may use it', () => {
    expect(found.filter((violation) => violation.from === 'renderer/data/ok.ts')).toEqual([])
  })
})
