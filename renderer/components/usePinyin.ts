import { useEffect, useState } from 'react'
import type { PinyinOf } from './code-search'

/** Pinyin is large and only needed once somebody looks for a code. */
export function usePinyin(wanted: boolean): PinyinOf | undefined {
  const [pinyinOf, setPinyinOf] = useState<PinyinOf>()
  useEffect(() => {
    if (!wanted || pinyinOf) return
    void import('pinyin-pro').then(({ pinyin }) =>
      setPinyinOf(() => (name: string) => ({
        initials: pinyin(name, { pattern: 'first', toneType: 'none', separator: '' }),
        full: pinyin(name, { toneType: 'none', separator: '' }),
      })),
    )
  }, [pinyinOf, wanted])
  return pinyinOf
}
