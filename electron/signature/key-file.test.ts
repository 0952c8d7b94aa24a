import { describe, expect, it } from 'vitest'
import { CebRefusal } from '#shared/ceb/refusal'
import { certificateReport, isSerial, readCertificates } from './certificate'
import { readKeyFile } from './key-file'
import { belongs, softwareSigner } from './software-signer'
import { fixture, PASSWORD } from '../../test/fixtures/signature/signers'

const rule = (run: () => unknown) => {
  try {
    run()
    return 'taken'
  } catch (error) {
    return error instanceof CebRefusal ? error.faults[0]?.rule : String(error)
  }
}
const [rsa] = readCertificates(fixture('rsa.pem'))
const [sm2] = readCertificates(fixture('sm2.pem'))

describe('a key file', () => {
  it.each([
    ['rsa.key', undefined, 'rsa'],
    ['rsa-pkcs1.key', undefined, 'rsa'],
    ['rsa-sealed-pkcs1.key', PASSWORD, 'rsa'],
    ['rsa.p12', PASSWORD, 'rsa'],
    ['rsa-legacy.p12', PASSWORD, 'rsa'],
    ['sm2.key', undefined, 'sm2'],
    ['sm2-sec1.key', undefined, 'sm2'],
    ['sm2-sealed.key', PASSWORD, 'sm2'],
    ['sm2.p12', PASSWORD, 'sm2'],
  ])('%s gives the key of its certificate', (name, password, kind) => {
    const { key, certificates } = readKeyFile(fixture(name), password)
    const certificate = kind === 'rsa' ? rsa! : sm2!
    expect([key.kind, belongs(key, certificate)]).toEqual([kind, true])
    // What came with it is the certificate to the byte: its bytes are what others verify with.
    if (name.endsWith('.p12')) expect(certificates.map(({ der }) => der)).toEqual([certificate.der])
  })

  it.each(['rsa.p12', 'rsa-legacy.p12', 'sm2.p12', 'sm2-sealed.key', 'rsa-sealed-pkcs1.key'])(
    '%s with a wrong password, or none, says so',
    (name) => {
      expect(rule(() => readKeyFile(fixture(name), 'sample-1'))).toBe('key-password')
      expect(rule(() => readKeyFile(fixture(name), undefined))).toBe('key-password')
    },
  )

  it('that is none, or is torn, is refused in words', () => {
    for (const bytes of [
      Buffer.from(''),
      Buffer.from('hello'),
      fixture('rsa.pem'),
      fixture('rsa.p12').subarray(0, 900),
    ])
      expect(rule(() => readKeyFile(bytes, PASSWORD))).toBe('key-form')
    const two = Buffer.concat([fixture('rsa.key'), fixture('sm2.key')])
    expect(rule(() => readKeyFile(two, undefined))).toBe('key-several')
  })
})

describe('a certificate', () => {
  it('says whose it is, its serial number as KeyName writes it, and how long it is valid', () => {
    expect(certificateReport(sm2!)).toMatchObject({
      serial: '03000000000cde6f',
      subject: 'CN=SM2 样例, O=样例企业, C=CN',
      key: 'sm2',
    })
    expect(certificateReport(rsa!)).toMatchObject({ serial: '01691fe9', key: 'rsa-2048' })
    expect(Date.parse(rsa!.validTo) - Date.parse(rsa!.validFrom)).toBe(36_500 * 86_400_000)
    expect(readCertificates(fixture('sm2.der'))[0]?.der).toEqual(sm2!.der)
    expect([isSerial(rsa!, '1691FE9'), isSerial(rsa!, '01691fe8')]).toEqual([true, false])
  })

  it('of the older kind, its names in 16-bit characters, is read and carried to the byte', () => {
    const [old] = readCertificates(fixture('rsa-bmp.pem'))
    expect(old).toMatchObject({ serial: '9927', subject: 'CN=旧式样例, O=样例企业' })
    expect(readKeyFile(fixture('rsa-bmp.p12'), PASSWORD).certificates[0]?.der).toEqual(old!.der)
  })

  it('that is none is refused', () => {
    expect(rule(() => readCertificates(Buffer.from('hello')))).toBe('certificate-form')
    expect(rule(() => readCertificates(sm2!.der.subarray(0, 200)))).toBe('certificate-form')
  })

  it('has to be that of the key', () => {
    const { key } = readKeyFile(fixture('sm2.key'), undefined)
    expect(rule(() => softwareSigner(key, [rsa!]))).toBe('key-mismatch')
    expect(rule(() => softwareSigner(key, []))).toBe('certificate-missing')
    expect(softwareSigner(key, [rsa!, sm2!]).certificate.serial).toBe('03000000000cde6f')
  })
})
