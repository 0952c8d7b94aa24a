import { z } from 'zod'
import type { Text } from '../model/text'
import { Signature } from '../protocol/api'

const version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/)

/** What the publisher says of one installer. Signed as the bytes it is written in. */
export const Release = z.object({
  product: z.literal('yiguan'),
  version,
  /** As Node names them: win32, linux, darwin. */
  platform: z.string().min(1).max(20),
  /** The installer lies beside this file, under this name; a name only. */
  file: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,119}$/u),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  publishedAt: z.iso.datetime(),
})
export type Release = z.infer<typeof Release>

/** The file that goes with an installer: `release` is the text of a `Release`, `signature` is over its UTF-8 bytes. */
export const ReleaseFile = z.object({ release: z.string().max(4000), signature: Signature })
export type ReleaseFile = z.infer<typeof ReleaseFile>

/** Bytes of such a file at most; whatever is longer is none. */
export const mostReleaseBytes = 16_384

const parts = (text: string) => text.split('.').map(Number)

/** Negative when `a` came before `b`, 0 when they are the same; each number counts as a number. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)]
  return left.map((n, i) => n - right[i]!).find((difference) => difference !== 0) ?? 0
}

export type ReleaseFault = {
  code: 'no-key' | 'unreadable' | 'signature' | 'platform' | 'older' | 'file' | 'content'
  text: Text
}

/** What a computer knows of itself: where it runs, and which version. */
export type Here = { platform: string; version: string }

/** Why this release is none for this computer, whoever signed it. An older one would bring back what was mended since. */
export function notFor(release: Release, { platform, version: have }: Here): ReleaseFault | undefined {
  if (release.platform !== platform) return faults.platform(release.platform, platform)
  return compareVersions(release.version, have) > 0 ? undefined : faults.older(release.version, have)
}

const fault = (code: ReleaseFault['code'], zh: string, en: string): ReleaseFault => ({
  code,
  text: { zh, en },
})

export const faults = {
  noKey: fault(
    'no-key',
    '本程序没有内置发布方的公钥，无法核对安装包，请不要安装。请向提供本程序的单位索取带公钥的版本。',
    'This program has no key of its publisher, so no installer can be checked: do not install it. Ask who gave you the program for one with the key.',
  ),
  unreadable: fault(
    'unreadable',
    '这不是本程序的发布说明文件（.release.json），或内容残缺。请重新取得安装包和它的说明文件。',
    'This is no release file (.release.json) of this program, or part of it is missing. Fetch installer and release file again.',
  ),
  signature: fault(
    'signature',
    '发布说明不是发布方签的，或签名后被改动。请不要安装，向提供单位核实来源。',
    'The release file was not signed by the publisher, or was altered since. Do not install; ask where it came from.',
  ),
  platform: (of: string, here: string) =>
    fault(
      'platform',
      `安装包是给 ${of} 的，本机是 ${here}。请取本机系统的安装包。`,
      `The installer is for ${of}, this computer is ${here}. Take the one for this system.`,
    ),
  older: (of: string, have: string) =>
    fault(
      'older',
      `安装包是 ${of} 版，不比本机的 ${have} 版新。装回旧版会带回已修补的漏洞，旧程序也打不开新数据，请不要安装。`,
      `The installer is version ${of}, no newer than the ${have} here. An older one brings back what was mended, and cannot open the data of a newer one: do not install it.`,
    ),
  file: (name: string) =>
    fault(
      'file',
      `说明文件旁边没有安装包“${name}”。请把两个文件放在同一个目录再核对。`,
      `The installer “${name}” is not beside the release file. Put both into one folder and check again.`,
    ),
  content: (name: string) =>
    fault(
      'content',
      `“${name}”的内容与发布方签的摘要不符，可能残缺或被替换。请不要安装，重新取得。`,
      `“${name}” is not what the publisher signed: cut short or exchanged. Do not install it; fetch it again.`,
    ),
}
