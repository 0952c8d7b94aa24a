/** Before any worker starts an app: two that bundle the stand-in's scripts at once would read each other's halves. */
export { buildPageScripts as default } from '../../../build/page-scripts.mjs'
