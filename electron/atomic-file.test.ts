import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { readJson, writeAtomic } from './atomic-file'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'yiguan-atomic-'))
})

describe('writeAtomic', () => {
  it('replaces the whole file and leaves nothing beside it', async () => {
    const file = path.join(directory, 'a.json')
    await writeAtomic(file, 'a long first content')
    await writeAtomic(file, 'short')
    expect(await readFile(file, 'utf8')).toBe('short')
    expect(await readdir(directory)).toEqual(['a.json'])
  })

  it('keeps the old file and cleans up when the replacement fails', async () => {
    const target = path.join(directory, 'taken')
    await mkdir(path.join(target, 'inside'), { recursive: true })
    await expect(writeAtomic(target, 'x')).rejects.toThrow()
    expect(await readdir(directory)).toEqual(['taken'])
  })
})

describe('readJson', () => {
  it('tells a missing file from a torn one: torn is never empty', async () => {
    expect(await readJson(path.join(directory, 'none.json'))).toBeUndefined()
    await writeFile(path.join(directory, 'torn.json'), '{"a":')
    await expect(readJson(path.join(directory, 'torn.json'))).rejects.toThrow(SyntaxError)
  })
})
