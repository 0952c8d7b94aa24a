const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export const encodeText = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text)
export const decodeText = (bytes: BufferSource): string => decoder.decode(bytes)

/** URL-safe base64 without padding, as blind indexes and digests are stored. */
export function base64url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export async function sha256(...parts: BufferSource[]): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = parts.length === 1 ? parts[0]! : await new Blob(parts).arrayBuffer()
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** SHA-256 as 64 lower-case hex digits. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = await sha256(bytes as Uint8Array<ArrayBuffer>)
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
