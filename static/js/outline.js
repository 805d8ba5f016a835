// What stands where in the text being typed, also while it is not whole: keys, ids, the path of a place.

import {yamlLanguage} from '@codemirror/lang-yaml'
import {syntaxTree} from '@codemirror/language'

const SLICE = 50
const SECTIONS = {function: 'functions', role: 'roles', measure: 'measures', stage: 'journey'}
const NAMES = ['name', 'title', 'statement']

// What is parsed while one types is pieced together, and where a slow machine broke off a parse, pieces of it
// stay wrong: parts of the text are looked for in what was parsed whole, once for each text.
const {parser} = yamlLanguage, trees = new WeakMap()

function treeOf({doc}) {
  if (!trees.has(doc)) trees.set(doc, parser.parse(doc.toString()))
  return trees.get(doc)
}

const textOf = (state, node) => node ? state.sliceDoc(node.from, node.to).trim().replace(/^(["'])(.*)\1$/s, '$2') : ''
const isMapping = node => node.name === 'BlockMapping' || node.name === 'FlowMapping'

/** Parse a text whole, a slice at a time, for as long as somebody waits for that. */
export async function parsed({doc}, isWanted) {
  const parse = parser.startParse(doc.toString())
  for (let end = Date.now() + SLICE; !trees.has(doc) && isWanted();) {
    const tree = parse.advance()
    if (tree) trees.set(doc, tree)
    else if (Date.now() > end) {
      await new Promise(done => setTimeout(done))
      end = Date.now() + SLICE
    }
  }
}

function mappingIn(node) {
  for (let child = node?.firstChild; child; child = child.nextSibling) {
    if (isMapping(child)) return child
    if (child.name === 'Document' || child.name === 'Anchored' || child.name === 'Tagged') {
      const found = mappingIn(child)
      if (found) return found
    }
  }
  return null
}

// The entries of a mapping: each key, and the pair that holds it.
function entries(state, mapping) {
  const found = []
  for (let pair = mapping?.firstChild; pair; pair = pair.nextSibling) {
    const key = pair.name === 'Pair' && pair.getChild('Key')
    if (key) found.push([textOf(state, key), pair])
  }
  return found
}

const under = (state, mapping, key) => entries(state, mapping).find(([name]) => name === key)?.[1]
const inside = (state, pair) => entries(state, pair && mappingIn(pair))

function called(state, pair) {
  const named = inside(state, pair).find(([key]) => NAMES.includes(key))?.[1]
  return named ? textOf(state, named.lastChild) : ''
}

function * outcomes(state, pair) {
  const held = inside(state, pair).find(([key]) => key === 'outcomes')?.[1]
  for (const each of inside(state, held)) {
    yield each
    yield * outcomes(state, each[1])
  }
}

function parts(state, kind) {
  const root = mappingIn(treeOf(state).topNode)
  if (kind === 'outcome') return [...outcomes(state, under(state, root, 'outcome'))]
  if (kind === 'phase') {
    return inside(state, under(state, root, 'designs')).flatMap(([, design]) =>
      inside(state, inside(state, design).find(([key]) => key === 'phases')?.[1]))
  }
  return inside(state, under(state, root, SECTIONS[kind]))
}

/** The ids of a kind of part that the text defines, each with what people call it. */
export function ids(state, kind) {
  const desired = kind === 'outcome' ? [['desired', 'the desired customer outcome']] : []
  return [...desired, ...parts(state, kind).map(([id, pair]) => [id, called(state, pair)])]
}

/** Where a part is defined, or null. */
export function definition(state, {kind, id}) {
  const root = mappingIn(treeOf(state).topNode)
  const pair = kind === 'desired' ? under(state, root, 'outcome') : parts(state, kind).find(([key]) => key === id)?.[1]
  return pair ? pair.from : null
}

/** The keys that lead to a place in the text. */
export function pathAt(state, position) {
  const keys = []
  for (let node = syntaxTree(state).resolveInner(position, 1); node; node = node.parent) {
    const key = node.name === 'Pair' && node.getChild('Key')
    if (key) keys.unshift(textOf(state, key))
  }
  return keys
}

const LINE = /^(\s*)((?:- +)*)(?:("[^"]*"|'[^']*'|[^\s#:{}[\],&*!|>%@`"'-][^:#{}[\],]*?)\s*:(?=\s|$))?(.*)$/
const ITEM = '[]'

// A line's markers and key, each with its column, the leftmost first.
function marks(text) {
  const [, indent, dashes, key, rest] = LINE.exec(text)
  const found = [...dashes.matchAll(/-/g)].map(dash => ({column: indent.length + dash.index, key: ITEM}))
  const bare = !key && /^\s*-$/.test(text) ? [{column: text.indexOf('-'), key: ITEM}] : []
  const column = indent.length + dashes.length
  const named = key ? [{column, key: key.replace(/^(["'])(.*)\1$/, '$2'), value: rest.trim()}] : []
  return [...found, ...bare, ...named]
}

const isNothing = text => /^\s*(#.*)?$/.test(text)
const NEAR = 400

// The path above a line, by indentation alone: the text need not be whole.
function above(doc, number, column, isItem) {
  const path = []
  let limit = column, afterItem = isItem
  for (let at = number - 1; at > 0 && limit >= 0; at--) {
    const text = doc.line(at).text
    if (isNothing(text)) continue
    for (const mark of marks(text).reverse()) {
      const holds = mark.column < limit || (mark.column === limit && afterItem && mark.key !== ITEM)
      if (!holds) continue
      path.unshift(mark.key)
      limit = mark.column
      afterItem = mark.key === ITEM
    }
    if (limit === 0 && !afterItem) break
  }
  return path
}

function siblings(doc, number, column) {
  const found = new Map()
  const look = (from, step) => {
    for (let at = from; at > 0 && at <= doc.lines && Math.abs(at - number) < NEAR; at += step) {
      const text = doc.line(at).text
      if (isNothing(text)) continue
      const all = marks(text), own = all.find(mark => mark.column === column && mark.key !== ITEM)
      if (step > 0 && all.length && all[0].column < column) break
      if (own) found.set(own.key, own.value)
      if (step < 0 && (!all.length || all[0].column < column)) break
    }
  }
  look(number - 1, -1)
  look(number + 1, 1)
  return found
}

// What a flow such as {a: 1, b: [c means at its end: the way into it, and what stands in it already.
function flow(text) {
  const stack = []
  let token = '', quote = ''
  for (const char of text) {
    const top = stack.at(-1)
    if (quote) { if (char === quote) quote = ''; else token += char; continue }
    if ((char === '"' || char === "'") && !token.trim()) quote = char
    else if (char === '{' || char === '[') { stack.push({list: char === '[', key: null, said: new Map()}); token = '' }
    else if (char === '}' || char === ']') { stack.pop(); token = '' }
    else if (char === ',') { if (top?.key) top.said.set(top.key, token.trim()); if (top) top.key = null; token = '' }
    else if (char === ':' && top && !top.list && top.key === null) { top.key = token.trim(); token = '' }
    else token += char
  }
  return {stack, token: token.trimStart()}
}

function flowStart(state, position) {
  let start = -1
  for (let node = syntaxTree(state).resolveInner(position, -1); node; node = node.parent) {
    if ((node.name === 'FlowMapping' || node.name === 'FlowSequence') && node.from < position) start = node.from
  }
  if (start >= 0) return start
  const line = state.doc.lineAt(position), before = line.text.slice(0, position - line.from)
  const opened = /(?:^|[:-] +)([{[])/.exec(before)
  return opened ? line.from + opened.index + opened[0].length - 1 : -1
}

/**
 * What is being typed at a place: the path of its mapping or list, the key whose value it is (null for a key),
 * the word so far, what stands beside it, and how far it is indented.
 */
export function typing(state, position) {
  const start = flowStart(state, position)
  const from = start >= 0 ? start : position
  const line = state.doc.lineAt(from), before = line.text.slice(0, from - line.from)
  const found = marks(before), last = found.at(-1)
  const column = last?.key === ITEM ? before.length : last ? last.column : before.search(/\S|$/)
  const outer = found.filter(mark => mark.key === ITEM).map(mark => mark.key)
  const path = [...above(state.doc, line.number, found[0]?.column ?? column, found[0]?.key === ITEM), ...outer]
  const key = last && last.key !== ITEM ? last.key : null
  if (start >= 0) {
    const {stack, token} = flow(state.sliceDoc(start, position))
    if (stack.length) return inFlow(path, key, stack, token)
  }
  const word = key ? last.value : before.slice(found.length ? before.search(/[^\s-]|$/) : column)
  return {path, key, word, said: siblings(state.doc, line.number, column), column, isFlow: false}
}

function inFlow(path, key, stack, token) {
  const way = key ? [...path, key] : [...path]
  for (const level of stack.slice(0, -1)) way.push(level.list ? ITEM : level.key)
  const top = stack.at(-1)
  return {path: way, key: top.list ? ITEM : top.key, word: token, said: top.said, column: 0, isFlow: true}
}
