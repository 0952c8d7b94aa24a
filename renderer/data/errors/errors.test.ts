import { describe, expect, it } from 'vitest'
import { encodeIpcError } from '#shared/ipc/contract'
import { classify, connectionLost, worthWaiting } from './classify'
import { DataRefusal } from './refusal'
import { texts } from './texts'

const dom = (name: string, message = '') => new DOMException(message, name)

describe('classify', () => {
  it.each([
    [dom('QuotaExceededError'), 'quota'],
    [dom('UnknownError', 'Encountered full disk while opening backing store for indexedDB.open.'), 'quota'],
    [dom('AbortError', 'Transaction aborted: quota exceeded'), 'quota'],
    [Object.assign(new Error('aborted'), { name: 'AbortError', inner: dom('QuotaExceededError') }), 'quota'],
    [dom('VersionError'), 'newer'],
    [dom('UnknownError', 'Internal error opening backing store for indexedDB.open.'), 'disk'],
    [
      dom('UnknownError', 'Connection to Indexed Database server lost. Refresh the page to try again'),
      'closed',
    ],
    [dom('InvalidStateError', 'The database connection is closing.'), 'closed'],
    [new TypeError('x is undefined'), 'failed'],
    ['a string', 'failed'],
  ])('%s is %s', (error, code) => {
    expect(classify(error).code).toBe(code)
  })

  it('keeps a refusal as it is', () => {
    const refusal = new DataRefusal('locked')
    expect(classify(refusal)).toBe(refusal)
  })

  it('keeps code and words of a refusal of main, from behind whatever crossing it put in front', () => {
    const text = { zh: '发送日志无法写入。', en: 'The send journal cannot be written.' }
    const crossed = `Error invoking remote method 'exchange.sign': Error: ${encodeIpcError('journal-failed', text)}`
    const refusal = classify(new Error(crossed))
    expect(refusal).toMatchObject({ code: 'journal-failed', text })
    expect(refusal).toBeInstanceOf(DataRefusal)
    const unexpected = { zh: '主进程处理时出错。', en: 'Main failed.' }
    expect(classify(new Error(encodeIpcError('internal', unexpected))).text).toEqual(unexpected)
  })

  it('waits for files held by others, never for a full disk', () => {
    expect(worthWaiting(dom('UnknownError', 'Internal error opening backing store'))).toBe(true)
    expect(worthWaiting(dom('UnknownError', 'Encountered full disk while opening'))).toBe(false)
    expect(connectionLost(dom('ConstraintError'))).toBe(false)
  })
})

describe('texts', () => {
  it('say what to do in both languages and never advise to clear the data', () => {
    for (const [code, { zh, en }] of Object.entries(texts)) {
      expect(zh, code).toMatch(/[\u4e00-\u9fff]/)
      expect(en, code).toMatch(/[a-z]{3}/)
      expect(`${zh}${en}`, code).not.toMatch(
        /清(空|理)(数据|缓存)|请清除|reset (the|your)|reinstall|(?<!not )clear (the |your )?(storage|cache)/i,
      )
      // A word within the text comes in both languages, as {zh} and {en}.
      const params = (text: string) =>
        [...new Set(text.match(/\{\w+\}/g) ?? [])]
          .map((one) => one.replace(/^\{(?:zh|en)\}$/, '{word}'))
          .sort()
      expect(params(zh), code).toEqual(params(en))
    }
  })
})
