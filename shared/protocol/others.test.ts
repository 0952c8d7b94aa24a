import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CebMessage, MessageType, Values } from '../ceb/message'
import { isOfKey, newsOfOthers } from './others'

const message = (type: MessageType, head: Values, lines?: Values[]): CebMessage => ({
  type,
  guid: 'G',
  version: '1.0',
  documents: [{ head, ...(lines && { lines }) }],
})
const waybill = { logisticsCode: 'L1', logisticsNo: 'P1' }
const arrival = {
  operatorCode: 'O1',
  logisticsCode: 'L1',
  copNo: 'C1',
  msgSeqNo: '1',
  appTime: '20260401100000',
}
const receipt = (status: string) => ({
  returnStatus: status,
  returnTime: '20260401120000000',
  returnInfo: '入库',
})

describe('what others transmitted', () => {
  it('is told by their message, and by its receipt once customs took it in or not', () => {
    expect(newsOfOthers([message('CEB505', { ...waybill, appTime: '20260401090000' })])).toEqual([
      {
        message: 'CEB505',
        keys: [{ logisticsNo: 'P1', logisticsCode: 'L1' }],
        outcome: 'sent',
        at: '2026-04-01T09:00:00.000+08:00',
        code: '',
        info: '',
      },
    ])
    const said = (status: string) =>
      newsOfOthers([message('CEB506', { ...waybill, ...receipt(status) })]).map(({ outcome, code }) => [
        outcome,
        code,
      ])
    expect(said('120')).toEqual([['stored', '120']])
    expect(said('100')).toEqual([['refused', '100']])
    expect(said('-504011')).toEqual([['refused', '-504011']])
    expect(said('2')).toEqual([])
    expect(
      newsOfOthers([message('CEB404', { ebcCode: 'E', orderNo: 'A', payNo: 'P', ...receipt('120') })]),
    ).toMatchObject([{ message: 'CEB403', keys: [{ orderNo: 'A', ebcCode: 'E' }], outcome: 'stored' }])
  })

  it('says when the buyer received a parcel, not when somebody told it', () => {
    const signed = {
      ...waybill,
      logisticsStatus: 'S',
      logisticsTime: '20260405093000',
      appTime: '20260406000000',
    }
    expect(newsOfOthers([message('CEB513', signed)])).toMatchObject([
      { message: 'CEB513', keys: [waybill], outcome: 'sent', at: '2026-04-05T09:30:00.000+08:00' },
    ])
    const said = { ...waybill, logisticsStatus: 'S', ...receipt('120') }
    expect(newsOfOthers([message('CEB514', said)])).toMatchObject([{ message: 'CEB513', outcome: 'stored' }])
  })

  it('of an arrival names each parcel once; its receipt, which names none, takes them from it in whatever order they stand', () => {
    const lines = [{ logisticsNo: 'P1' }, { logisticsNo: 'P2' }, { logisticsNo: 'P1' }]
    const files = [message('CEB507', arrival, lines), message('CEB508', { ...arrival, ...receipt('120') })]
    const expected = [
      { logisticsNo: 'P1', logisticsCode: 'L1' },
      { logisticsNo: 'P2', logisticsCode: 'L1' },
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: 2 }), (shuffled) => {
        const news = newsOfOthers(shuffled)
        expect(news.map(({ outcome }) => outcome).sort()).toEqual(['sent', 'stored'])
        for (const { keys } of news) expect(keys).toEqual(expected)
      }),
    )
    expect(newsOfOthers([files[1]!])).toMatchObject([{ keys: [] }])
  })

  it('is nothing that is ours or of customs', () => {
    expect(newsOfOthers([message('CEB603', { ...waybill, orderNo: 'A', ebcCode: 'E' })])).toEqual([])
    expect(newsOfOthers([message('CEB604', { ...receipt('800'), orderNo: 'A', ebcCode: 'E' })])).toEqual([])
    expect(newsOfOthers([message('CEB816', { invtNo: 'I', taxNo: 'T' })])).toEqual([])
  })

  it('concerns the list of that carrier and no other', () => {
    const key = { logisticsNo: 'P1', logisticsCode: 'L1' }
    expect(isOfKey({ logisticsNo: 'P1', logisticsCode: 'L1' }, key)).toBe(true)
    expect(isOfKey({ logisticsNo: 'P1', logisticsCode: 'L2' }, key)).toBe(false)
    expect(isOfKey({ orderNo: 'A', ebcCode: 'E' }, { orderNo: 'A', ebcCode: 'F' })).toBe(false)
  })
})
