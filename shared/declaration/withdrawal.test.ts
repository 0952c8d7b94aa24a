import { describe, expect, it } from 'vitest'
import { validateDocument } from '../ceb/validate'
import { declareOne } from './declare-one'
import { codes, declareInput } from './fixture.test-data'
import { withdrawalDocument, withdrawalMessage } from './withdrawal'

const built = declareOne(declareInput()).parts[0]!.result.list!
const list = { ...built, invtNo: '290720260E123456789' }
const input = {
  list,
  copNo: 'YG0120260302000009',
  reason: '买家取消订单',
  guid: 'FFFFFFFF-0000-4000-8000-000000000000',
  now: '2026-03-03T02:00:00Z',
}
const check = { codes: codes.book, practice: true, today: '20260303' }

describe('a 撤销申请单', () => {
  it('names the list by the number customs gave it, under a number of its own, and nothing refuses it', () => {
    const document = withdrawalDocument(input)
    expect(document.head).toMatchObject({
      appType: '1',
      appStatus: '2',
      appTime: '20260303100000',
      copNo: 'YG0120260302000009',
      invtNo: '290720260E123456789',
      reason: '买家取消订单',
      customsCode: list.documents.inventory.head['customsCode'],
      agentCode: list.documents.inventory.head['agentCode'],
      ebcCode: list.documents.inventory.head['ebcCode'],
    })
    expect(validateDocument('CEB605', document, check)).toEqual([])
  })

  it('of an import list is a 623, which names order, parcel and buyer as well', () => {
    const { inventory } = list.documents
    const head: Record<string, string> = {
      ...inventory.head,
      ebpCode: inventory.head['ebcCode']!,
      buyerIdType: '1',
      buyerIdNumber: '11010519491231002X',
      buyerName: '买家',
      buyerTelephone: '13800000000',
    }
    const imported = { ...list, tradeMode: '1210-I', documents: { inventory: { ...inventory, head } } }
    const asked = { ...input, list: { ...imported, invtNo: '04022026I000000001' } }
    expect(withdrawalMessage(imported)).toBe('CEB623')
    const document = withdrawalDocument(asked)
    expect(document.head).toMatchObject({ buyerName: '买家', orderNo: head['orderNo'], appType: '1' })
    const faults = validateDocument('CEB623', document, check)
    expect(faults.filter(({ severity }) => severity === 'refuse')).toEqual([])
    const nobody = { ...head, buyerName: '' }
    const lacking = { ...asked.list, documents: { inventory: { ...inventory, head: nobody } } }
    expect(
      validateDocument('CEB623', withdrawalDocument({ ...asked, list: lacking }), check).map(
        ({ path }) => path,
      ),
    ).toEqual(['InvtCancel[1]/buyerName'])
  })

  it.each([
    ['without the number of customs', { list: built }, 'invtNo'],
    ['with a reason longer than customs reads', { reason: '长'.repeat(1001) }, 'reason'],
    ['without a reason', { reason: '' }, 'reason'],
  ])('%s is refused', (_name, change, element) => {
    const faults = validateDocument('CEB605', withdrawalDocument({ ...input, ...change }), check)
    expect(faults.map(({ path }) => path.split('/').at(-1))).toContain(element)
  })
})
