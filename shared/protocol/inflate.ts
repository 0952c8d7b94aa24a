import { unzipSync } from 'fflate'

/** `ratio` counts only above 1 MB, where it begins to hurt. */
export type InflateLimits = { entries: number; inflatedBytes: number; ratio: number }

/** Why a zip from outside is not inflated. */
export type InflateFault = 'not-zip' | 'entries' | 'name' | 'repeated' | 'size' | 'ratio'

const RATIO_COUNTS_ABOVE = 1_048_576

/**
 * Inflate a zip from outside. Names, counts and sizes are accepted before anything is inflated.
 * @param names of the files it may hold
 * @param refuse makes the error of the caller
 */
export function inflate(
  bytes: Uint8Array,
  limits: InflateLimits,
  names: RegExp,
  refuse: (fault: InflateFault, params: { file?: string; max?: number }) => Error,
): Map<string, Uint8Array> {
  if (!endsAsZip(bytes)) throw refuse('not-zip', {})
  const seen = new Set<string>()
  let total = 0
  let refusal: Error | undefined
  const stop = (fault: InflateFault, params: { file?: string; max?: number }): never => {
    refusal = refuse(fault, params)
    throw refusal
  }
  const accept = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }) => {
    if (seen.size >= limits.entries) stop('entries', { max: limits.entries })
    if (!names.test(name)) stop('name', { file: name })
    if (seen.has(name)) stop('repeated', { file: name })
    seen.add(name)
    total += originalSize
    if (total > limits.inflatedBytes) stop('size', { max: limits.inflatedBytes })
    if (originalSize > RATIO_COUNTS_ABOVE && originalSize > size * limits.ratio) {
      stop('ratio', { file: name, max: limits.ratio })
    }
    return true
  }
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: accept })))
  } catch {
    throw refusal ?? refuse('not-zip', {})
  }
}

const END_RECORD = [0x50, 0x4b, 0x05, 0x06]
const END_RECORD_BYTES = 22

/** The end record ends the file: of a file cut short, the end of a zip inside it would be taken for its own. */
function endsAsZip(bytes: Uint8Array): boolean {
  const at = bytes.byteLength - END_RECORD_BYTES
  return at >= 0 && END_RECORD.every((byte, i) => bytes[at + i] === byte)
}
