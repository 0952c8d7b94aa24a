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

/** Customs decisions come as `[Code:nnnn;Desc:…]`, several in one text; everything else is one cause as it stands. */
const DECISION = /\[Code:([^;\]]*);Desc:([^\]]*)\]/g
const SKU = /货号\s*([^\s“”，,：:]+)/
const ELEMENT = /\b([a-z]{1,3}[a-zA-Z0-9]{2,})\b/

/**
 * The causes behind many rejections, the most frequent first: equal code and equal field or SKU (else equal text) are
 * one cause, shown once and mended once.
 */
export function causes(rejections: Iterable<Rejection>): Cause[] {
  const found = new Map<string, Cause>()
  for (const { copNo, message, code, info } of rejections) {
    for (const decision of decisions(code, info)) {
      const { field, sku } = subject(message, decision.text)
      const key = [
        ...(message === 'CEB603' ? [] : [message]),
        decision.code,
        ...(field || sku ? [field, sku] : ['', decision.text]),
      ].join('\n')
      const same = found.get(key)
      if (!same) {
        const known = errorText(decision.code)
        const about = field || (known.field ?? '')
        const source = about ? sourceOf(message, about) : undefined
        found.set(key, {
          key,
          message,
          code: decision.code,
          text: decision.text,
          field: about,
          sku,
          ...(source && { source: { record: source.record, field: source.field } }),
          ...(known.known && { meaning: known.meaning, fix: known.fix, place: known.place }),
          count: 1,
          copNos: [copNo],
        })
      } else if (!same.copNos.includes(copNo)) {
        same.copNos.push(copNo)
        same.count += 1
      }
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}

function decisions(code: string, info: string): { code: string; text: string }[] {
  const found = [...info.matchAll(DECISION)].map(([, own, text]) => ({ code: own ?? '', text: text ?? '' }))
  return found.length ? found : [{ code, text: info }]
}

/** The line or element a text is about. Only elements that our 清单 has count: any other word stays text. */
function subject(message: DossierMessage, text: string): { field: string; sku: string } {
  const sku = SKU.exec(text)?.[1] ?? ''
  const word = ELEMENT.exec(sku ? text.replace(SKU, ' ') : text)?.[1] ?? ''
  return { field: word && sourceOf(message, word) ? word : '', sku }
}
