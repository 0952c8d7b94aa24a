import { readFile } from 'node:fs/promises'
import type { CarriedFileVerdict } from '#shared/protocol/carried-report'
import { judgeFile } from '../../single-window/file-read'
import { DONE, REFUSED, type Io } from '../command'

/**
 * Say what files are, without a service and without a book.
 * @param deep read every message too; a fault anywhere then ends with exit code 1
 */
export async function inspect(files: readonly string[], deep: boolean, io: Io): Promise<number> {
  const verdicts: CarriedFileVerdict[] = []
  for (const file of files) verdicts.push(await judgeFile(file, await readFile(file), deep))
  io.out(verdicts)
  for (const { file, faults } of verdicts) {
    for (const { code, message, fix } of faults) io.note(`${file}: [${code}] ${message.zh}。${fix.zh}`)
  }
  return verdicts.every(({ ok }) => ok) ? DONE : REFUSED
}
