import { createCipheriv, createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { BACKUP_FORMAT } from '#shared/backup/manifest'
import { PART_BYTES } from '#shared/backup/rows'
import { refuse } from './backup-words'
import { PasswordWrap } from './password-wrap'
import { decrypt, Sealed } from './sealed-key'

/*
 * A backup file: magic, header, frames.
 *   header   length, JSON, SHA-256 of both. In clear: the form, when, and the key of the file under the backup key,
 *            which is under the passphrase.
 *   frame    length, sealed bytes, SHA-256 of both. Sealed with the key of the file; the number of the frame is its
 *            nonce and the digest of the header its associated data, so that none can be moved, left out or taken from
 *            another file, and no header can be exchanged. Inside: length and JSON of its head, then at most one part.
 * The checksums tell damage from a wrong passphrase, and can be checked by whoever has no passphrase.
 */
const magic = Buffer.from('yiguan-backup\n')

const Header = z.looseObject({
  format: z.int().positive(),
  createdAt: z.string(),
  /** The backup key under the passphrase. */
  wrap: PasswordWrap,
  /** The key of this file under the backup key. */
  key: Sealed,
})
export type Header = z.infer<typeof Header>

const Head = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['about', 'sends', 'manifest']) }),
  z.object({ kind: z.literal('rows'), store: z.string() }),
])
export type Head = z.infer<typeof Head>
export type Frame = { head: Head; bytes: Buffer }

const digestBytes = 32
const maxHeader = 65_536
/** A frame is a part with its head and tag. */
const maxFrame = PART_BYTES + 4_096

export const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const u32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(n)
  return bytes
}
const nonce = (index: number) => Buffer.concat([Buffer.alloc(8), u32(index)])

/** What the key of a file is sealed for, so that it is no other secret. */
export const FILE_KEY = 'yiguan backup file key'

/** Writes the frames of one backup, in the order they are given. The file is on the disk when `end` resolves. */
export class BackupWriter {
  readonly #headerDigest: Buffer
  #frames = 0
  bytes = 0

  private constructor(
    private readonly file: FileHandle,
    private readonly key: Uint8Array,
    header: Buffer,
  ) {
    this.#headerDigest = sha256(header)
  }

  /** A new file; one that is there already is not written over. */
  static async create(file: string, header: Header, key: Uint8Array): Promise<BackupWriter> {
    const json = Buffer.from(JSON.stringify(header))
    const framed = Buffer.concat([u32(json.byteLength), json])
    const handle = await open(file, 'wx', 0o600)
    const writer = new BackupWriter(handle, key, framed)
    try {
      await writer.#put(magic, framed, sha256(framed))
      return writer
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  async frame(head: Head, bytes: Uint8Array): Promise<void> {
    const index = this.#frames++
    const json = Buffer.from(JSON.stringify(head))
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce(index))
    cipher.setAAD(this.#headerDigest)
    const sealed = [cipher.update(Buffer.concat([u32(json.byteLength), json])), cipher.update(bytes)]
    sealed.push(cipher.final(), cipher.getAuthTag())
    const body = Buffer.concat(sealed)
    const length = u32(body.byteLength)
    await this.#put(length, body, sha256(length, body))
  }

  /** Bytes of any length under one head, part by part. */
  async stream(head: Head, bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.byteLength; at += PART_BYTES) {
      await this.frame(head, bytes.subarray(at, at + PART_BYTES))
    }
  }

  async end(): Promise<void> {
    try {
      await this.file.sync()
    } finally {
      await this.file.close()
    }
  }

  /** Let go of the file without making it last. */
  async drop(): Promise<void> {
    await this.file.close().catch(() => undefined)
  }

  async #put(...parts: Uint8Array[]): Promise<void> {
    const bytes = Buffer.concat(parts)
    await this.file.writeFile(bytes)
    this.bytes += bytes.byteLength
  }
}

/** Reads a backup file; everything it gives was checked. */
export class BackupReader {
  #at = 0
  #frames = 0
  readonly #whole = createHash('sha256')

  private constructor(
    private readonly file: FileHandle,
    private readonly name: string,
    readonly size: number,
    readonly header: Header,
    private readonly headerDigest: Buffer,
  ) {}

  /** @throws Refusal `backup-foreign`, `backup-newer`, `backup-cut`, `backup-damaged`; the error of the disk */
  static async open(file: string): Promise<BackupReader> {
    const handle = await open(file, 'r')
    try {
      return await BackupReader.#opened(handle, path.basename(file))
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  static async #opened(handle: FileHandle, name: string): Promise<BackupReader> {
    const { size } = await handle.stat()
    const start = Buffer.alloc(magic.byteLength + 4)
    await handle.read(start, 0, start.byteLength, 0)
    if (!start.subarray(0, magic.byteLength).equals(magic)) throw refuse('backup-foreign', { file: name })
    const length = start.readUInt32BE(magic.byteLength)
    if (length > maxHeader) throw refuse('backup-damaged', { file: name, part: 0, at: magic.byteLength })
    const rest = Buffer.alloc(length + digestBytes)
    const { bytesRead } = await handle.read(rest, 0, rest.byteLength, start.byteLength)
    if (bytesRead < rest.byteLength) throw refuse('backup-cut', { file: name, part: 0 })
    const json = rest.subarray(0, length)
    const framed = Buffer.concat([u32(length), json])
    if (!sha256(framed).equals(rest.subarray(length))) {
      throw refuse('backup-damaged', { file: name, part: 0, at: start.byteLength })
    }
    const stored = JSON.parse(json.toString()) as { format?: number }
    if ((stored.format ?? 0) > BACKUP_FORMAT) {
      throw refuse('backup-newer', { file: name, found: stored.format!, known: BACKUP_FORMAT })
    }
    const reader = new BackupReader(handle, name, size, Header.parse(stored), sha256(framed))
    reader.#whole.update(start).update(rest)
    reader.#at = start.byteLength + rest.byteLength
    return reader
  }

  /**
   * The next frame, undefined behind the last. Without a key only its checksum is looked at and its bytes stay sealed.
   * @throws Refusal `backup-damaged`, `backup-cut`
   */
  async next(key?: Uint8Array): Promise<Frame | undefined> {
    if (this.#at >= this.size) return undefined
    const part = this.#frames + 1
    const damaged = () => refuse('backup-damaged', { file: this.name, part, at: this.#at })
    const length = await this.#take(4)
    const size = length.readUInt32BE(0)
    if (size > maxFrame || size < 16) throw damaged()
    const body = await this.#take(size)
    const digest = await this.#take(digestBytes)
    if (!sha256(length, body).equals(digest)) throw damaged()
    const index = this.#frames++
    if (!key) return { head: { kind: 'rows', store: '' }, bytes: body }
    const plain = decrypt(key, nonce(index), this.headerDigest, body)
    // The checksum holds and the seal does not: somebody made both anew, or put a frame of another file here.
    if (!plain) throw damaged()
    const head = 4 + plain.readUInt32BE(0)
    return { head: Head.parse(JSON.parse(plain.subarray(4, head).toString())), bytes: plain.subarray(head) }
  }

  /** How many frames were read. */
  get frames(): number {
    return this.#frames
  }

  /** SHA-256 of everything read so far. */
  digest(): string {
    return this.#whole.copy().digest('hex')
  }

  async close(): Promise<void> {
    await this.file.close()
  }

  async #take(n: number): Promise<Buffer> {
    const bytes = Buffer.alloc(n)
    const { bytesRead } = await this.file.read(bytes, 0, n, this.#at)
    if (bytesRead < n) throw refuse('backup-cut', { file: this.name, part: this.#frames })
    this.#whole.update(bytes)
    this.#at += n
    return bytes
  }
}
