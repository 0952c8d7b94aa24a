export { Grid } from './Grid'
export { LayoutStoreContext } from './layout-store'
export { headerState, isSelected, nothingSelected, selectedCount, setSelected } from './selection'
export type * from './types'
