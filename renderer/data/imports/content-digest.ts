import { base64url, sha256 } from '../sealing/bytes'

const part = 1 << 20

/** Digest of a file of any size: SHA-256 over the SHA-256 of its megabytes, as WebCrypto cannot digest a stream. */
export async function contentDigest(file: Blob): Promise<string> {
  const parts: BufferSource[] = []
  for (let at = 0; at < file.size; at += part) {
    parts.push(await sha256(await file.slice(at, at + part).arrayBuffer()))
  }
  return base64url(await sha256(...parts))
}
