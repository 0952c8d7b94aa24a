import type { CebDocument, DeclarationList } from '../model/list'

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

/** Whether two 清单 declare the same with all their documents. */
export const sameList = (a: DeclarationList, b: DeclarationList): boolean => {
  const slots = new Set([...Object.keys(a.documents), ...Object.keys(b.documents)])
  return [...slots].every((slot) => {
    const [one, other] = [a, b].map(({ documents }) => documents[slot as keyof typeof documents])
    return one === other || sameContent(one, other)
  })
}
