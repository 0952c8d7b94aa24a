import type { CebMessage } from '../../ceb/message'
import { PROTOCOL_VERSION, type Capabilities } from '../api'
import { sendingRank } from '../keys'
import { writePackage, type BatchMessage } from '../package'
import { pickBatch } from './pick'
import type { FixedBatch, Ports } from './ports'
import type { Reason, Submission, SubmissionHead, Work } from './records'

/** The format allows 1 to 100 documents in one message. */
const MOST_PER_MESSAGE = 100

type Tools = Pick<Ports, 'store' | 'signer' | 'clock' | 'codec' | 'sender'>
export type Composed = { fixed: FixedBatch } | { tooLarge: SubmissionHead; reason: Reason } | undefined

/**
 * Build the bytes of the next batch, within the limits of documents and of bytes. Halves the batch until it fits; one
 * document that alone is too large is set aside.
 * @returns undefined when the queue changed meanwhile, or the key to sign with has gone
 */
export async function compose(
  tools: Tools,
  work: Pick<Work, 'epoch' | 'account'>,
  picked: readonly SubmissionHead[],
  { maxBatchBytes }: Pick<Capabilities['limits'], 'maxBatchBytes'>,
): Promise<Composed> {
  const contents = await tools.store.contents(picked.map(({ id }) => id))
  if (contents.length !== picked.length) return undefined
  for (let chosen = contents; ;) {
    const fixed = await pack(tools, work, chosen)
    if (!fixed) return undefined
    if (fixed.bytes.length <= maxBatchBytes) return { fixed }
    if (chosen.length === 1) return { tooLarge: chosen[0]!, reason: tooLarge(maxBatchBytes) }
    const kept = new Set(
      pickBatch(chosen, { maxDocuments: chosen.length >> 1 }, Infinity).map(({ id }) => id),
    )
    chosen = chosen.filter(({ id }) => kept.has(id))
  }
}

async function pack(
  { signer, clock, codec, sender }: Tools,
  { epoch, account }: Pick<Work, 'epoch' | 'account'>,
  chosen: readonly Submission[],
): Promise<FixedBatch | undefined> {
  const id = clock.uuid()
  const createdAt = new Date(clock.now()).toISOString()
  const former = chosen.find((one) => one.batch !== undefined)?.batch
  const supersedes = former === undefined ? {} : { supersedes: former }
  const files = group(chosen).map((submissions) => {
    const guid = clock.uuid().toUpperCase()
    return { guid, submissions, message: toMessage(guid, submissions, codec, sender.transfer) }
  })
  for (const { message } of files) {
    const signed = signer.messages ? await signer.messages.sign(message.type, message.xml) : message.xml
    if (signed === undefined) return undefined
    message.xml = signed
  }
  const { enterprise, book } = sender
  const journal = await signer.journalEnd?.()
  const { bytes, sha256 } = await writePackage(
    {
      batchId: id,
      protocol: PROTOCOL_VERSION,
      enterprise,
      book,
      createdAt,
      epoch,
      ...(journal && { journal }),
      ...supersedes,
    },
    files.map(({ message }) => message),
    { digest: signer.digest, ...(signer.sign ? { signer: { sign: signer.sign.bind(signer) } } : {}) },
  )
  return {
    bytes,
    messageGuids: Object.fromEntries(
      files.flatMap(({ guid, submissions }) => submissions.map((one) => [one.id, guid])),
    ),
    batch: {
      id,
      stage: 'fixed',
      account,
      sha256,
      size: bytes.length,
      submissions: chosen.map((one) => one.id),
      marks: chosen.map((one) => one.mark),
      createdAt,
      unclear: 0,
      resend: false,
      nextAt: 0,
      ghost: false,
      ...supersedes,
    },
  }
}

/** Message files in sending order, so that a service working through them meets the order before its list. */
function group(chosen: readonly Submission[]): Submission[][] {
  const files: Submission[][] = []
  for (const one of [...chosen].sort((a, b) => sendingRank(a.message) - sendingRank(b.message))) {
    const open = files.at(-1)
    if (open && open[0]!.message === one.message && open.length < MOST_PER_MESSAGE) open.push(one)
    else files.push([one])
  }
  return files
}

function toMessage(
  guid: string,
  submissions: readonly Submission[],
  codec: Tools['codec'],
  transfer: Tools['sender']['transfer'],
): BatchMessage {
  const type = submissions[0]!.message as CebMessage['type']
  const xml = codec.encode({
    type,
    guid,
    version: '1.0',
    documents: submissions.map(({ document, guid: own }) => ({
      ...document,
      head: { ...document.head, guid: own },
    })),
    transfer,
  })
  const documents = submissions.map(({ message, businessKey, guid: own, dossier }) => {
    return { message, businessKey, guid: own, dossier }
  })
  return { type, guid, xml, documents }
}

const tooLarge = (max: number): Reason => ({
  code: 'document-too-large',
  text: {
    zh: `单证超过单一窗口每批 ${max} 字节的限制`,
    en: `The document is larger than the ${max} bytes the single window takes per batch`,
  },
  fix: { zh: '请拆单（减少商品行）后重新申报', en: 'Split the order (fewer lines) and declare again' },
})
