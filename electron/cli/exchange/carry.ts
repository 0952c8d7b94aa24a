import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { BUNDLE_EXTENSION } from '#shared/protocol/bundle'
import type { CarriedUpload } from '#shared/protocol/carried-report'
import { writeAtomic } from '../../atomic-file'
import { makeKeyPair, signBatch } from '../../single-window/batch-signature'
import { faultOf, openFile, sha256 } from '../../single-window/file-read'
import { carryFile } from '../../single-window/file-carry'
import type { Destination, Errand } from '../../single-window/file-upload'
import { DONE, REFUSED, UsageError, type Io } from '../command'

export type Carrying = {
  files: readonly string[]
  destination: Destination
  errand: Errand
  receipts?: string
}
type Line = CarriedUpload & { receiptsFile?: string }

/** Carry files to a service and write beside each what came back. Files are independent: one that fails stops no other. */
export async function carry({ files, destination, errand, receipts }: Carrying, io: Io): Promise<number> {
  const lines: Line[] = []
  for (const file of files) {
    lines.push(await carryOne(file, destination, errand, receipts ?? besides(file)))
  }
  io.out(lines)
  for (const { file, batches, fault } of lines) {
    const faults = [...batches.flatMap((batch) => batch.fault ?? []), ...(fault ? [fault] : [])]
    for (const { code, message, fix } of faults) io.note(`${file}: [${code}] ${message.zh}。${fix.zh}`)
  }
  return lines.every(isDone) ? DONE : REFUSED
}

/** The receipts of `a.yiguan` are `a.receipts.yiguan`. */
const besides = (file: string) =>
  path.join(path.dirname(file), `${path.basename(file, `.${BUNDLE_EXTENSION}`)}.receipts.${BUNDLE_EXTENSION}`)

const isDone = ({ fault, batches }: Line) =>
  !fault && batches.every(({ state }) => state === 'accepted' || state === 'partial')

async function carryOne(
  file: string,
  destination: Destination,
  errand: Errand,
  receiptsFile: string,
): Promise<Line> {
  const bytes = await readFile(file)
  try {
    const bundle = await openFile(bytes)
    const dependencies = { fetch, now: () => Date.now(), wait: (ms: number) => wait(ms) }
    const { enterprise, book } = bundle.index
    const key = makeKeyPair()
    const { report, back } = await carryFile(file, bundle, destination, errand, dependencies, {
      head: () =>
        Promise.resolve({
          id: randomUUID(),
          createdAt: new Date().toISOString(),
          enterprise,
          book,
          software: 'yiguan',
        }),
      digest: sha256,
      sign: (index) => Promise.resolve(signBatch(index, key)),
    })
    if (!back) return report
    await writeAtomic(receiptsFile, back)
    return { ...report, receiptsFile }
  } catch (error) {
    const fault = faultOf(error)
    return { file, enterprise: { code: '', name: '' }, batches: [], delivered: 0, receipts: 0, fault }
  }
}

/** Where to, from the options; a token is never an argument, because other accounts can read those. */
export async function destinationOf(
  service: string | undefined,
  tokenFile: string | undefined,
): Promise<Destination> {
  if (service === undefined || tokenFile === undefined) {
    throw new UsageError('--service URL and --token-file FILE are needed')
  }
  const url = URL.canParse(service) ? new URL(service) : undefined
  const isLoopback = url && /^(127\.0\.0\.1|\[::1\]|localhost)$/.test(url.hostname)
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback))) {
    throw new UsageError(`${service}: https://…, or http:// of this machine`)
  }
  return { url: url.origin, token: (await readFile(tokenFile, 'utf8')).trim() }
}
