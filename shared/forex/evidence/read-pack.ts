import type { Digest } from '../../protocol/package'
import { provePack, type PackForm, type Proven } from '../../pack/prove'
import { wordsOf } from './index-page'
import { PACK_VERSION, PackIndex } from './pack-index'

const form: PackForm<PackIndex> = {
  what: { zh: '证据包', en: 'evidence pack' },
  version: PACK_VERSION,
  schema: PackIndex,
  said: wordsOf,
  named: ({ documents }) => documents.flatMap(({ files }) => files),
}

/**
 * Open an evidence pack and prove it.
 * @param indexSha256 as an application quotes it, where it does
 * @throws PackError
 */
export function readEvidencePack(
  bytes: Uint8Array,
  { digest }: { digest: Digest },
  indexSha256?: string,
): Promise<Proven<PackIndex>> {
  return provePack(bytes, form, digest, indexSha256)
}
