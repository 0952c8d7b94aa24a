import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { Page } from 'playwright-core'
import type { AppUnderTest } from '../../host/app-under-test'
import { freshFolder } from './app'

/** Which of these texts main still holds, after V8 has thrown away what nobody refers to. Bytes outside its heap are not in it. */
export async function heldByMain(
  app: AppUnderTest,
  texts: Readonly<Record<string, string>>,
): Promise<string[]> {
  const folder = await freshFolder('heap')
  const file = path.join(folder, 'main.heapsnapshot')
  await app.mainHeap(file)
  const { strings } = JSON.parse(await readFile(file, 'utf8')) as { strings: string[] }
  await rm(folder, { recursive: true })
  const all = strings.join('\n')
  return Object.entries(texts).flatMap(([name, text]) => (all.includes(text) ? [name] : []))
}

/** Everything a living page holds as text: the strings of a snapshot of its heap, code included. */
async function stringsOf(app: AppUnderTest, page: Page): Promise<string> {
  const devtools = await app.context.newCDPSession(page)
  const parts: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk))
  await devtools.send('HeapProfiler.takeHeapSnapshot')
  await devtools.detach()
  const { strings } = JSON.parse(parts.join('')) as { strings: string[] }
  return strings.join('\n')
}

/**
 * Which of these texts any living target of the app still holds. There may be windows only: a worker that outlived its book
 * could not be looked into, so it fails here.
 */
export async function heldInMemory(
  app: AppUnderTest,
  texts: Readonly<Record<string, string>>,
): Promise<string[]> {
  const held = new Set<string>()
  for (const page of app.windows()) {
    expect(page.workers().map((worker) => worker.url())).toEqual([])
    const strings = await stringsOf(app, page)
    for (const [name, text] of Object.entries(texts)) if (strings.includes(text)) held.add(name)
  }
  return [...held]
}
