import type { PrintDocument } from '#shared/print/document'

type Column = PrintDocument['columns'][number]
type Page = PrintDocument['pages'][number]

function Cells({ values, columns }: { values: readonly string[]; columns: readonly Column[] }) {
  return columns.map((column, at) => (
    <td key={at} className={`align-${column.align}`}>
      {values[at]}
    </td>
  ))
}

function Facts({ facts }: { facts: PrintDocument['facts'] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value }, at) => (
        <div key={at}>
          {label !== '' && <dt>{label}</dt>}
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Table({ page, columns }: { page: Page; columns: readonly Column[] }) {
  return (
    <table>
      <colgroup>
        {columns.map((column, at) => (
          <col key={at} style={{ width: `${column.widthMm}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={at} scope="col">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row, at) => (
          <tr key={at}>
            <Cells values={row} columns={columns} />
          </tr>
        ))}
        {page.subtotal.length > 0 && (
          <tr className="subtotal">
            <Cells values={page.subtotal} columns={columns} />
          </tr>
        )}
      </tbody>
    </table>
  )
}

/**
 * A document on A4. Each page of the builder begins a sheet; one that is longer than a sheet goes on with its head
 * repeated and no row cut in two.
 */
export function Paper({ document }: { document: PrintDocument }) {
  const { title, watermark, facts, columns, pages, totals, footer, landscape } = document
  return (
    <div className={landscape ? 'paper paper-landscape' : 'paper'}>
      {watermark && (
        <div className="watermark" aria-hidden>
          {watermark}
        </div>
      )}
      {pages.map((page, at) => (
        <section key={at} className="sheet">
          {at === 0 ? <h1>{title}</h1> : <p className="running-title">{title}</p>}
          {at === 0 && facts.length > 0 && <Facts facts={facts} />}
          {columns.length > 0 && <Table page={page} columns={columns} />}
          {at === pages.length - 1 && totals.length > 0 && (
            <div className="totals">
              <Facts facts={totals} />
            </div>
          )}
          <p className="signature">{footer}</p>
        </section>
      ))}
    </div>
  )
}
