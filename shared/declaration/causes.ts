import { errorText } from '../ceb/errors'
import type { ErrorPlace } from '../ceb/remedies'
import type { Text } from '../model/text'
import { sourceOf } from './derive/source-of'
import type { SourceRecord } from './build-fault'
import type { DossierMessage } from './dossier-messages'

/** The answer that refused one 清单: which message it is, raw code and text as received. */
export type Rejection = { copNo: string; message: DossierMessage; code: string; info: string }

/** One cause with all the 清单 it stopped. `source` says where it is mended once for all of them, when that is known. */
export type Cause = {
  /** The same for the same cause, whatever else was rejected. */
  key: string
  message: DossierMessage
  code: string
  text: string
  /** Element of the 清单 the text names, else the one the code is about, else ''. */
  field: string
  sku: string
  source?: { record: SourceRecord; field: string }
  /** What the error dictionary says of the code, and what to do; absent for a code it does not have. */
  meaning?: Text
  fix?: Text
  /** Where the remedy is carried out when no record is to blame. */
  place?: ErrorPlace
  count: number
  copNos: string[]
}

const CODE = '[Code:'
const DESC = ';Desc:'
const SKU = /货号\s*([^\s“”，,：:]+)/
const ELEMENT = /\b([a-z]{1,3}[a-zA-Z0-9]{2,})\b/

/**
 * The causes behind many rejections, the most frequent first: equal code and equal field or SKU (else equal text) are
 * one cause, shown once and mended once.
 */
export function causes(rejections: Iterable<Rejection>): Cause[] {
  const found = new Map<string, Cause>()
  const stopped = new Map<Cause, Set<string>>()
  for (const { copNo, message, code, info } of rejections) {
    for (const decision of decisions(code, info)) {
      const { field, sku } = subject(message, decision.text)
      const key = [
        ...(message === 'CEB603' ? [] : [message]),
        decision.code,
        ...(field || sku ? [field, sku] : ['', decision.text]),
      ].join('\n')
      let cause = found.get(key)
      if (!cause) {
        const known = errorText(decision.code)
        const about = field || (known.field ?? '')
        const source = about ? sourceOf(message, about) : undefined
        cause = {
          key,
          message,
          code: decision.code,
          text: decision.text,
          field: about,
          sku,
          ...(source && { source: { record: source.record, field: source.field } }),
          ...(known.known && { meaning: known.meaning, fix: known.fix, place: known.place }),
          count: 0,
          copNos: [],
        }
        found.set(key, cause)
        stopped.set(cause, new Set())
      }
      stopped.get(cause)!.add(copNo)
    }
  }
  for (const [cause, copNos] of stopped) {
    cause.count = copNos.size
    cause.copNos = [...copNos]
  }
  return [...stopped.keys()].sort((a, b) => b.count - a.count)
}

/**
 * Customs decisions come as `[Code:nnnn;Desc:…]`, several in one text; everything else is one cause as it stands. The text is
 * somebody else's: each character is looked at a few times, whatever stands in it.
 */
function decisions(code: string, info: string): { code: string; text: string }[] {
  // What stands behind the last bracket was not closed.
  const closed = info.split(']').slice(0, -1)
  const found = closed.flatMap((part) => {
    const first = part.indexOf(CODE)
    const desc = first < 0 ? -1 : part.indexOf(DESC, first)
    if (desc < 0) return []
    const start = part.lastIndexOf(CODE, desc)
    return [{ code: part.slice(start + CODE.length, desc), text: part.slice(desc + DESC.length) }]
  })
  return found.length ? found : [{ code, text: info }]
}

/** The line or element a text is about. Only elements that our 清单 has count: any other word stays text. */
function subject(message: DossierMessage, text: string): { field: string; sku: string } {
  const sku = SKU.exec(text)?.[1] ?? ''
  const word = ELEMENT.exec(sku ? text.replace(SKU, ' ') : text)?.[1] ?? ''
  return { field: word && sourceOf(message, word) ? word : '', sku }
}
