import { isList } from './dossier'
import type { Filed } from './filed-document'

/** The documents a desk may look at together: everything of one enterprise that is linked to what is due. */
export type CaseFile = {
  all(): Iterable<Filed>
  ofOrder(orderKey: string | undefined): readonly Filed[]
  ofWaybill(waybillKey: string | undefined): readonly Filed[]
  listByInvtNo(invtNo: string | undefined): Filed | undefined
}

function grouped(
  documents: Iterable<Filed>,
  key: (document: Filed) => string | undefined,
): Map<string, Filed[]> {
  const groups = new Map<string, Filed[]>()
  for (const document of documents) {
    const name = key(document)
    if (name === undefined) continue
    const group = groups.get(name)
    if (group) group.push(document)
    else groups.set(name, [document])
  }
  return groups
}

/** Index documents by what links them. The links of a document do not change while a desk works. */
export function caseFile(documents: readonly Filed[]): CaseFile {
  const byOrder = grouped(documents, (document) => document.orderKey)
  const byWaybill = grouped(documents, (document) => document.waybillKey)
  const lists = documents.filter(isList)
  const byInvtNo = new Map(lists.flatMap((list) => (list.invtNo ? [[list.invtNo, list] as const] : [])))
  return {
    all: () => documents,
    ofOrder: (key) => (key === undefined ? [] : (byOrder.get(key) ?? [])),
    ofWaybill: (key) => (key === undefined ? [] : (byWaybill.get(key) ?? [])),
    listByInvtNo: (invtNo) => (invtNo === undefined ? undefined : byInvtNo.get(invtNo)),
  }
}
