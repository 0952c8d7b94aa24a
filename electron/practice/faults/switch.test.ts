import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { ServiceError } from '../service-error'
import { CutConnection, delivered, sufferAfter, sufferBefore } from './suffer'
import { FaultSwitch, faultKinds, parseFaultHeader, type ActiveFaults, type FaultKind } from './switch'

describe('faults of one request by its header', () => {
  it('are read with and without a value, in any spacing', () => {
    expect(parseFaultHeader('latency=200, cut-after')).toEqual(
      new Map<FaultKind, number | undefined>([
        ['latency', 200],
        ['cut-after', undefined],
      ]),
    )
    for (const kind of faultKinds) expect(parseFaultHeader(` ${kind} `)).toEqual(new Map([[kind, undefined]]))
  })

  it.each([
    '',
    'latency=',
    'latency=-1',
    'latency=1e3',
    'latency=1234567',
    'Latency',
    'unheard-of',
    'busy,,busy',
  ])('are refused as a whole where a part is not understood: %s', (header) =>
    expect(parseFaultHeader(header)).toBeUndefined(),
  )
})

describe('a switch', () => {
  it('counts one request unless it says otherwise, and names an operation of the interface', () => {
    expect(FaultSwitch.parse({ kind: 'busy', operation: 'receipts' }).times).toBe(1)
    expect(FaultSwitch.safeParse({ kind: 'busy', operation: 'reciepts' }).success).toBe(false)
    expect(FaultSwitch.safeParse({ kind: 'busy', operation: 'receipts', times: 0 }).success).toBe(false)
  })
})

describe('a fault', () => {
  const only = (kind: FaultKind, value?: number): ActiveFaults => new Map([[kind, value]])
  const code = (work: Promise<void>) =>
    work.then(
      () => 'none',
      (error: unknown) => (error instanceof ServiceError ? error.code : (error as Error).constructor.name),
    )

  it('before the work breaks the line or refuses; of a batch an unknown code is told per document', async () => {
    expect(await code(sufferBefore(only('cut-before'), false))).toBe(CutConnection.name)
    expect(await code(sufferBefore(only('rate-limited', 9), false))).toBe('rate-limited')
    expect(await code(sufferBefore(only('token-expired'), true))).toBe('token-expired')
    expect(await code(sufferBefore(only('unknown-code'), false))).toBe('practice-unheard-of')
    expect(await code(sufferBefore(only('unknown-code'), true))).toBe('none')
    await expect(sufferBefore(only('busy', 7), false)).rejects.toMatchObject({ hints: { waitSeconds: 7 } })
  })

  it('after the work cuts the answer only', async () => {
    expect(await code(sufferBefore(only('cut-after'), false))).toBe('none')
    expect(() => sufferAfter(only('cut-after'))).toThrow(CutConnection)
    expect(() => sufferAfter(only('busy'))).not.toThrow()
  })

  it('of a trickling answer changes none of its bytes', async () => {
    for (const size of [0, 1, 19, 20, 21, 997]) {
      const body = Buffer.from(Array.from({ length: size }, (_, i) => i % 251))
      const slow = delivered(body, only('slow-body', 0))
      expect(slow).toBeInstanceOf(Readable)
      expect(await buffer(slow as Readable)).toEqual(body)
      expect(delivered(body, only('latency'))).toBe(body)
    }
  })
})
