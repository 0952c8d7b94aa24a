import { z } from 'zod'
import { fillText, type Text } from '../model/text'
import type { DeskFileHead } from './desk-file'
import { DeskId } from './desk-records'

/** The key with which the files of a desk are signed, as an officer here compared and confirmed it. */
export const KnownSigner = z.object({
  desk: DeskId,
  /** As the other computer shows it. */
  fingerprint: z.string(),
  at: z.string(),
  who: z.string(),
})
export type KnownSigner = z.infer<typeof KnownSigner>

/** The key a file was signed with. `confirmed`: the officer compared it with the other computer just now. */
export type FileSigner = { fingerprint: string; confirmed: boolean }

export type SignerRefusal = { code: 'desk-signer-new' | 'desk-signer-changed'; text: Text; fix: Text }

const texts: Record<SignerRefusal['code'], Text> = {
  'desk-signer-new': {
    zh: '第一次读入工位 {code}（{name}）的文件，本机还不认识它的签名公钥；没有读入任何内容。',
    en: 'This is the first file of desk {code} ({name}), and its key is not known here; nothing was read.',
  },
  'desk-signer-changed': {
    zh: '工位 {code}（{name}）的文件换了签名公钥：{at} 由 {who} 核对过的是 {known}，这个文件是 {found}。文件可能不是那台电脑导出的；没有读入任何内容。',
    en: 'The file of desk {code} ({name}) is signed with another key: {who} confirmed {known} at {at}, this file has {found}. Perhaps that computer never made it; nothing was read.',
  },
}

const fixes: Record<SignerRefusal['code'], Text> = {
  'desk-signer-new': {
    zh: '请与那台电脑「网络与证书」里的指纹逐字核对，一致再读入',
    en: 'Compare the fingerprint with the one under Network and certificates on that computer, and take it in if they are the same',
  },
  'desk-signer-changed': {
    zh: '请向那台电脑的申报员核实。确实重装过或换过密钥的，在下表点「重新核对」后再读入',
    en: 'Ask the officer of that computer. If it was set up anew, press Compare anew in the table below and read the file again',
  },
}

/**
 * Why a file is not taken in because of who signed it: a desk is known by its key from the first file that an officer
 * confirmed. What stands in a file about its origin anybody can write; the key nobody can.
 */
export function signerRefusal(
  known: readonly KnownSigner[],
  { desk }: Pick<DeskFileHead, 'desk'>,
  { fingerprint, confirmed }: FileSigner,
): SignerRefusal | undefined {
  const before = known.find((one) => one.desk === desk.id)
  if (before ? before.fingerprint === fingerprint : confirmed) return undefined
  const code = before ? 'desk-signer-changed' : 'desk-signer-new'
  const params = {
    code: desk.code,
    name: desk.name,
    found: fingerprint,
    known: before?.fingerprint ?? '',
    at: before?.at.slice(0, 10) ?? '',
    who: before?.who ?? '',
  }
  return { code, text: fillText(texts[code], params), fix: fixes[code] }
}
