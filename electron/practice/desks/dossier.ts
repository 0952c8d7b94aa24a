import { dossierTypes, sameRules, type Member } from '#shared/ceb/dossier-rules'
import { tableOf } from '#shared/ceb/tables'
import { isListMessage, slots, type DossierMessage } from '#shared/declaration/dossier-messages'
import { retailLawOn } from '#shared/declaration/retail-import/law'
import type { Direction } from '#shared/model/mode'
import { add, cmp, isDecimal, sum } from '#shared/money/decimal'
import type { Filed } from './filed-document'
import type { Rejection } from './rejection'

/** Which document of a 清单 a message is; undefined for one that is not of a dossier. */
export const memberOf = (message: string): Member | undefined => slots[message as DossierMessage]

export const isList = ({ message }: Pick<Filed, 'message'>): boolean => isListMessage(message)

/** Whether goods of a document of a dossier leave or come in. */
export const directionOfMessage = (message: string): Direction =>
  tableOf(message as DossierMessage).direction === 'import' ? 'import' : 'export'

/** The messages that belong with a 清单. */
export const typesWith = (list: Filed) => dossierTypes[directionOfMessage(list.message)]

/** Customs' own number where receipts show one, else 演练规则. */
const codes: Readonly<Record<string, string>> = { 'import-payment-company': '13035' }

/**
 * What customs compares between the documents of an import, by the table of the client. Says which fields differ and
 * not what stands there, because they name persons. A document that is not here is somebody else's to compare.
 */
export function importRejections(found: Readonly<Partial<Record<Member, Filed>>>): Rejection[] {
  const types = dossierTypes.import
  return sameRules.import
    .filter(({ severity }) => severity === 'refuse')
    .flatMap(({ id, left, right }): Rejection[] => {
      const a = found[left[0]]?.content.head[left[1]]
      const b = found[right[0]]?.content.head[right[1]]
      if (!a || !b || equal(a, b)) return []
      const [one, other] = [tableOf(types[left[0]]), tableOf(types[right[0]])]
      const field = one.head.byName.get(left[1])?.label.zh ?? left[1]
      const desc = `${one.label.zh}与${other.label.zh}的${field}（${left[1]}）不一致（演练规则）`
      return [{ code: codes[id] ?? 'Y206', desc }]
    })
}

const equal = (a: string, b: string) => (isDecimal(a) && isDecimal(b) ? cmp(a, b) === 0 : a === b)

/** An import above the limit of an order, unless it is a single article. The year is not judged here. */
export function importLimit({ content: { head, lines = [] } }: Filed): Rejection[] {
  const { from, perOrder, oneArticleInFull } = retailLawOn(dayOf(head['declTime'] ?? ''))
  const worth = add(
    sum(lines.map(({ totalPrice = '0' }) => totalPrice)),
    add(head['freight'] ?? '0', head['insuredFee'] ?? '0'),
  )
  const isOne = lines.length === 1 && cmp(lines[0]?.['qty'] ?? '0', '1') === 0
  if (cmp(worth, perOrder) <= 0 || (isOne && oneArticleInFull)) return []
  return [{ code: 'Y207', desc: `完税价格${worth}超过单次交易限值${perOrder}（${from}起；演练规则）` }]
}

/** 20260301 → 2026-03-01. */
const dayOf = (declTime: string) => declTime.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
