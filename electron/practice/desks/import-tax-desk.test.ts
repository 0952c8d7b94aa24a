import { describe, expect, it } from 'vitest'
import { loadCodeBook } from '#shared/codes/load'
import { decodeMessage } from '#shared/ceb/decode'
import { encodeMessage } from '#shared/ceb/encode'
import { isAccepted } from '#shared/ceb/fault'
import { validateDecoded } from '#shared/ceb/validate'
import { deliveryOf } from '#shared/import-tax/delivery'
import { joinTaxBills, taxBillOf } from '#shared/import-tax/tax-bill'
import { taxTotal } from '#shared/import-tax/tax-totals'
import type { Filed } from './filed-document'
import { unaskedOf } from './import-tax-desk'
import { unaskedMessages } from './receipt'

const AT = Date.parse('2026-04-02T02:30:00Z')
const list = (tradeMode: string): Filed => ({
  message: 'CEB621',
  businessKey: 'C-1',
  status: '800',
  attempt: 1,
  guid: 'G',
  digest: 'D',
  appTime: '',
  batchId: 'b',
  takenIn: true,
  withdrawn: false,
  updatedAt: 0,
  invtNo: '04022026I000000001',
  content: {
    head: {
      tradeMode,
      customsCode: '0402',
      agentCode: '1301960ABC',
      ebcCode: '1301960ABC',
      logisticsCode: '1301960WL1',
      logisticsName: '演练物流有限公司',
      logisticsNo: 'W-1',
      trafMode: '5',
      trafNo: 'B777F',
      voyageNo: 'CA1',
      billNo: '999-1',
      freight: '10',
      insuredFee: '2',
    },
    lines: [
      { gnum: '1', gcode: '3304990099', totalPrice: '100' },
      { gnum: '2', gcode: '3304990099', totalPrice: '19.99' },
    ],
  },
})
const told = (status: string, mode: string) => unaskedOf(list(mode), status, AT)
let serial = 0
const guid = () => `00000000-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`

describe('what is told unasked of an import list', () => {
  it('are messages the client reads and nothing refuses', async () => {
    const codes = await loadCodeBook()
    for (const one of [...told('800', '9610'), ...told('899', '9610')]) {
      for (const message of unaskedMessages(one, guid)) {
        const decoded = decodeMessage(encodeMessage(message))
        const faults = validateDecoded(decoded, { codes, practice: true, today: '20260402' })
        // The copy of a site's own message lacks the transfer wrap it was sent in.
        const refused = faults.filter(
          (fault) => !isAccepted([fault]) && !/BaseTransfer|Signature/.test(fault.path),
        )
        expect([message.type, refused]).toEqual([message.type, []])
      }
    }
  })

  it('is the tax bill at the release and its state at the end, one bill of the same sum as its lines', () => {
    const [bill] = told('800', '1210')
    const [state] = told('899', '1210')
    const joined = joinTaxBills(taxBillOf(bill!.documents[0]!)!, taxBillOf(state!.documents[0]!)!)
    expect(taxTotal(joined)).toBe('12.01')
    // 完税价格 110 and 21.99: freight and insurance are shared out by the prices.
    expect(joined.issued!.lines.map(({ taxPrice }) => taxPrice)).toEqual(['110', '21.99'])
    expect(joined.issued!.lines.map(({ valueAddedTax }) => valueAddedTax)).toEqual(['10.01', '2'])
    expect(joined.told).toMatchObject({ status: { value: '2' }, entDutyNo: { value: 'J04022026I000000001' } })
  })

  it('has a delivery to the site for a direct purchase only', () => {
    expect(told('800', '1210').map(({ message }) => message)).toEqual(['CEB816'])
    const [, delivery] = told('800', '9610')
    expect(deliveryOf(delivery!.documents[0]!)).toMatchObject({ logisticsNos: ['W-1'], billNo: '999-1' })
    expect(unaskedOf({ ...list('9610'), message: 'CEB603' }, '800', AT)).toEqual([])
    expect(told('399', '9610')).toEqual([])
  })
})
