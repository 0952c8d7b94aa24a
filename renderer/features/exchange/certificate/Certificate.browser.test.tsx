import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { SigningState } from '#shared/ipc/certificate'
import type { SigningSetup } from '#shared/ceb/signature/setup'
import { useBookState, type Session } from '../../../app/book'
import { mount, unmount } from '../../../components/testing'
import { CertificateView } from './CertificateView'
import { SigningAlert } from './SigningAlert'

const words = (zh: string) => ({ zh, en: zh })
const certificate: SigningState['certificate'] = {
  serial: '03000000000cde6f',
  subject: 'CN=SM2 样例, O=样例企业, C=CN',
  issuer: 'CN=样例, C=CN',
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2036-01-01T00:00:00.000Z',
  key: 'sm2',
}
const nothing: SigningState = {
  setup: { mode: 'off', algorithm: null, uris: null },
  basis: words('口径待确认'),
  certificate: null,
  algorithms: [],
  key: 'none',
  unsigned: [],
  warnings: [],
}
/** Main, as far as the certificate goes. */
let main: SigningState
const lineBack = vi.fn(async () => undefined)
const asked: [string, ...unknown[]][] = []
const answers: Record<string, (...args: never[]) => void> = {
  'certificate.import': () => {
    main = { ...main, certificate, algorithms: ['sm2'], key: 'ready' }
  },
  'certificate.setUp': (_book: never, setup: SigningSetup) => {
    main = { ...main, setup }
  },
  'certificate.lock': () => {
    main = { ...main, key: 'locked', unsigned: ['CEB603'], warnings: [words('未解锁：清单停在待签名')] }
  },
  'certificate.unlock': () => {
    main = { ...main, key: 'ready', unsigned: [], warnings: [] }
  },
}

beforeEach(() => {
  main = nothing
  asked.length = 0
  lineBack.mockClear()
  const invoke = async (channel: string, ...args: unknown[]) => {
    asked.push([channel, ...args])
    answers[channel]?.(...(args as never[]))
    return main
  }
  Object.defineProperty(window, 'yiguan', {
    configurable: true,
    value: { invoke, on: () => () => undefined },
  })
  const session = {
    entry: { id: 'b', kind: 'practice' },
    port: { lineBack, subscribe: async () => () => undefined },
  } as unknown as Session
  useBookState.setState({ book: { phase: 'open', session } as never })
})
afterEach(unmount)

const acts = () => asked.filter(([channel]) => channel !== 'certificate.state')

describe('the signing certificate', () => {
  it('is imported with its password, shown, locked and unlocked; what waits goes on at once', async () => {
    mount(<CertificateView />)
    await expect.element(page.getByText('尚未导入签名证书')).toBeVisible()
    const take = page.getByRole('button', { name: '选择文件并导入…' })
    await expect.element(take).toBeDisabled()
    await page.getByLabelText('私钥文件的口令').fill('secret')
    await take.click()
    await expect.element(page.getByText('03000000000cde6f')).toBeVisible()
    // The password is gone from the page once it was handed over.
    await expect.element(page.getByLabelText('私钥文件的口令')).toHaveValue('')
    await page.getByRole('radio', { name: '规范要求签名的报文' }).click()
    await page.getByRole('button', { name: /保\s*存$/ }).click()
    await page.getByRole('button', { name: /锁\s*定$/ }).click()
    await page.getByLabelText('签名证书的口令').fill('secret')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('button', { name: /锁\s*定$/ })).toBeVisible()
    expect(acts()).toEqual([
      ['certificate.import', 'b', 'secret'],
      ['certificate.setUp', 'b', { mode: 'required', algorithm: null, uris: null }],
      ['certificate.lock', 'b'],
      ['certificate.unlock', 'b', 'secret'],
    ])
    expect(lineBack).toHaveBeenCalledTimes(4)
    const { violations } = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa'] })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  it('says in the queue that documents wait to be signed, and is unlocked there', async () => {
    main = { ...nothing, certificate, algorithms: ['sm2'] }
    answers['certificate.lock']!()
    mount(<SigningAlert />)
    await expect.element(page.getByTestId('signing-alert')).toHaveTextContent('待签名')
    await page.getByLabelText('签名证书的口令').fill('secret')
    await page.getByRole('button', { name: /解\s*锁$/ }).click()
    await expect.element(page.getByTestId('signing-alert')).not.toBeInTheDocument()
    expect(acts()).toEqual([['certificate.unlock', 'b', 'secret']])
  })
})
