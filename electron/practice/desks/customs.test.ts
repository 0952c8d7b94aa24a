import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseFile } from './case-file'
import { settleCase } from './customs'
import type { Filed } from './filed-document'
import { sample } from './samples'
import { timingsAt } from './step'

const timings = timingsAt(1)
const END = 60_000

const run = (documents: Filed[], until = END) => settleCase(caseFile(documents), until, timings)
const course = (documents: Filed[], message: string, until = END) =>
  run(documents, until)
    .decisions.filter(({ document }) => document.message === message)
    .map(({ status }) => status)
const three = (orderNo = 'A-1') => ['CEB303', 'CEB505', 'CEB603'].map((message) => sample(message, orderNo))

describe('the customs desk', () => {
  it('takes in order, waybill and list together and brings the list to its close', () => {
    const documents = three()
    const { decisions } = run(documents)
    const of = (message: string) =>
      decisions.filter(({ document }) => document.message === message).map(({ status }) => status)
    expect(of('CEB303')).toEqual(['3', '120'])
    expect(of('CEB505')).toEqual(['3', '120'])
    expect(of('CEB603')).toEqual(['3', '120', '399', '800', '899'])
  })

  it('lets a list wait for its waybill, and takes it up when the waybill comes', () => {
    const [order, waybill, list] = three() as [Filed, Filed, Filed]
    expect(course([order, list], 'CEB603')).toEqual(['3'])
    expect(list.nextAt).toBeUndefined()
    waybill.nextAt = END
    expect(course([order, waybill, list], 'CEB603', 2 * END)).toEqual(['120', '399', '800', '899'])
  })

  it('does not let a missing 收款单 stop the list, and takes it in after 399 only', () => {
    const payment = sample('CEB403', 'A-1')
    const documents = [...three(), payment]
    const { decisions } = run(documents)
    const at = (message: string, status: string) =>
      decisions.findIndex((one) => one.document.message === message && one.status === status)
    expect(at('CEB403', '120')).toBeGreaterThan(at('CEB603', '399'))
    const late = sample('CEB403', 'B-1', { nextAt: END })
    expect(course([...three('B-1'), late], 'CEB403', 2 * END)).toEqual(['3', '120'])
  })

  it('rejects with 1322 when article or quantity of a line differ, and takes order and waybill in all the same', () => {
    for (const change of [{ qty: '3' }, { itemNo: 'SKU-2' }]) {
      const documents = three()
      Object.assign(documents[0]!.content.lines![0]!, change)
      const { decisions } = run(documents)
      const rejected = decisions.find(({ status }) => status === '100')!
      expect(rejected.info).toMatch(/^\[Code:1322;Desc:.+\]$/)
      expect(documents.map(({ status }) => status)).toEqual(['120', '120', '100'])
    }
  })

  it('rejects a mode that does not fit the order, and B2B above its limit, by the tables of the client', () => {
    const judged = (orderType: string, tradeMode: string, totalPrice: string) => {
      const [order, waybill, list] = three() as [Filed, Filed, Filed]
      Object.assign(order.content.head, { orderType, currency: '142' })
      Object.assign(list.content.head, { tradeMode })
      Object.assign(list.content.lines![0]!, { currency: '142', totalPrice })
      const rejected = run([order, waybill, list]).decisions.find(({ status }) => status === '100')
      return [...(rejected?.info.matchAll(/Code:(\w+)/g) ?? [])].map(([, code]) => code)
    }
    for (const [type, mode] of [
      ['E', '9610'],
      ['E', '1210'],
      ['B', '9710'],
      ['W', '9810'],
    ] as const) {
      expect(judged(type, mode, '5000')).toEqual([])
    }
    expect(judged('E', '9710', '5000')).toEqual(['Y204'])
    expect(judged('W', '9810', '5000.01')).toEqual(['Y205'])
    expect(judged('E', '9610', '5000.01')).toEqual([])
  })

  it('does not take the order of another platform for the order of the list', () => {
    const documents = three()
    documents[0]!.content.head.ebpCode = 'OTHER'
    expect(course(documents, 'CEB603')).toEqual(['3'])
  })

  it('rejects a second list for the same waybill while the first holds it, and accepts it after a withdrawal', () => {
    const documents = three()
    run(documents, 2_300)
    const list = documents[2]!
    expect(list.status).toBe('800')
    const second = () =>
      sample('CEB603', 'A-1', {
        head: { copNo: 'C-2' },
        businessKey: '1301960ABC|C-2',
        nextAt: 2_300,
        invtNo: 'N2',
      })
    const rejected = second()
    run([...documents, rejected], 2_300 + timings.examine)
    expect(rejected.status).toBe('100')
    const withdrawal = sample('CEB605', 'A-1', { head: { invtNo: list.invtNo! }, nextAt: 3_001 })
    const accepted = second()
    accepted.nextAt = 10_000
    run([...documents, withdrawal, accepted])
    expect(withdrawal.status).toBe('399')
    expect(list).toMatchObject({ withdrawn: true, status: '800' })
    expect(accepted.status).toBe('899')
  })

  it('refuses a withdrawal that comes to a closed list, however late the desk looks', () => {
    const documents = three()
    const withdrawal = sample('CEB605', 'A-1', { head: { invtNo: '04022026E000000001' }, nextAt: 30_000 })
    run([...documents, withdrawal])
    expect(withdrawal.status).toBe('100')
    expect(documents[2]!.withdrawn).toBe(false)
  })

  it('takes in an order whose list does not come, and the list when it comes after all', () => {
    const [order, waybill, list] = three() as [Filed, Filed, Filed]
    run([order, waybill])
    expect([order.status, waybill.status]).toEqual(['120', '120'])
    list.nextAt = END
    expect(course([order, waybill, list], 'CEB603', 2 * END).at(-1)).toBe('899')
  })

  it('takes in a changed order at once, so that the corrected list can follow', () => {
    const order = sample('CEB303', 'A-1', { takenIn: true, attempt: 2 })
    expect(course([order], 'CEB303', timings.examine)).toEqual(['3', '120'])
  })

  it.each([
    ['T100-1', ['3', '100']],
    ['T101-1', ['3', '100']],
    ['T300-1', ['3', '120', '300', '399', '800', '899']],
    ['T500-1', ['3', '120', '500', '399', '800', '899']],
    ['TUNK-1', ['3', '120', '777', '399', '800', '899']],
    ['T004-1', ['4']],
    ['T002-1', []],
  ])('gives %s the outcome it asks for', (orderNo, statuses) => {
    expect(course(three(orderNo), 'CEB603')).toEqual(statuses)
  })

  it('passes at the second attempt what only fails once', () => {
    for (const orderNo of ['T101-1', 'T004-1']) {
      const documents = three(orderNo)
      documents[2]!.attempt = 2
      expect(course(documents, 'CEB603').at(-1)).toBe('899')
    }
  })

  it('decides the same whether it looks once or at every moment', () => {
    const orders = fc.uniqueArray(fc.constantFrom('A', 'B', 'T100-C', 'T300-D', 'T101-E'), { minLength: 1 })
    const looks = fc.array(fc.integer({ min: 0, max: END }), { maxLength: 20 })
    const arrivals = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(orders, looks, arrivals, (orderNos, moments, times) => {
        const build = () =>
          orderNos
            .flatMap((orderNo) => [...three(orderNo), sample('CEB403', orderNo)])
            .map((document, n) => {
              document.nextAt = times[n]
              return document
            })
        const facts = (documents: Filed[], until: number[]) =>
          until.flatMap((moment) =>
            run(documents, moment).decisions.map(
              ({ document, at, status }) => `${at} ${document.businessKey} ${status}`,
            ),
          )
        const once = facts(build(), [END])
        const often = facts(build(), [...moments.sort((a, b) => a - b), END])
        expect(often).toEqual(once)
      }),
    )
  })
})

describe('a retail import', () => {
  const four = () => ['CEB311', 'CEB411', 'CEB511', 'CEB621'].map((message) => sample(message, 'I-1'))
  const codesOf = (documents: Filed[]) => {
    const rejected = run(documents).decisions.find(({ status }) => status === '100')
    return [...(rejected?.info.matchAll(/Code:(\w+)/g) ?? [])].map(([, code]) => code)
  }

  it('is taken in with its order, payment and waybill, and brought to its close', () => {
    const documents = four()
    expect(course(documents, 'CEB621')).toEqual(['3', '120', '399', '800', '899'])
    expect(documents.map(({ takenIn }) => takenIn)).toEqual([true, true, true, true])
  })

  it('goes without what others transmit and never came here, and waits for what is on its way', () => {
    const [order, payment, , list] = four() as [Filed, Filed, Filed, Filed]
    expect(course([order, list], 'CEB621')).toEqual(['3', '120', '399', '800', '899'])
    const [again, late, , waiting] = four() as [Filed, Filed, Filed, Filed]
    late.nextAt = END
    expect(course([again, late, waiting], 'CEB621', END - 1)).toEqual(['3'])
    expect(payment.message).toBe('CEB411')
  })

  it.each([
    ['CEB411', { amountPaid: '109.99' }, 'Y206'],
    ['CEB411', { payCode: '1301960PA2' }, '13035'],
    ['CEB511', { consignee: '王五' }, 'Y206'],
    ['CEB511', { weight: '1.3' }, 'Y202'],
    ['CEB311', { buyerName: '王五' }, 'Y206'],
  ])('is rejected where %s says otherwise (%j), without naming anybody', (message, head, code) => {
    const documents = four()
    Object.assign(documents.find((one) => one.message === message)!.content.head, head)
    const said = run(documents)
      .decisions.map(({ info }) => info)
      .join()
    expect(said).toContain(`Code:${code};`)
    expect(said).not.toMatch(/张三|李四|王五/)
  })

  it('may be worth 5,000 and not a cent more, but for a single article', () => {
    const worth = (totalPrice: string, qty: string) => {
      const documents = four()
      for (const { content } of documents) {
        for (const line of content.lines ?? []) Object.assign(line, { totalPrice, qty })
      }
      return codesOf(documents)
    }
    expect(worth('4990', '2')).toEqual([])
    expect(worth('4990.01', '2')).toEqual(['Y207'])
    expect(worth('4990.01', '1')).toEqual([])
  })
})
