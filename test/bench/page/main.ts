import '../../../renderer/jitless'
import { benchData } from '../data'
import { benchBook } from './book'
import { benchMasters } from './masters'
import { benchPublished } from './published'

const bench = { data: benchData, book: benchBook, masters: benchMasters, published: benchPublished }
export type BenchPage = typeof bench

Object.assign(window, { bench })
