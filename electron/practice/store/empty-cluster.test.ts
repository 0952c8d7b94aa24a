import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { placeEmptyCluster } from './empty-cluster'

let root: string
let made: string[]
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'yiguan-cluster-'))
  made = []
})
afterEach(() => rm(root, { recursive: true, force: true }))

const at = (name: string) => path.join(root, name)
async function make(folder: string): Promise<void> {
  made.push(folder)
  await mkdir(folder)
  await writeFile(path.join(folder, 'PG_VERSION'), '17')
}
const place = (name: string, cache = at('cache')) => placeEmptyCluster(at(name), cache, make)
const versionIn = (name: string) => readFile(path.join(at(name), 'PG_VERSION'), 'utf8')

it('is made once and copied from then on', async () => {
  await place('first')
  await place('second')
  expect(made).toHaveLength(1)
  expect([await versionIn('first'), await versionIn('second')]).toEqual(['17', '17'])
})

it('leaves a database that is there alone', async () => {
  await mkdir(at('first'))
  await writeFile(path.join(at('first'), 'PG_VERSION'), 'mine')
  await place('first')
  expect([await versionIn('first'), made]).toEqual(['mine', []])
})

it('goes on without a cache', async () => {
  await writeFile(at('file'), '')
  await place('first', path.join(at('file'), 'cache'))
  expect(await versionIn('first')).toBe('17')
})

it('leaves nothing half made behind, neither in the cache nor in its place', async () => {
  const torn = (folder: string) => make(folder).then(() => Promise.reject(new Error('power cut')))
  await expect(placeEmptyCluster(at('first'), at('cache'), torn)).rejects.toThrow('power cut')
  expect(await readdir(at('cache'))).toEqual([])
  expect(await readdir(root)).toEqual(['cache'])
  await place('first')
  expect(await versionIn('first')).toBe('17')
})

it('is the same for several that come at once', async () => {
  await Promise.all(['a', 'b', 'c'].map((name) => place(name)))
  expect(await Promise.all(['a', 'b', 'c'].map(versionIn))).toEqual(['17', '17', '17'])
})
