import forge from 'node-forge'

const { asn1, util } = forge

/** One node of a DER structure; `forge.asn1` with the few things that are asked of it here. */
export type Node = forge.asn1.Asn1

/** The types of the library do not know these options yet. */
const fromDer = asn1.fromDer as unknown as (
  bytes: forge.util.ByteStringBuffer,
  options: { decodeBitStrings: boolean },
) => Node

/** Bit strings stay bytes: what is in them is sometimes by chance readable as DER. */
export const parseDer = (der: Uint8Array): Node =>
  fromDer(util.createBuffer(Buffer.from(der).toString('latin1')), { decodeBitStrings: false })

export const toDer = (node: Node): Buffer => Buffer.from(asn1.toDer(node).getBytes(), 'latin1')

/** Children of a SEQUENCE, SET or tagged node. */
export function children(node: Node | undefined): Node[] {
  if (!node || !Array.isArray(node.value)) throw new Error('not a constructed value')
  return node.value as Node[]
}

/** Content of a primitive node. */
export function content(node: Node | undefined): Buffer {
  if (!node || typeof node.value !== 'string') throw new Error('not a primitive value')
  return Buffer.from(node.value, 'latin1')
}

export const oid = (node: Node | undefined): string =>
  asn1.derToOid(util.createBuffer(content(node).toString('latin1')))

/** Content of a BIT STRING whose length is whole bytes. */
export const bits = (node: Node | undefined): Buffer => content(node).subarray(1)

/** Content of an INTEGER without its sign byte, as lower-case hex of whole bytes. */
export function integerHex(node: Node | undefined): string {
  const hex = content(node).toString('hex')
  return hex.length > 2 && hex.startsWith('00') ? hex.slice(2) : hex
}

export const isOid = (node: Node | undefined, wanted: string): boolean =>
  node?.type === (asn1.Type.OID as number) && oid(node) === wanted

export const RSA = '1.2.840.113549.1.1.1'
export const EC = '1.2.840.10045.2.1'
export const SM2 = '1.2.156.10197.1.301'

/** Kind of a key by its AlgorithmIdentifier; undefined for what neither customs nor we use. */
export function keyKind(algorithm: Node | undefined): 'rsa' | 'sm2' | undefined {
  const [name, parameters] = children(algorithm)
  if (isOid(name, RSA)) return 'rsa'
  // Some issuers name the curve as the algorithm itself.
  if (isOid(name, SM2) || (isOid(name, EC) && isOid(parameters, SM2))) return 'sm2'
  return undefined
}
