import { describe, expect, it } from 'vitest'
import { encodeIpcError } from '#shared/ipc/contract'
import { describeFailure } from './failure'

const text = { zh: '口令不正确。', en: 'Wrong password.' }

describe('describeFailure', () => {
  it('reads a refusal of main from behind the prefix of IPC', () => {
    const error = new Error(
      `Error invoking remote method 'vault.open': Error: ${encodeIpcError('wrong-password', text)}`,
    )
    expect(describeFailure(error)).toEqual({ code: 'wrong-password', text })
  })

  it('reads a refusal of the data port', () => {
    expect(describeFailure(Object.assign(new Error('x'), { code: 'stale', text }))).toEqual({
      code: 'stale',
      text,
    })
  })

  it('shows anything else raw', () => {
    expect(describeFailure(new Error('boom'))).toEqual({ code: 'internal', text: { zh: 'boom', en: 'boom' } })
    expect(describeFailure('boom').code).toBe('internal')
  })
})
