import { readFile } from 'node:fs/promises'

/** The reader of PDFs expects this of the language; Node 20 does not have it yet. */
function withResolvers() {
  let settle: { resolve?: (value: unknown) => void; reject?: (reason: unknown) => void } = {}
  const promise = new Promise((resolve, reject) => {
    settle = { resolve, reject }
  })
  return { promise, ...settle }
}

/** The text of each page of a PDF without blanks, as a reader would copy it. */
export async function pdfPages(file: string): Promise<string[]> {
  if (!('withResolvers' in Promise)) Object.assign(Promise, { withResolvers })
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 })
  const document = await loading.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    pages.push(text.replaceAll(/\s/g, ''))
  }
  await loading.destroy()
  return pages
}
