/** Paper sizes in inches, as Electron names them. */
const papers: Readonly<Record<string, readonly [number, number]>> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
}

const translated = [
  ...['landscape', 'displayHeaderFooter', 'printBackground', 'scale', 'pageRanges', 'headerTemplate'],
  ...['footerTemplate', 'preferCSSPageSize', 'generateTaggedPDF', 'generateDocumentOutline'],
]

/** Electron's printToPDF options (margins and sizes in inches) in the words of the DevTools protocol. */
export function printOptions(options: Electron.PrintToPDFOptions): Record<string, unknown> {
  const { pageSize = 'Letter', margins, ...rest } = options
  for (const name of Object.keys(rest)) {
    if (!translated.includes(name)) throw new Error(`stand-in: printToPDF option ${name} is not implemented`)
  }
  const paper = typeof pageSize === 'string' ? papers[pageSize] : ([pageSize.width, pageSize.height] as const)
  if (!paper) throw new Error(`stand-in: printToPDF page size ${String(pageSize)} is not implemented`)
  return {
    ...rest,
    paperWidth: paper[0],
    paperHeight: paper[1],
    marginTop: margins?.top,
    marginBottom: margins?.bottom,
    marginLeft: margins?.left,
    marginRight: margins?.right,
  }
}
