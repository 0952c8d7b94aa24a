import '../../../renderer/jitless'
import { benchData } from '../data'
import { benchBook } from './book'
import { benchMasters } from './masters'

const bench = { data: benchData, book: benchBook, masters: benchMasters }
export type BenchPage = typeof bench

Object.assign(window, { bench })
