import type { CebDocument } from '../model/list'

/** Set anew with every submission or by customs, so they say nothing about what is declared. */
const perSubmission = new Set(['guid', 'appTime', 'appType', 'preNo', 'invtNo'])

const content = ({ head, lines = [] }: CebDocument): string =>
  JSON.stringify(
    [head, ...lines].map((values) =>
      Object.entries(values)
        .filter(([name]) => !perSubmission.has(name))
        .sort(),
    ),
  )

/** Whether two documents declare the same; what customs holds unchanged is not sent again. */
export const sameContent = (a: CebDocument | undefined, b: CebDocument | undefined): boolean =>
  a !== undefined && b !== undefined && content(a) === content(b)
