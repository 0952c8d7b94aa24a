import { afterEach, expect, it, vi } from 'vitest'
import { messageText as xml } from '../../../../test/data/messages'
import { openSampleWindow } from '../../../../test/data/sample-book'
import { heading, sheetColumns, stamp } from '#shared/ceb/sheet/columns'
import { documentRows, sampleDocument } from '#shared/ceb/sheet/write'
import { tableOf } from '#shared/ceb/tables'
import { Workbook } from '../../../components/save/workbook'
import type { TestWindow } from '../../../../test/data/sample-book'

vi.setConfig({ testTimeout: 120_000 })

let window: TestWindow
afterEach(() => window.worker.terminate())

/** The carrier's 离境单 in our Excel template. */
async function departed(logisticsCode: string, logisticsNo: string): Promise<File> {
  const table = tableOf('CEB509')
  const { head } = sampleDocument(table)
  const book = new Workbook()
  const columns = sheetColumns(table).map((column) => ({
    title: heading(column),
    width: 12,
    kind: 'text' as const,
  }))
  book.sheet({ name: '离境单', preamble: [stamp(table).zh], columns })
  book.rows(documentRows(table, [{ head: { ...head, logisticsCode }, lines: [{ gnum: '1', logisticsNo }] }]))
  return new File([(await book.finish()) as BlobPart], '509.xlsx')
}

const file = (name: string, ...texts: string[]) => new File([texts.join('\n')], name)

it('notes what others transmitted, keeps what came unasked, and changes nothing the second time', async () => {
  window = await openSampleWindow()
  const { port } = window
  await port.match()
  await port.buildLists({ numbers: ['#2001'] })
  const [row] = (await port.page({ table: 'lists', offset: 0, limit: 1 })).rows
  const stored = await port.get('lists', row!.id)
  const { head } = stored!.record.list.documents.inventory
  const { logisticsCode = '', logisticsNo = '' } = head
  const state = async (message: string) => (await port.chain(row!.id)).find((one) => one.message === message)!

  expect(await state('CEB507')).toMatchObject({ state: 'later' })
  const arrival = { operatorCode: '0402960001', logisticsCode, copNo: 'A1', msgSeqNo: '1' }
  const said = { returnStatus: '120', returnTime: '20260402120000000', returnInfo: '海关入库' }
  const files = [
    // The receipt names no parcel and stands before what it answers.
    file('508.xml', xml('CEB508', { ...arrival, billNo: 'B1', preNo: 'B20260402000000001', ...said })),
    file(
      '507.xml',
      xml('CEB507', { ...arrival, appType: '1', appTime: '20260402100000', appStatus: '2' }, [
        { gnum: '1', logisticsNo },
        { gnum: '2', logisticsNo: 'NOBODY' },
      ]),
      // This company's own: nobody else answers for it.
      xml('CEB506', { logisticsCode, logisticsNo, ...said }),
    ),
    file(
      'tax.xml',
      xml(
        'CEB816',
        {
          returnTime: '20260402103000000',
          invtNo: '04022026I000000001',
          taxNo: 'T1',
          customsTax: '0',
          valueAddedTax: '9.1',
          consumptionTax: '0',
          status: '1',
        },
        [
          {
            gnum: '1',
            gcode: '3304990099',
            taxPrice: '100',
            customsTax: '0',
            valueAddedTax: '9.1',
            consumptionTax: '0',
          },
        ],
      ),
    ),
    file(
      '711.xml',
      xml('CEB711', { copNo: 'R1', appTime: '20260402100000', operatorCode: 'O', billNo: 'B1' }, [
        { gnum: '1', logisticsNo },
        { gnum: '2', logisticsNo: 'NOBODY' },
      ]),
    ),
    file('note.txt', '这不是报文'),
    await departed(logisticsCode, logisticsNo),
    new File(['PK\u0003\u0004 torn'], 'torn.xlsx'),
  ]
  const read = await port.readMessages(files)
  expect(read).toMatchObject({
    messages: 6,
    taxBills: 1,
    deliveries: 1,
    ticked: { CEB507: 1, CEB509: 1 },
    unmatched: ['NOBODY'],
    unread: [{ file: 'note.txt' }, { file: 'torn.xlsx' }],
  })
  expect(await state('CEB507')).toMatchObject({
    state: 'done',
    words: { zh: expect.stringContaining('120 海关入库') as string },
  })
  expect(await state('CEB505')).toMatchObject({ state: 'ours' })
  expect(await port.taxBills({ month: '202604', offset: 0, limit: 10 })).toMatchObject({
    total: 1,
    rows: [{ taxNo: 'T1', total: '9.1', list: '' }],
    months: [{ month: '202604', total: '9.1' }],
  })
  expect(await port.deliveries()).toMatchObject([{ number: 'R1', known: 1, unknown: ['NOBODY'] }])

  const { total } = await port.journal(0, 1)
  expect(await port.readMessages(files)).toMatchObject({ ticked: {}, taxBills: 1 })
  expect((await port.journal(0, 1)).total).toBe(total)
})
