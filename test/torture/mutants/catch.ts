import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutants, type Mutant } from './mutants'
import { withMistake } from './planted'

const root = join(import.meta.dirname, '../../..')

type Report = { testResults: { assertionResults: { status: string; fullName: string }[] }[] }

/**
 * Run the test of a mutant with the mistake in the source.
 * @returns the tests that failed for it; none when nobody noticed, or when the file did not even load
 */
export async function failedFor(mutant: Mutant): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'yiguan-mutant-'))
  const report = join(folder, 'report.json')
  try {
    await run(mutant, report)
    const { testResults } = JSON.parse(await readFile(report, 'utf8')) as Report
    const all = testResults.flatMap(({ assertionResults }) => assertionResults)
    return all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whether the text to change is in the source exactly once; else the mistake has to be put anew. */
export async function standsOnce({ file, find }: Mutant): Promise<boolean> {
  return (await readFile(join(root, file), 'utf8')).split(find).length === 2
}

/**
 * One after the other. Gives the number that nobody noticed.
 * @param only words of which the promise, file or project of a mutant has one; none: all of them
 */
export async function catchAll(say: (line: string) => void, only: readonly string[] = []): Promise<number> {
  const isMeant = ({ promise, file, project }: Mutant) =>
    only.length === 0 || only.some((word) => `${promise} ${file} ${project}`.includes(word))
  let missed = 0
  for (const mutant of mutants.filter(isMeant)) {
    const [first, ...more] = (await standsOnce(mutant)) ? await failedFor(mutant) : []
    if (first === undefined) missed += 1
    const found = first && `${mutant.test}: ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`
    say(`${found ? 'caught' : 'MISSED'}  ${mutant.promise}\n        ${found ?? mutant.test}`)
  }
  return missed
}

function run(mutant: Mutant, report: string): Promise<void> {
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    ...['run', '--config', join(root, 'test/torture/mutants/vitest.config.ts')],
    ...['--project', mutant.project, '--reporter=json', `--outputFile=${report}`, mutant.test],
  ]
  const env = { ...process.env, ...withMistake(mutant) }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' })
    child.once('error', reject)
    child.once('close', () => resolve())
  })
}
