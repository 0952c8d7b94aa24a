import { proxy } from 'comlink'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { memorySentinel, newDatabaseName } from '../../../test/data/book-kit'
import { startTestMain } from '../../../test/data/practice-link'
import type { TestMain } from '../../../test/data/practice-link'
import { openTestWindow, until } from '../../../test/data/sample-book'
import type { TestWindow } from '../../../test/data/sample-book'
import enterprise from '../../../test/fixtures/sample/enterprise.json'
import type { SealedRecord } from '../../data/port'

vi.setConfig({ testTimeout: 120_000 })

let window: TestWindow
let main: TestMain
afterEach(async () => {
  window.worker.terminate()
  await main.stop()
})

const goods = (more: Record<string, string> = {}) => ({
  head: { gname: '棉制女式衬衫', gcode: '6206300090', unit: '011', barCode: '无', gmodel: '棉100%', ...more },
})

describe('备案 from a book', () => {
  it('is queued with who and why, reviewed, returned with reasons, filed again, and refused over a newer version', async () => {
    main = await startTestMain()
    window = await openTestWindow(newDatabaseName(), memorySentinel())
    const { port } = window
    const record = enterprise as SealedRecord<'enterprise'>
    await port.command('enterprise', 'first run', [{ table: 'enterprise', op: 'put', record }])
    const { customsCode: key, name } = record
    // The sample enterprise does not exist, so the check digit of its code is wrong.
    const uscc = '91350100M000100Y43'
    const ours = { kind: 'enterprise' as const, key, content: { head: { name, uscc, customsCode: key } } }
    await port.queueFiling(ours, '首次备案')
    await port.queueFiling({ kind: 'goods', key: 'SKU-1', content: goods({ gcode: '62' }) }, '首次备案')
    await expect(port.queueFiling(ours, '再报')).rejects.toMatchObject({ code: 'already-queued' })
    const { entries } = await port.journal(0, 9)
    expect(entries.filter(({ name: act }) => act === 'filing.queue')).toMatchObject([
      { who: '演练申报员', why: '首次备案' },
      { who: '演练申报员', why: '首次备案' },
    ])

    await port.startExchange(proxy(main.link) as never, proxy(() => undefined) as never)
    const enterpriseFiling = async () => (await port.filings('enterprise', [key]))[0]
    expect(
      await until(enterpriseFiling, (one) => one?.stage === 'done' || one?.stage === 'rejected'),
    ).toMatchObject({
      stage: 'done',
      version: 1,
      base: 0,
    })
    const sku = async () => (await port.filings('goods', ['SKU-1', 'never filed']))[0]
    const returned = await until(sku, (one) => one?.stage === 'rejected')
    expect(returned).toMatchObject({ attempt: 1, version: 1, reason: { code: 'filing-returned' } })
    expect(returned!.reason!.text.zh).toContain('gcode')

    await port.queueFiling({ kind: 'goods', key: 'SKU-1', content: goods() }, '商品编码改正')
    expect(await until(sku, (one) => one?.stage === 'done')).toMatchObject({
      attempt: 2,
      base: 1,
      version: 2,
    })
    const there = await port.serviceFilings()
    expect(there).toMatchObject({ ok: true })
    expect(there.ok && there.filings.map((one) => [one.kind, one.version, one.state]).sort()).toEqual([
      ['enterprise', 1, 'approved'],
      ['goods', 2, 'approved'],
    ])

    // Edited from what another desk has replaced meanwhile.
    await port.queueFiling(
      { kind: 'goods', key: 'SKU-1', base: 1, content: goods({ gname: '衬衫' }) },
      '改名',
    )
    const late = await until(sku, (one) => one?.stage === 'attention')
    expect(late).toMatchObject({
      attempt: 3,
      reason: { code: 'version-differs' },
      content: goods({ gname: '衬衫' }),
    })
    expect(await port.verifyJournal()).toMatchObject({ ok: true })
  })
})
