// The boxes of a chart as they are drawn: where each stands, what it says and hangs under what.

import {chartOf} from './chart.js'

/** The size of the smallest letters that can be read. */
export const LEAST = 9
const models = new WeakMap(), shapes = new Map()
let paints = new Map()

const number = text => Number.parseFloat(text) || 0
export const boxId = node => node.id.replace(/^[a-z]+-/, '')

function shapeOf(frame) {
  const key = frame.getAttribute('d') ?? frame.getAttribute('points') ?? frame.outerHTML
  if (!shapes.has(key)) shapes.set(key, boundsOf(key) ?? Object.values(frame.getBBox().toJSON()).slice(0, 4))
  return shapes.get(key)
}

// The corners and handles of an outline say what it takes up, without the drawing being laid out.
function boundsOf(outline) {
  if (!/^[MCLZ\d\s.,-]+$/.test(outline)) return null
  const sides = outline.match(/-?[\d.]+/g).map(Number), [across, down] = [0, 1].map(first => sides.filter((_, at) => at % 2 === first))
  const [left, top] = [Math.min(...across), Math.min(...down)]
  return [left, top, Math.max(...across) - left, Math.max(...down) - top]
}

// Colours come of a class or an attribute; they are asked of a sample that is in no drawing.
const LOOKS = ['class', 'fill', 'stroke']
const swatch = document.createElementNS('http://www.w3.org/2000/svg', 'path')
const palette = Object.assign(document.createElement('div'), {className: 'chart', hidden: true})  // the dark has rules of its own for charts
palette.append(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))
palette.firstChild.append(swatch)
document.body.append(palette)

/** The colours of an element of a drawing. */
export function paintOf(element) {
  const looks = LOOKS.map(name => element.getAttribute(name) ?? ''), key = looks.join('|')
  if (!paints.has(key)) {
    LOOKS.forEach((name, at) => swatch.setAttribute(name, looks[at]))
    const {fill, stroke} = getComputedStyle(swatch)
    paints.set(key, {fill: fill === 'none' ? 'transparent' : fill, stroke})
  }
  return paints.get(key)
}

const XLINK = 'http://www.w3.org/1999/xlink'
const nameOf = (node, texts) => node.querySelector('a')?.getAttributeNS(XLINK, 'title') || texts.map(text => text.textContent).join(' ')

// The colour of a card's name: that of its largest letters.
const inkOf = texts => texts.reduce((best, text) => !best || lettersOf(text) > lettersOf(best) ? text : best, null)
const letters = new Map()
function lettersOf(text) {
  const look = text.getAttribute('class') ?? ''
  if (!letters.has(look)) letters.set(look, number(/\bt(\d+)/.exec(look)?.[1]))
  return letters.get(look)
}

const dashOf = frame => frame.classList.contains('dotted') ? [1.5, 3] : frame.classList.contains('dashed') ? [5, 3] : []

function cardOf(node) {
  const frame = node.querySelector('.frame, path, polygon')
  if (!frame) return null
  const [left, top, width, height] = shapeOf(frame), branch = node.parentNode
  const at = /translate\(([-\d.]+)[ ,]([-\d.]+)/.exec(node.getAttribute('transform') ?? '')
  const x = number(at?.[1]) + number(branch.getAttribute?.('x')) + left, y = number(at?.[2]) + number(branch.getAttribute?.('y')) + top
  const texts = [...node.getElementsByTagName('text')], name = nameOf(node, texts), ink = inkOf(texts) ?? frame
  const card = {node, id: boxId(node), name, x, y, width, height, frame, ink, isFold: node.classList.contains('fold'), isRoot: node.matches('.desired, .organisation'), hasGap: frame.classList.contains('s-gap') || Boolean(node.querySelector('.gap-mark'))}
  return Object.assign(card, {tag: tagOf(card, texts[0]), dash: dashOf(frame)})
}

/** The boxes of a stage's chart, with what hangs under each; worked out once for each drawing. */
export function modelOf(stage) {
  const chart = chartOf(stage)
  if (!chart) return null
  if (models.get(stage)?.chart === chart) return models.get(stage)
  const cards = [...chart.querySelectorAll('.node')].map(cardOf).filter(Boolean), byId = new Map(cards.map(card => [card.id, card]))
  const rows = JSON.parse(stage.querySelector('.tree')?.textContent || '[]')
  const tree = rows.map(([id, above, functions, people, gaps]) => ({id, above, aboveId: rows[above]?.[0], functions, people, gaps, under: [], card: byId.get(id)}))
  for (const each of tree) if (each.above >= 0) tree[each.above].under.push(each)
  const model = {chart, cards, byId, tree: tree.filter(each => each.card)}
  for (const each of [...tree].reverse()) measure(each)
  model.isAnother = watch(model, chart.parentNode)
  models.set(stage, model)
  return model
}

/** The lines of a model's chart, each with where its branch stands. */
export function linesOf(model) {
  const corner = ({parentNode: branch}) => ['x', 'y'].map(side => number(branch.getAttribute(side)))
  return model.lines ??= [...model.chart.querySelectorAll('.line')].map(line => ({path: new Path2D(line.getAttribute('d')), at: corner(line)}))
}

// The letters in which a drawing says what stands below names; smaller ones are tags.
const detailOf = chart => Number(chart.dataset.detail) || LEAST

/** Whether the letters of a stage's chart are too small to be read at a scale. */
export const isFarAt = (stage, scale) => {
  const chart = chartOf(stage)
  return Boolean(chart?.querySelector('.node')) && scale < LEAST / detailOf(chart)
}

// What a card says below its name: lines that the drawing broke are one paragraph again.
const WORDED = '.function, .outcome, .desired, .unaligned, .organisation, .role'
export function paragraphsOf(card) {
  if (card.paragraphs) return card.paragraphs
  const told = [], detail = detailOf(card.node.closest('svg.chart'))
  let last = null, isAbove = true
  for (const text of card.node.matches(WORDED) ? card.node.querySelectorAll('text') : []) {
    const letters = lettersOf(text), look = text.getAttribute('class'), y = number(text.getAttribute('y')), words = text.textContent.trim().replaceAll('◆ ', '◆\u00a0')
    const isChip = text.classList.contains('m') && !card.isRoot, isInitials = isChip && text.nextElementSibling?.matches('text')
    if (text === card.ink) isAbove = false
    if (letters >= detail && (isChip || !isAbove) && !isInitials && letters < lettersOf(card.ink)) {
      if (last?.look === look && y - last.y < letters * 1.5) last.text += ` ${words}`
      else told.push(last = {look, text: words, ink: isChip ? card.ink : text})
      last.y = y
    } else last = null
  }
  return card.paragraphs = told
}

// What stands over a card's name, such as that it only enables, or serves this too.
function tagOf(card, first) {
  return card.node.matches('.function, .also') && first && first !== card.ink && !first.classList.contains('m') ? first.textContent.trim() : ''
}

// The room that a branch takes, and all that is in it.
function measure(each) {
  const {card} = each, boxes = each.under.map(one => one.room).filter(Boolean)
  if (card) boxes.push([card.x, card.y, card.x + card.width, card.y + card.height])
  if (!boxes.length) return
  each.room = [0, 1, 2, 3].map(side => (side < 2 ? Math.min : Math.max)(...boxes.map(box => box[side])))
  for (const one of each.under) { each.functions += one.functions; each.people += one.people; each.gaps += one.gaps }
}

/** Forget the colours, as the look of the page is another. */
export const forgetPaints = () => { paints = new Map() }

// A sheet is moved, and a box chosen, lit and lifted; whatever else changes makes a drawing another.
const isOther = ({target, attributeName}) => !attributeName || !target.matches(attributeName === 'class' ? '.sheet, .node' : '.sheet')

function watch(model, sheet) {
  const note = records => { model.isOutdated ||= records.some(isOther) }
  const watcher = new MutationObserver(note)
  watcher.observe(sheet, {subtree: true, childList: true, characterData: true, attributes: true})
  return () => { note(watcher.takeRecords()); return model.isOutdated && (watcher.disconnect(), true) }
}

/** Forget what is known of a stage's chart, where it was drawn anew since. */
export const forget = stage => { if (models.get(stage)?.isAnother()) models.delete(stage) }
