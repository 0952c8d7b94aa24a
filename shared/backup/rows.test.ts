import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeRow, PART_BYTES, PartCutter, RowReader, UncarriedValue } from './rows'

const bytes = fc.uint8Array({ maxLength: 40 })
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    bytes,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom('$', 'n', 'entries', '7'), fc.string()), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}))
const row = fc.record({ id: fc.string(), body: bytes, value }, { noNullPrototype: true })

/** Through the cutter and out again in pieces of any size. */
function carried(rows: readonly unknown[], piece: number): unknown[] {
  const all = rows.map(encodeRow)
  const stream = new Uint8Array(all.reduce((sum, each) => sum + each.byteLength, 0))
  let at = 0
  for (const each of all) {
    stream.set(each, at)
    at += each.byteLength
  }
  const reader = new RowReader()
  const found: unknown[] = []
  for (let from = 0; from < stream.byteLength; from += piece) {
    found.push(...reader.add(stream.subarray(from, from + piece)))
  }
  reader.end()
  return found
}

describe('rows of a backup', () => {
  it('come back as they were, wherever the parts were cut, and give the same bytes again', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.integer({ min: 1, max: 200 }), (rows, piece) => {
        const found = carried(rows, piece)
        expect(found).toStrictEqual(rows)
        expect(found.map((each) => encodeRow(each))).toEqual(rows.map((each) => encodeRow(each)))
      }),
    )
  })

  it('keep a key that is there without a value: the digest of the journal covers it', () => {
    const [found] = carried([{ id: 'a', ghost: undefined }], 5) as [object]
    expect(Object.keys(found)).toEqual(['id', 'ghost'])
  })

  it('refuse what they cannot carry instead of leaving it out', () => {
    for (const each of [new Date(0), new Map(), 1n, NaN, new Float32Array(1), () => 1]) {
      expect(() => encodeRow({ id: 'a', each })).toThrow(UncarriedValue)
    }
  })

  it('end in an error when the stream was cut inside a row', () => {
    const encoded = encodeRow({ id: 'a', text: 'long enough' })
    const reader = new RowReader()
    expect(reader.add(encoded.subarray(0, encoded.byteLength - 1))).toEqual([])
    expect(() => reader.end()).toThrow('cut off')
  })
})

describe('PartCutter', () => {
  it('cuts full parts and one rest, and loses no byte', () => {
    const stream = Uint8Array.from({ length: 2 * PART_BYTES + 7 }, (_, i) => i % 251)
    const cutter = new PartCutter()
    const parts = [
      ...cutter.add(stream.subarray(0, 10)),
      ...cutter.add(stream.subarray(10, PART_BYTES)),
      ...cutter.add(stream.subarray(PART_BYTES)),
    ]
    const rest = cutter.rest()!
    expect(parts.map(({ byteLength }) => byteLength)).toEqual([PART_BYTES, PART_BYTES])
    expect(rest).toEqual(stream.slice(2 * PART_BYTES))
    expect(
      parts.every(
        (part, i) => Buffer.compare(part, stream.subarray(i * PART_BYTES, (i + 1) * PART_BYTES)) === 0,
      ),
    ).toBe(true)
    expect(cutter.rest()).toBeUndefined()
  })
})
