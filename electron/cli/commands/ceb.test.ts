import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileVerdict } from '#shared/ceb/report'
import type { SignatureVerdict } from '#shared/ceb/signature/report'
import { dispatch } from '../run'

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../test/fixtures/ceb/${name}`, import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiguan-ceb-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function ceb(...args: string[]) {
  const printed: unknown[] = []
  const notes: string[] = []
  const code = await dispatch(['ceb', ...args], {
    out: (document) => printed.push(document),
    note: (text) => notes.push(text),
  })
  return { code, out: printed[0], notes: notes.join('\n') }
}

const verdicts = (out: unknown) =>
  (out as FileVerdict[]).map(({ message, ok, faults }) => ({
    message,
    ok,
    rules: faults.map((fault) => fault.rule),
  }))

describe('ceb validate', () => {
  it('passes sound messages, XML and JSON, and exits 0', async () => {
    const files = ['CEB303.xml', 'CEB403.xml', 'CEB505.xml', 'CEB603.xml'].map(fixture)
    const { code, out } = await ceb('validate', ...files, '--today', '20260401')
    expect(code).toBe(0)
    expect(verdicts(out).map(({ message, ok }) => [message, ok])).toEqual([
      ['CEB303', true],
      ['CEB403', true],
      ['CEB505', true],
      ['CEB603', true],
    ])
  })

  it('lists every fault with its place, value and remedy, and exits 1', async () => {
    const { code, out } = await ceb('validate', fixture('CEB603-faulty.xml'))
    expect(code).toBe(1)
    const [verdict] = out as FileVerdict[]
    expect(
      verdict?.faults
        .filter((fault) => fault.severity === 'refuse')
        .map((fault) => [fault.path, fault.value]),
    ).toEqual([
      ['Inventory[1]/InventoryHead/copNo', ''],
      ['Inventory[1]/InventoryHead/ieDate', '20260230'],
      ['Inventory[1]/InventoryList[1]/unit', '999'],
      ['Inventory[1]/InventoryList[1]/totalPrice', '25.6'],
    ])
    expect(verdict?.faults.every((fault) => /[一-鿿]/.test(fault.message + fault.fix))).toBe(true)
    const english = await ceb('validate', fixture('CEB603-faulty.xml'), '--lang', 'en')
    expect((english.out as FileVerdict[])[0]?.faults[1]?.fix).toBe(
      'Fill in Own number: The enterprise’s own number of the document; a corrected document keeps it',
    )
  })

  it('names a file that is no message or is not there, and still checks the others', async () => {
    const text = join(folder, 'notes.xml')
    await writeFile(text, 'hello')
    const json = join(folder, 'half.json')
    await writeFile(json, '{"type":"CEB303"}')
    const { code, out } = await ceb('validate', text, json, join(folder, 'absent.xml'), fixture('CEB505.xml'))
    expect(code).toBe(1)
    expect(verdicts(out)).toEqual([
      { message: '', ok: false, rules: ['xml-form'] },
      { message: '', ok: false, rules: ['json-form'] },
      { message: '', ok: false, rules: ['file-unreadable'] },
      { message: 'CEB505', ok: true, rules: [] },
    ])
  })

  it('exits 2 on wrong use', async () => {
    for (const args of [
      [],
      ['validate'],
      ['sing'],
      ['encode', 'a'],
      ['validate', 'a', '--lang', 'fr'],
      ['validate', '--nonsense'],
    ]) {
      expect((await ceb(...args)).code).toBe(2)
    }
    expect((await ceb('encode', join(folder, 'absent.json'), join(folder, 'out.xml'))).code).toBe(2)
  })
})

describe('ceb decode and encode', () => {
  it.each(['CEB303.xml', 'CEB603.xml', 'CEB604.xml'])('bring %s back as it was', async (name) => {
    const [json, xml, again] = ['a.json', 'a.xml', 'b.json'].map((file) =>
      join(folder, `${name}-${file}`),
    ) as [string, string, string]
    expect((await ceb('decode', fixture(name), json)).code).toBe(0)
    expect((await ceb('encode', json, xml)).code).toBe(0)
    expect((await ceb('decode', xml, again)).code).toBe(0)
    expect(await readFile(again, 'utf8')).toBe(await readFile(json, 'utf8'))
    const squeeze = (text: string) => text.replace(/>\s+</g, '><').replace(/<(\w+)\/>/g, '<$1></$1>')
    const [before, after] = await Promise.all([readFile(fixture(name), 'utf8'), readFile(xml, 'utf8')])
    const body = (text: string) =>
      squeeze(text)
        .replace(/^.*?Message[^>]*>/s, '')
        .replace(/ xmlns="[^"]*"/g, '')
    expect(body(after)).toBe(body(before))
  })

  it('say what was off and keep what is unknown', async () => {
    const { out } = await ceb('decode', fixture('CEB604.xml'), join(folder, 'c.json'))
    expect(out).toMatchObject({
      ok: true,
      message: 'CEB604',
      documents: 1,
      remarks: [{ rule: 'xml-unknown' }],
    })
    expect(await readFile(join(folder, 'c.json'), 'utf8')).toContain('checkTimes')
  })

  it('refuse without writing anything', async () => {
    const from = join(folder, 'bad.json')
    const to = join(folder, 'bad.xml')
    const { guid, version } = { guid: 'g', version: '1.0' }
    await writeFile(
      from,
      JSON.stringify({ type: 'CEB303', guid, version, documents: [{ head: { colour: 'red' } }] }),
    )
    const { code, out } = await ceb('encode', from, to)
    expect([code, out]).toMatchObject([
      1,
      { ok: false, faults: [{ rule: 'unknown-field', path: 'Order[1]/OrderHead/colour' }] },
    ])
    await expect(readFile(to)).rejects.toThrow()
    await writeFile(
      from,
      JSON.stringify({ type: 'CEB303', guid, version, documents: [{ head: {}, list: [] }] }),
    )
    expect((await ceb('encode', from, to)).out).toMatchObject({ faults: [{ rule: 'json-form' }] })
  })
})

const key = (name: string) =>
  fileURLToPath(new URL(`../../../test/fixtures/signature/${name}`, import.meta.url))

describe('ceb sign and verify', () => {
  const first = (out: unknown) => (out as SignatureVerdict[])[0]!
  const rules = (out: unknown) => (out as { faults: { rule: string }[] }).faults.map((fault) => fault.rule)

  it('sign with a key file and judge with the certificate, exit 0 and 1', async () => {
    const password = join(folder, 'password')
    await writeFile(password, 'Sample-1\r\nsecond line\r\n')
    const to = join(folder, 'signed.xml')
    const signed = await ceb(
      ...['sign', fixture('CEB603.xml'), to, '--key', key('sm2.p12'), '--password-file', password],
    )
    expect([signed.code, signed.out]).toMatchObject([
      0,
      { written: to, algorithm: 'sm2', uris: 'customs', certificate: { serial: '03000000000cde6f' } },
    ])
    const judged = await ceb('verify', to, '--cert', key('sm2.pem'))
    expect([judged.code, first(judged.out)]).toMatchObject([0, { ok: true, documents: 1, faults: [] }])
    await writeFile(to, (await readFile(to, 'utf8')).replace('>9610<', '>9710<'))
    const altered = await ceb('verify', to, key('CEB603.openssl-sm2.xml'), join(folder, 'absent'))
    expect(altered.code).toBe(1)
    expect((altered.out as SignatureVerdict[]).map((verdict) => [verdict.ok, rules(verdict)])).toEqual([
      [false, ['document-altered', 'certificate-self']],
      [true, ['certificate-self']],
      [false, ['file-unreadable']],
    ])
  })

  it('say why not, write nothing then, and exit 2 on wrong use', async () => {
    const to = join(folder, 'unsigned.xml')
    const sign = (...args: string[]) => ceb('sign', fixture('CEB603.xml'), to, ...args)
    const refused = async (...args: string[]) => {
      const { code, out } = await sign(...args)
      return [code, ...rules(out)]
    }
    const cert = ['--cert', key('rsa.pem')]
    expect(await refused('--key', key('rsa.p12'))).toEqual([1, 'key-password'])
    expect(await refused('--key', key('sm2.key'), ...cert)).toEqual([1, 'key-mismatch'])
    expect(await refused('--key', key('rsa.key'))).toEqual([1, 'certificate-missing'])
    expect(await refused('--key', key('rsa.key'), ...cert, '--today', '22000101')).toEqual([
      1,
      'certificate-expired',
    ])
    await expect(readFile(to)).rejects.toThrow()
    for (const args of [[], ['--key', key('absent')], ['--key', key('rsa.key'), '--algorithm', 'dsa']])
      expect((await sign(...args)).code).toBe(2)
    expect((await ceb('sign', fixture('CEB603.xml'), fixture('CEB603.xml'), '--key', 'k')).code).toBe(2)
  })
})

describe('ceb wrap and unwrap', () => {
  it('carry a message to the byte under its own number', async () => {
    const [wrapped, out] = [join(folder, 'wrapped.xml'), join(folder, 'unwrapped.xml')]
    const wrap = await ceb(
      ...['wrap', fixture('CEB603.xml'), wrapped, '--receiver', 'DXPEDCCEB0000001', '--receiver', 'R2'],
    )
    expect([wrap.code, wrap.out]).toMatchObject([
      0,
      {
        sender: 'DXPENT0000012345',
        copMsgId: '4CDE1CFD-EDED-46B1-946C-000000000900',
        receivers: ['DXPEDCCEB0000001', 'R2'],
        messageType: 'CEB603Message',
      },
    ])
    expect((await ceb('unwrap', wrapped, out)).code).toBe(0)
    expect(await readFile(out)).toEqual(await readFile(fixture('CEB603.xml')))
  })

  it('refuse what a transport message cannot hold, and tell what a reply says', async () => {
    const to = join(folder, 'w.xml')
    const long = await ceb('wrap', fixture('CEB603.xml'), to, '--receiver', 'X'.repeat(17))
    expect([long.code, long.out]).toMatchObject([1, { faults: [{ rule: 'dxp-length' }] }])
    expect((await ceb('wrap', fixture('CEB603.xml'), to)).code).toBe(2)
    const reply = join(folder, 'reply.xml')
    await writeFile(
      reply,
      '<DxpRep xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0"><RecevierId>R</RecevierId><Response><ResponseCode>E1</ResponseCode><ResponseInfo>no route</ResponseInfo><NoticeTime>2026-03-02</NoticeTime><OriHead><CopMsgId>m</CopMsgId><SenderId>S</SenderId><ReceiverIds><ReceiverId>R</ReceiverId></ReceiverIds><CreatTime>2026-03-02T09:30:00</CreatTime><MsgType>CEB603Message</MsgType></OriHead></Response></DxpRep>',
    )
    const { code, out } = await ceb('unwrap', reply, to)
    expect([code, out]).toMatchObject([
      1,
      {
        wrap: 'DxpRep',
        copMsgId: 'm',
        responses: [{ code: 'E1', info: 'no route', day: '2026-03-02' }],
        faults: [],
      },
    ])
    await expect(readFile(to)).rejects.toThrow()
  })
})
