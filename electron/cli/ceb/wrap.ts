import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { decodeText as textOfBytes } from '#shared/ceb/bytes'
import { decodeBytes } from '#shared/ceb/decode'
import { isAccepted } from '#shared/ceb/fault'
import { CebRefusal } from '#shared/ceb/refusal'
import { faultLines } from '#shared/ceb/report'
import { decodeWrap } from '#shared/dxp/decode'
import { encodeWrap } from '#shared/dxp/encode'
import { validateWrap } from '#shared/dxp/validate'
import { textsAt, wrapOf, type Wrap } from '#shared/dxp/wrap'
import type { Language } from '#shared/model/text'
import { DONE, REFUSED, UsageError, type Io } from '../command'
import { attempt, decodeText } from './read'

export type WrapArguments = {
  sender?: string | undefined
  receiver?: string[] | undefined
  type?: string | undefined
  id?: string | undefined
  time?: string | undefined
}

/** Now in China, without a zone, as messages carry it. */
const chinaTime = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)

/** Put a business message into a transport message. Its bytes are carried as they are. */
export async function wrap(
  [from, to]: readonly [string, string],
  args: WrapArguments,
  language: Language,
  io: Io,
): Promise<number> {
  if (!args.receiver?.length) throw new UsageError('--receiver is needed, up to five times')
  const bytes = await readFile(from)
  const done = await attempt(() => {
    const { message } = decodeBytes(bytes, decodeText)
    const made = wrapOf({
      // The number of the message itself, so that a fault of the transport can be traced to it.
      copMsgId: args.id ?? message.guid,
      senderId: args.sender ?? message.transfer?.['dxpId'] ?? '',
      receiverIds: args.receiver ?? [],
      createdAt: args.time ?? chinaTime(new Date()),
      msgType: args.type ?? `${message.type}Message`,
      data: bytes.toString('base64'),
      fileName: basename(from),
    })
    const faults = validateWrap(made)
    if (!isAccepted(faults)) throw new CebRefusal(faults)
    return { made, text: encodeWrap(made) }
  })
  if ('faults' in done) {
    io.out({ file: from, ok: false, faults: faultLines(done.faults, language) })
    return REFUSED
  }
  await writeFile(to, done.result.text)
  io.out({ file: from, ok: true, written: to, ...about(done.result.made), remarks: [] })
  return DONE
}

/** Take the business message out of a transport message; of a reply, say what it says. */
export async function unwrap(
  [from, to]: readonly [string, string],
  language: Language,
  io: Io,
): Promise<number> {
  const bytes = await readFile(from)
  const done = await attempt(() => {
    const decoded = decodeWrap(textOfBytes(bytes, decodeText).text)
    return { ...decoded, faults: validateWrap(decoded.wrap) }
  })
  if ('faults' in done) {
    io.out({ file: from, ok: false, faults: faultLines(done.faults, language) })
    return REFUSED
  }
  const { wrap: found, remarks, faults } = done.result
  const isMessage = found.type === 'DxpMsg'
  const [data] = textsAt(found, 'Data')
  const readable = isMessage && data !== undefined && !faults.some(({ path }) => path === 'Data')
  if (readable) await writeFile(to, Buffer.from(data, 'base64'))
  const all = [...remarks, ...faults]
  io.out({
    file: from,
    ok: readable && isAccepted(faults),
    ...(readable && { written: to }),
    ...about(found),
    ...(isMessage ? {} : { responses: responses(found) }),
    faults: faultLines(all, language),
  })
  return readable && isAccepted(faults) ? DONE : REFUSED
}

function about(found: Wrap) {
  const head = found.type === 'DxpMsg' ? ['TransInfo'] : ['Response', 'OriHead']
  const one = (name: string) => textsAt(found, ...head, name)[0] ?? ''
  return {
    wrap: found.type,
    copMsgId: one('CopMsgId'),
    sender: one('SenderId'),
    receivers: textsAt(found, ...head, 'ReceiverIds', 'ReceiverId'),
    time: one('CreatTime'),
    messageType: one('MsgType'),
  }
}

function responses({ root }: Wrap) {
  return (root.elements?.['Response'] ?? []).map(({ elements }) => {
    const text = (name: string) => elements?.[name]?.[0]?.text ?? ''
    return {
      code: text('ResponseCode'),
      info: text('ResponseInfo'),
      day: text('NoticeTime'),
      note: text('Note'),
    }
  })
}
