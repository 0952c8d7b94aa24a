import { strToU8 } from 'fflate'
import { z } from 'zod'
import { SelfCheckAnswer, SelfCheckRequest, Sha256 } from './api'
import {
  checkedPart,
  jsonOf,
  writeBundle,
  type BundleHead,
  type BundleSigner,
  type OpenBundle,
} from './bundle'
import { BundleError } from './bundle-error'
import { AnsweringService } from './exchange-file'
import type { Digest } from './package'

/** A claim that is carried to the tax desk of a single window, and what is carried back. */
export const SELF_CHECK_KIND = 'self-check'
export const SELF_CHECK_ANSWER_KIND = 'self-check-answer'

const REQUEST_FILE = 'self-check.json'
const ANSWER_FILE = 'answer.json'

const RequestContent = z.looseObject({ claim: z.string(), sha256: Sha256 })
const AnswerContent = z.looseObject({ claim: z.string(), sha256: Sha256, service: AnsweringService })

type Head = Omit<BundleHead, 'kind' | 'content'>
type Writing = { digest: Digest; sign: BundleSigner }

/** The very bytes a claim is known by: their digest ties the answer to what was asked. */
export const selfCheckBytes = ({ claim, facts }: SelfCheckRequest): Uint8Array =>
  strToU8(JSON.stringify({ claim, facts }))

export async function writeSelfCheckFile(
  head: Head,
  request: SelfCheckRequest,
  tools: Writing,
): Promise<Uint8Array> {
  const bytes = selfCheckBytes(request)
  const content = { claim: request.claim, sha256: await tools.digest(bytes) }
  return writeBundle({ ...head, kind: SELF_CHECK_KIND, content }, new Map([[REQUEST_FILE, bytes]]), tools)
}

const partOf = ({ files }: Pick<OpenBundle, 'files'>, name: string): unknown => {
  const bytes = files.get(name)
  if (!bytes) throw new BundleError('bundle-missing', { file: name })
  return jsonOf(bytes, name)
}

/** The claim in an opened file, with the digest it is known by. @throws BundleError */
export function selfCheckOf(bundle: Pick<OpenBundle, 'index' | 'files'>): {
  request: SelfCheckRequest
  sha256: string
} {
  const { index } = bundle
  if (index.kind !== SELF_CHECK_KIND) throw new BundleError('bundle-kind', { kind: index.kind })
  const { claim, sha256 } = checkedPart(RequestContent, index.content, 'index.json content')
  if (index.files.find(({ name }) => name === REQUEST_FILE)?.sha256 !== sha256) {
    throw new BundleError('bundle-hash', { file: REQUEST_FILE })
  }
  const request = checkedPart(SelfCheckRequest, partOf(bundle, REQUEST_FILE), REQUEST_FILE)
  if (request.claim !== claim) throw new BundleError('bundle-hash', { file: REQUEST_FILE })
  return { request, sha256 }
}

/** What the tax desk said of the claim with this digest. */
export type CarriedSelfCheck = { service: AnsweringService; sha256: string; answer: SelfCheckAnswer }

export function writeSelfCheckAnswer(
  head: Head,
  { service, sha256, answer }: CarriedSelfCheck,
  tools: Writing,
): Promise<Uint8Array> {
  const content = { claim: answer.claim, sha256, service }
  const files = new Map([[ANSWER_FILE, strToU8(JSON.stringify(answer))]])
  return writeBundle({ ...head, kind: SELF_CHECK_ANSWER_KIND, content }, files, tools)
}

/** @throws BundleError */
export function selfCheckAnswerOf(bundle: Pick<OpenBundle, 'index' | 'files'>): CarriedSelfCheck {
  const { index } = bundle
  if (index.kind !== SELF_CHECK_ANSWER_KIND) throw new BundleError('bundle-kind', { kind: index.kind })
  const { claim, sha256, service } = checkedPart(AnswerContent, index.content, 'index.json content')
  if (service.practice !== (index.book === 'practice')) {
    throw new BundleError('bundle-book', { theirs: index.book })
  }
  const answer = checkedPart(SelfCheckAnswer, partOf(bundle, ANSWER_FILE), ANSWER_FILE)
  if (answer.claim !== claim) throw new BundleError('bundle-hash', { file: ANSWER_FILE })
  return { service, sha256, answer }
}
