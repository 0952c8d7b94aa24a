import { readFile } from 'node:fs/promises'
import type { BrowserWindow } from 'electron'
import type { SigningState } from '#shared/ipc/certificate'
import type { SigningMode, SigningSetup } from '#shared/ceb/signature/setup'
import { isMessageType } from '#shared/ceb/message'
import { CebRefusal } from '#shared/ceb/refusal'
import { uriBasis } from '#shared/ceb/signature/algorithms'
import { allTables } from '#shared/ceb/tables'
import { fillText, type Text } from '#shared/model/text'
import type { Handle } from '../shell/ipc'
import { Refusal } from '../shell/refusal'
import { certificateReport, type Certificate } from '../signature/certificate'
import { readKeyFile } from '../signature/key-file'
import { agreedWith, signMessage } from '../signature/sign'
import type { Signer } from '../signature/signer'
import { softwareSigner } from '../signature/software-signer'
import { chinaDay, validityFault } from '../signature/validity'
import { waitAfter } from './attempts'
import type { MessageKeys } from './message-keys'
import { createSerial } from './serial'

export type MessageSigningDependencies = {
  keys: MessageKeys
  /** The system's dialog for a file. */
  choose(window: BrowserWindow): Promise<string | undefined>
  now(): number
}

/** Renewing takes an officer a walk to the issuer: told this long before. */
const REMIND_DAYS = 30
const DAY_MS = 86_400_000

const texts = {
  wrongPassword: {
    zh: '签名证书的口令不对。请检查大小写和输入法；口令是导入时私钥文件的口令。',
    en: 'Wrong password of the signing certificate. It is the one of the key file that was imported.',
  },
  wait: {
    zh: '口令连续输错，请等待 {seconds} 秒后再试。',
    en: 'Too many wrong passwords. Wait {seconds} seconds and try again.',
  },
  none: {
    zh: '还没有导入签名证书。请先导入 PKCS#12 或 PEM 文件。',
    en: 'There is no signing certificate yet. Import a PKCS#12 or PEM file first.',
  },
  empty: {
    zh: '请填写私钥文件的口令；没有口令的私钥文件不能导入，请先加上口令。',
    en: 'Enter the password of the key file; one without a password is not taken, give it one first.',
  },
  expires: {
    zh: '签名证书将于 {day} 到期（还有 {days} 天），请尽快向发证单位换证',
    en: 'The signing certificate expires on {day} (days left: {days}); have it renewed',
  },
  locked: {
    zh: '报文要签名，而签名证书未解锁：清单停在待签名。请输入口令解锁',
    en: 'Messages have to be signed and the certificate is locked: documents wait. Enter its password',
  },
  missing: {
    zh: '报文要签名，而还没有导入签名证书：清单停在待签名。请导入证书，或改为不签名',
    en: 'Messages have to be signed and there is no certificate: documents wait. Import one, or sign nothing',
  },
} satisfies Record<string, Text>

const signable: Record<SigningMode, string[]> = {
  off: [],
  required: allTables
    .filter(({ signature }) => signature === 'schema' || signature === 'printed')
    .map(({ type }) => type),
  all: allTables.filter(({ signature }) => signature !== 'none').map(({ type }) => type),
}

/**
 * Signs messages of books with their certificates. A key is in memory only between unlocking and locking; between
 * them it lies on disk, wrapped by its password and by the machine.
 */
export function createMessageSigning({ keys, choose, now }: MessageSigningDependencies) {
  const serial = createSerial()
  const ready = new Map<string, Signer>()
  const failures = new Map<string, { count: number; notBefore: number }>()
  const today = () => chinaDay(new Date(now()).toISOString())

  async function stateOf(bookId: string): Promise<SigningState> {
    const { setup, certificate } = await keys.load(bookId)
    const signer = ready.get(bookId)
    const key = signer ? 'ready' : certificate ? 'locked' : 'none'
    const mayNot = certificate && validityFault(certificate, today())
    const unsigned = key === 'ready' && !mayNot ? [] : signable[setup.mode]
    return {
      setup,
      basis: uriBasis,
      certificate: certificate ? certificateReport(certificate) : null,
      algorithms: certificate ? [...algorithmsOf(certificate)] : [],
      key,
      unsigned,
      warnings: [...validityWords(certificate), ...lockWords(key, setup)],
    }
  }

  function validityWords(certificate: Certificate | undefined): Text[] {
    if (!certificate) return []
    const fault = validityFault(certificate, today())
    if (fault)
      return [{ zh: `${fault.message.zh}。${fault.fix.zh}`, en: `${fault.message.en}. ${fault.fix.en}` }]
    const days = Math.floor((Date.parse(certificate.validTo) - now()) / DAY_MS)
    return days > REMIND_DAYS ? [] : [fillText(texts.expires, { day: chinaDay(certificate.validTo), days })]
  }

  const lockWords = (key: SigningState['key'], { mode }: SigningSetup): Text[] =>
    mode === 'off' || key === 'ready' ? [] : [key === 'locked' ? texts.locked : texts.missing]

  function mayGuess(bookId: string): void {
    const seconds = Math.ceil(((failures.get(bookId)?.notBefore ?? 0) - now()) / 1000)
    if (seconds > 0) throw new Refusal('too-many-attempts', fillText(texts.wait, { seconds }))
  }

  return {
    state: (bookId: string) => serial(() => stateOf(bookId)),

    take: (bookId: string, bytes: Uint8Array, password: string): Promise<SigningState> =>
      serial(async () => {
        if (password === '') throw new Refusal('key-password', texts.empty)
        const { key, signer } = inWords(() => {
          const file = readKeyFile(bytes, password)
          return { key: file.key, signer: softwareSigner(file.key, file.certificates) }
        })
        await keys.save(bookId, key, signer.certificate, password)
        ready.set(bookId, signer)
        failures.delete(bookId)
        return stateOf(bookId)
      }),

    unlock: (bookId: string, password: string): Promise<SigningState> =>
      serial(async () => {
        const { certificate } = await keys.load(bookId)
        if (!certificate) throw new Refusal('certificate-missing', texts.none)
        mayGuess(bookId)
        const key = await keys.open(bookId, password)
        if (!key) {
          const count = (failures.get(bookId)?.count ?? 0) + 1
          failures.set(bookId, { count, notBefore: now() + waitAfter(count) })
          throw new Refusal('key-password', texts.wrongPassword)
        }
        failures.delete(bookId)
        ready.set(bookId, softwareSigner(key, [certificate]))
        return stateOf(bookId)
      }),

    lock: (bookId: string): Promise<SigningState> => {
      ready.delete(bookId)
      return serial(() => stateOf(bookId))
    },

    /** A session was locked: no key stays in memory. */
    lockAll: (): void => ready.clear(),

    remove: (bookId: string): Promise<SigningState> =>
      serial(async () => {
        ready.delete(bookId)
        await keys.remove(bookId)
        return stateOf(bookId)
      }),

    setUp: (bookId: string, setup: SigningSetup): Promise<SigningState> =>
      serial(async () => {
        await keys.setUp(bookId, setup)
        return stateOf(bookId)
      }),

    choose,

    /** The message as it leaves; null when it has to be signed and cannot be. */
    async sign(bookId: string, message: string, xml: string): Promise<string | null> {
      const { setup } = await keys.load(bookId)
      if (!isMessageType(message) || !signable[setup.mode].includes(message)) return xml
      const signer = ready.get(bookId)
      if (!signer || validityFault(signer.certificate, today())) return null
      const algorithm = setup.algorithm ?? undefined
      // A setup made for another kind of key does not stop the queue: the key does what it can.
      const wanted = algorithm && signer.algorithms.includes(algorithm) ? algorithm : undefined
      const how = agreedWith(signer, { algorithm: wanted, uris: setup.uris ?? undefined })
      return signMessage(xml, signer, { ...how, today: today() })
    },
  }
}

export type MessageSigning = ReturnType<typeof createMessageSigning>

const algorithmsOf = ({ key }: Certificate) =>
  key.kind === 'sm2' ? (['sm2'] as const) : (['rsa-sha256', 'rsa-sha1'] as const)

/** Refusals of the reader as those of a channel. */
function inWords<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    const fault = error instanceof CebRefusal ? error.faults[0] : undefined
    if (!fault) throw error
    throw new Refusal(fault.rule, {
      zh: `${fault.message.zh}。${fault.fix.zh}。`,
      en: `${fault.message.en}. ${fault.fix.en}.`,
    })
  }
}

/** Serve the channels of the signing certificate. */
export function registerMessageSigning(handle: Handle, signing: MessageSigning): void {
  handle('certificate.state', (_context, book) => signing.state(book))
  handle('certificate.import', async ({ window }, book, password) => {
    const file = await signing.choose(window)
    return file === undefined ? null : signing.take(book, await readFile(file), password)
  })
  handle('certificate.unlock', (_context, book, password) => signing.unlock(book, password))
  handle('certificate.lock', (_context, book) => signing.lock(book))
  handle('certificate.remove', (_context, book) => signing.remove(book))
  handle('certificate.setUp', (_context, book, setup) => signing.setUp(book, setup))
  handle('certificate.sign', (_context, book, message, xml) => signing.sign(book, message, xml))
}
