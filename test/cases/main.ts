import { readdir, readFile, stat } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Case } from './case'
import { judge } from './run'

const FAILED = 1
const WRONG_USE = 2

/** Every case file under a folder, in the order of its path; a schema beside them is no case. */
async function caseFiles(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const found = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory()
        ? caseFiles(join(path, entry.name))
        : Promise.resolve(
            entry.name.endsWith('.json') && entry.name !== 'schema.json' ? [join(path, entry.name)] : [],
          ),
    ),
  )
  return found.flat().sort()
}

const say = (line: string) => process.stdout.write(`${line}\n`)
const show = (value: unknown): string => (value === undefined ? '(nothing)' : JSON.stringify(value))

async function run(folders: readonly string[]): Promise<number> {
  if (folders.length === 0) {
    process.stderr.write('npm run cases -- DIR…\nRuns every *.json case file under the folders.\n')
    return WRONG_USE
  }
  const counts = { passed: 0, failed: 0 }
  for (const file of (await Promise.all(folders.map(caseFiles))).flat()) {
    const read = await readCase(file)
    if ('fault' in read) {
      counts.failed += 1
      say(`${basename(file)}  failed\n  not a case file: ${read.fault}`)
      continue
    }
    const verdict = judge(read.one, (name) => readFileSync(sampleOf(file, name)))
    counts[verdict.state] += 1
    say(`${read.one.id}  ${verdict.state}`)
    if (verdict.state !== 'failed') continue
    for (const { field, expected, got } of verdict.differences) {
      say(`  ${read.one.id}  ${field}  expected ${show(expected)}  got ${show(got)}`)
    }
  }
  say(`${counts.passed} passed, ${counts.failed} failed`)
  return counts.failed > 0 ? FAILED : 0
}

/** Files that cases read lie beside them or in the folder of samples one level up. */
function sampleOf(caseFile: string, name: string): string {
  const folder = dirname(caseFile)
  const places = [folder, join(folder, 'samples'), join(folder, '..', 'samples')]
  return places.map((place) => join(place, name)).find((path) => existsSync(path)) ?? join(folder, name)
}

async function readCase(file: string): Promise<{ one: Case } | { fault: string }> {
  const text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '')
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
  const read = Case.safeParse(given)
  if (read.success) return { one: read.data }
  const [issue] = read.error.issues
  return { fault: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() }
}

// exitCode, not exit(): a pipe is flushed asynchronously and exit() would cut the output off.
try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = WRONG_USE
}
