import { deltaStatement, ReferenceDelta } from '#shared/protocol/api'
import { signatureCheck } from '#shared/protocol/signature-check'
import { plainUpdate } from '#shared/reference/plain'
import { isRefusal, refusal, type ReferenceRefusal } from '#shared/reference/refusals'
import type * as Port from '../../data/port'
import { textOfFile } from '../../data/whole-file'
import { breath, seldom, type StopSignal } from '../job'
import { isPractice } from './masters'
import { changesOf, judge, type Read } from './reference-plan'
import type { FilingStore } from './store'

class Stopped extends Error {}

/** Reads published tables for the desk, one after the other, and holds the one that was read last. */
export type ReferenceReading = {
  plan: Port.ReferencePort['planReference']
  cancel: Port.ReferencePort['cancelReference']
  held(id: string): Read | undefined
}

export function referenceReading(store: FilingStore): ReferenceReading {
  let signal: { aborted: boolean } = { aborted: false }
  let held: Read | undefined

  async function planned(
    offer: Port.ReferenceOffer,
    mine: StopSignal,
    tell: (p: Port.WorkProgress) => void,
  ): Promise<Port.ReferenceProposal | ReferenceRefusal> {
    let total = 0
    const between = async (done = 0) => {
      tell({ stage: 'checking', done, total })
      await breath()
      if (mine.aborted) throw new Stopped()
    }
    const read = await readOffer(offer, between)
    if (isRefusal(read)) return read
    total = read.update.put.length
    const judged = await judge(await store.inTurn(() => isPractice(store)), read, between)
    if (isRefusal(judged)) return judged
    const changes = await store.inTurn(() => changesOf(store, judged))
    if (mine.aborted) throw new Stopped()
    held = read
    const { id, signer } = read
    return { ...changes, id, ...(signer !== undefined && { signer }) }
  }

  return {
    async plan(offer, progress) {
      signal.aborted = true
      held = undefined
      const mine = (signal = { aborted: false })
      try {
        return await planned(offer, mine, seldom(progress ?? (() => undefined)))
      } catch (error) {
        if (error instanceof Stopped) return 'stopped'
        throw error
      }
    },
    cancel() {
      signal.aborted = true
      return Promise.resolve()
    },
    held: (id) => (held?.id === id ? held : undefined),
  }
}

/** An update that is signed, or the data of a zone, a list or a work calendar, which may come without. */
async function readOffer(
  { file, source }: Port.ReferenceOffer,
  between: () => Promise<void>,
): Promise<Read | ReferenceRefusal> {
  const text = await textOfFile(file, 'list')
  await between()
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return refusal('reference-broken')
  }
  await between()
  const id = crypto.randomUUID()
  const { data } = ReferenceDelta.safeParse(json)
  if (!data) {
    const update = plainUpdate(json, source)
    return isRefusal(update) ? update : { id, update, source }
  }
  await between()
  const { signature, ...update } = data
  if (!(await isSigned(data))) return refusal('reference-forged')
  await between()
  return { id, update, signer: signature.publicKey, source }
}

/** Whether the signature of an update is over exactly this content. */
async function isSigned({ signature, ...content }: ReferenceDelta): Promise<boolean> {
  const { sm2 } = await import('sm-crypto-v2')
  const statement = new TextEncoder().encode(deltaStatement(content))
  return signatureCheck(sm2.doVerifySignature)(statement, signature.signature, signature.publicKey)
}
