/** 64-bit FNV-1a over UTF-16 units in two halves, as 16 hex digits: spreads keys and names rows, guards nothing. */
export function hashText(text: string): string {
  let low = 0x811c9dc5
  let high = 0x9dc5811c
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ (code + i), 0x01000193)
  }
  const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0')
  return hex(low) + hex(high)
}

/** A number below `buckets`, the same for the same text. */
export function bucketOf(text: string, buckets: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % buckets
}
