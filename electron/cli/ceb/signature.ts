import { readFile, writeFile } from 'node:fs/promises'
import { decodeText as textOfBytes } from '#shared/ceb/bytes'
import { decodeMessage } from '#shared/ceb/decode'
import { isAccepted } from '#shared/ceb/fault'
import { CebRefusal } from '#shared/ceb/refusal'
import { faultLines } from '#shared/ceb/report'
import {
  signatureAlgorithms,
  uriSets,
  type SignatureAlgorithm,
  type UriSet,
} from '#shared/ceb/signature/algorithms'
import type { SignatureVerdict } from '#shared/ceb/signature/report'
import type { Language } from '#shared/model/text'
import { certificateReport, readCertificates, type Certificate } from '../../signature/certificate'
import { signatureFault } from '../../signature/faults'
import { readKeyFile } from '../../signature/key-file'
import { agreedWith, signMessage } from '../../signature/sign'
import type { Signer } from '../../signature/signer'
import { softwareSigner } from '../../signature/software-signer'
import { chinaDay } from '../../signature/validity'
import { verifyMessage } from '../../signature/verify'
import { DONE, REFUSED, UsageError, type Io } from '../command'
import { attempt, decodeText, unreadable } from './read'

export type SignArguments = {
  key?: string | undefined
  cert?: string | undefined
  'password-file'?: string | undefined
  algorithm?: string | undefined
  uris?: string | undefined
  replace?: boolean | undefined
  today?: string | undefined
}

function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  if (value === undefined) return undefined
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw new UsageError(`--${option} ${value}: ${allowed.join(', ')}`)
  return found
}

/** The first line of the file; a line end at its end is not part of the password. */
const passwordIn = async (file: string | undefined): Promise<string | undefined> =>
  file === undefined ? undefined : (await readFile(file, 'utf8')).replace(/^\ufeff/, '').split(/\r?\n/, 1)[0]

const certificatesIn = async (file: string | undefined): Promise<Certificate[]> =>
  file === undefined ? [] : readCertificates(await readFile(file))

async function signerOf(args: SignArguments): Promise<Signer> {
  if (args.key === undefined) throw new UsageError('--key is needed: PKCS#12 or PEM')
  const [bytes, password, given] = await Promise.all([
    readFile(args.key),
    passwordIn(args['password-file']),
    certificatesIn(args.cert),
  ])
  const { key, certificates } = readKeyFile(bytes, password)
  return softwareSigner(key, args.cert === undefined ? certificates : given)
}

/** Signatures are made over UTF-8; a file of another encoding would have to be rewritten for it. */
function utf8Text(bytes: Uint8Array): string {
  const { text, encoding } = textOfBytes(bytes, decodeText)
  if (/^utf-?8$/i.test(encoding)) return text
  throw new CebRefusal([signatureFault('signature-encoding', encoding, {}, '')])
}

/** Sign one message into another file. */
export async function sign(
  [from, to]: readonly [string, string],
  args: SignArguments,
  language: Language,
  io: Io,
): Promise<number> {
  const algorithm: SignatureAlgorithm | undefined = oneOf('algorithm', args.algorithm, signatureAlgorithms)
  const uris: UriSet | undefined = oneOf('uris', args.uris, uriSets)
  const today = args.today ?? chinaDay(new Date().toISOString())
  const bytes = await readFile(from)
  const done = await attempt(async () => {
    const signer = await signerOf(args)
    const options = { ...agreedWith(signer, { algorithm, uris }), today, replace: args.replace }
    return { signer, options, text: await signMessage(utf8Text(bytes), signer, options) }
  })
  if ('faults' in done) {
    io.out({ file: from, ok: false, faults: faultLines(done.faults, language) })
    return REFUSED
  }
  const { signer, options, text } = done.result
  await writeFile(to, text)
  const { message, remarks } = decodeMessage(text)
  io.out({
    file: from,
    ok: true,
    written: to,
    message: message.type,
    documents: message.documents.length,
    algorithm: options.algorithm,
    uris: options.uris,
    certificate: certificateReport(signer.certificate),
    remarks: faultLines(remarks, language),
  })
  return DONE
}

/** Judge the signatures of files; the exit code says whether any does not hold. */
export async function verify(
  files: readonly string[],
  { cert, today }: SignArguments,
  language: Language,
  io: Io,
): Promise<number> {
  const chosen = await attempt(() => certificatesIn(cert))
  if ('faults' in chosen) {
    io.out({ file: cert, ok: false, faults: faultLines(chosen.faults, language) })
    return REFUSED
  }
  const [certificate] = chosen.result
  const verdicts: SignatureVerdict[] = []
  for (const file of files) verdicts.push(await verdictOn(file, certificate, today, language))
  io.out(verdicts)
  return verdicts.every(({ ok }) => ok) ? DONE : REFUSED
}

async function verdictOn(
  file: string,
  given: Certificate | undefined,
  today: string | undefined,
  language: Language,
): Promise<SignatureVerdict> {
  const bytes = await readFile(file).catch((error: unknown) => unreadable(file, error))
  const refused = (faults: Parameters<typeof faultLines>[0]): SignatureVerdict => ({
    file,
    message: '',
    ok: false,
    documents: 0,
    faults: faultLines(faults, language),
  })
  if ('rule' in bytes) return refused([bytes])
  const verified = await attempt(() =>
    verifyMessage(textOfBytes(bytes, decodeText).text, { certificate: given, today }),
  )
  if ('faults' in verified) return refused(verified.faults)
  const { message, documents, faults, algorithm, method, keyName, certificate } = verified.result
  return {
    file,
    message,
    ok: isAccepted(faults),
    documents,
    ...(algorithm && { algorithm, method }),
    ...(keyName !== undefined && { keyName }),
    ...(certificate && { certificate: certificateReport(certificate) }),
    faults: faultLines(faults, language),
  }
}
