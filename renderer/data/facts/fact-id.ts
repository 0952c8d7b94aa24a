/**
 * A fact's id says where it lies: import.block.position. Import ids are random and of one length, so all facts of an
 * import are one range of the primary key, which needs no index and is removed in one stroke.
 */
const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'
const importLength = 12

export function newImportId(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const bytes = random(new Uint8Array(importLength))
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('')
}

export const blockId = (importId: string, block: number): string =>
  `${importId}.${String(block).padStart(6, '0')}`
export const factId = (block: string, position: number): string =>
  `${block}.${String(position).padStart(3, '0')}`

export const blockOf = (fact: string): string => fact.slice(0, fact.lastIndexOf('.'))
export const positionOf = (fact: string): number => Number(fact.slice(fact.lastIndexOf('.') + 1))
export const importOf = (fact: string): string => fact.slice(0, importLength)

/** Bounds of every id of an import (or of a block): '/' is the character after '.'. */
export const idRange = (prefix: string): [string, string] => [`${prefix}.`, `${prefix}/`]
