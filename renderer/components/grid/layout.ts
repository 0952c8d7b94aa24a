import type { GridColumn, GridLayout } from './types'

/** The layout a grid has when the officer never changed it. */
export function defaultLayout(columns: readonly GridColumn[]): GridLayout {
  return {
    order: columns.map((column) => column.key),
    widths: {},
    hidden: columns.filter((column) => column.hidden).map((column) => column.key),
  }
}

/** A remembered layout over today's columns: columns that are gone fall out, new ones come last as they are declared. */
export function mergeLayout(columns: readonly GridColumn[], kept: GridLayout | undefined): GridLayout {
  if (!kept) return defaultLayout(columns)
  const known = new Set(columns.map((column) => column.key))
  const fresh = columns.filter((column) => !kept.order.includes(column.key))
  return {
    order: [...kept.order.filter((key) => known.has(key)), ...fresh.map((column) => column.key)],
    widths: kept.widths,
    hidden: [
      ...kept.hidden.filter((key) => known.has(key)),
      ...fresh.filter((column) => column.hidden).map((column) => column.key),
    ],
  }
}

/** Put one column in front of (or behind, when it comes from the left) another. */
export function moveColumn(layout: GridLayout, key: string, target: string): GridLayout {
  const from = layout.order.indexOf(key)
  const to = layout.order.indexOf(target)
  if (from < 0 || to < 0 || from === to) return layout
  const order = layout.order.filter((k) => k !== key)
  order.splice(to, 0, key)
  return { ...layout, order }
}

export function toggleColumn(layout: GridLayout, key: string): GridLayout {
  const hidden = layout.hidden.includes(key)
    ? layout.hidden.filter((k) => k !== key)
    : [...layout.hidden, key]
  // A grid without any column could not be brought back.
  return hidden.length >= layout.order.length ? layout : { ...layout, hidden }
}
