// What a chart says from afar. Letters are never smaller than can be read: where those of a card would
// be, it says its name alone, set larger; further out, a branch is a tinted block with its name, its
// people and its gaps. The drawing stays where it is, to be clicked and read out, and is not painted.

import {LEAST, forget, forgetPaints, isFarAt, linesOf, modelOf, paintOf, paragraphsOf} from './chart-model.js'
import {size, stages, viewOf} from './chart.js'
import {showDrawing, showDrawingLater} from './first-view.js'
import {LINE, fitted, forgetWidths, typeface, wordsOf, wrap, write} from './lettering.js'

// What is painted asks for its fonts now, so that it need not be painted twice.
for (const weight of [400, 700]) document.fonts?.load(typeface(10, weight), 'A◆').catch(() => {})

const WHOLE = 0.6, MOST_WHOLE = 300, MOST_FIT = 0.7, SAMPLE = 300, GAP = 2, PAD = 4
const CARD = [58, 15], SPLIT = [260, 150]
const layers = new WeakMap()

// All that a card says in letters of one size, where it fits its room.
function wholeAt(pen, card, width, height, letters) {
  const key = `${Math.round(width)}|${Math.round(height)}|${letters}`
  if (card.wholes?.key === key) return card.wholes.fit
  card.wholes = {key, fit: wholeIn(pen, card, width, height - (letters > LEAST ? 6 : 2), letters)}
  return card.wholes.fit
}

function wholeIn(pen, card, width, height, letters) {
  const name = {text: card.name, letters: card.isRoot ? 16 : letters + 2, ink: card.ink, isBold: true, isName: true}
  const parts = [...(card.tag ? [{text: card.tag, letters: LEAST, ink: card.ink, isBold: true}] : []), name, ...paragraphsOf(card).map(one => ({...one, letters}))]
  for (const part of parts) {
    part.lines = wrap(wordsOf(pen, part.text), width * 10 / part.letters, 12)
    if (!part.lines) return null
  }
  const high = parts.reduce((sum, part) => sum + part.lines.length * part.letters * LINE, 0) + 3
  return high <= height ? {parts, high} : null
}

// The sizes of all letters of a chart at a zoom, so that no card is louder than its neighbours: where
// most say all of themselves, that of what they say; and that of names, which most have room for.
function sizesAt(pen, model, k) {
  const key = Math.round(k * 500)
  if (model.sizes?.key === key) return model.sizes
  const every = model.cards.filter(card => !card.isFold && !card.isRoot), step = Math.ceil(every.length / SAMPLE), some = every.filter((_, at) => at % step === 0)
  const room = card => [card.width * k - 2 * PAD - (card.hasGap ? 6 : 0), card.height * k]
  const saysAll = k >= WHOLE && model.cards.length <= MOST_WHOLE
  const detail = saysAll ? [11, 10, LEAST].find(letters => some.filter(card => wholeAt(pen, card, ...room(card), letters)).length >= some.length * MOST_FIT) : 0
  const fitting = some.map(card => fitted(pen, card.name, room(card)[0], room(card)[1] - PAD, 14)[0]).sort((a, b) => a - b)
  return model.sizes = {key, detail: detail ?? 0, name: detail ? detail + 2 : fitting[Math.floor(fitting.length * (1 - MOST_FIT))] ?? 14}
}

function writeWhole(pen, {parts, high}, [x, y, width, height], isMiddle) {
  let top = y + (height - high) / 2
  pen.textAlign = isMiddle ? 'center' : 'left'
  pen.textBaseline = 'middle'
  for (const part of parts) {
    pen.font = typeface(part.letters, part.isBold ? 700 : 400)
    pen.fillStyle = paintOf(part.ink).fill
    for (const line of part.lines) { pen.fillText(line, isMiddle ? x + width / 2 : x, top + part.letters * LINE / 2); top += part.letters * LINE }
    if (part.isName) top += 3
  }
}

function layerOf(stage) {
  if (!layers.has(stage)) {
    const canvas = document.createElement('canvas')
    canvas.className = 'far-layer'
    canvas.setAttribute('aria-hidden', 'true')
    stage.append(canvas)
    layers.set(stage, canvas)
  }
  const canvas = layers.get(stage), ratio = devicePixelRatio || 1
  if (!canvas.isConnected) stage.append(canvas)
  const wide = Math.round(stage.clientWidth * ratio), high = Math.round(stage.clientHeight * ratio)
  if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, {width: wide, height: high})
  const pen = canvas.getContext('2d')
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.clearRect(0, 0, stage.clientWidth, stage.clientHeight)
  return pen
}

function box(pen, x, y, width, height, round, fill, stroke, line = 1.2, dash = []) {
  pen.beginPath()
  pen.roundRect(x, y, width, height, Math.max(0, Math.min(round, height / 3)))
  pen.fillStyle = fill
  pen.fill()
  if (!stroke) return
  Object.assign(pen, {strokeStyle: stroke, lineWidth: line})
  pen.setLineDash(dash)
  pen.stroke()
  pen.setLineDash([])
}

function drawLines(pen, model, {x, y, k}, colour) {
  pen.save()
  pen.translate(x, y)
  pen.scale(k, k)
  pen.strokeStyle = colour
  pen.lineWidth = 1 / k
  for (const {path, at} of linesOf(model)) {
    pen.save()
    pen.translate(...at)
    pen.stroke(path)
    pen.restore()
  }
  pen.restore()
}

/** How a card looks from afar: its name, its colours, and whether it is the root. */
export const lookOf = card => ({...paintOf(card.frame), ink: paintOf(card.ink).fill, name: card.name, tag: card.tag, dash: card.dash, isFurther: card.node.matches('.also'), isRoot: card.isRoot, isFold: card.isFold, tab: card.isFold ? card.node.textContent.trim() : ''})

/** Paint a card by its name into a room on the screen, in letters no larger than `most`. */
export function paintCard(pen, look, [x, y, width, height], line = 1, most = 14) {
  box(pen, x, y, width, height, 6, look.fill, look.stroke, line, look.dash)
  if (height < 11) return
  if (look.isFold) return writeTab(pen, look, x, y, width, height)
  if (look.whole) return writeWhole(pen, look.whole, [x + PAD, y, width - 2 * PAD, height], look.isRoot)
  const wide = width - 2 * PAD - (look.hasGap ? 6 : 0), high = height - PAD
  const [letters, lines] = fitted(pen, look.name, wide, high, look.isRoot ? 16 : most)
  const over = look.tag && look.isFurther && high >= lines.length * letters * LINE + LEAST * LINE ? LEAST * LINE : 0
  if (over) write(pen, [look.tag], LEAST, x + PAD, y + (height - over - lines.length * letters * LINE) / 2, wide, over, look.ink, false)
  write(pen, lines, letters, x + PAD, y + over, width - 2 * PAD, height - over, look.ink, look.isRoot)
}

// A tab says as much of what it hides as fits in a line.
function writeTab(pen, look, x, y, width, height) {
  pen.font = typeface(9)
  let text = look.tab
  while (text.includes(' · ') && pen.measureText(text).width > width - 6) text = text.replace(/ · [^·]*$/, '')
  if (pen.measureText(text).width <= width - 6) write(pen, [text], 9, x, y, width, height, look.ink, true)
}

/** Where a card is seen in its stage. */
export const roomOf = (card, view) => [view.x + card.x * view.k, view.y + card.y * view.k, card.width * view.k, card.height * view.k]

function drawCard(pen, card, view, showsGaps, sizes) {
  const room = roomOf(card, view), isChosen = card.node.classList.contains('chosen') || card.node.classList.contains('several')
  const letters = card.isRoot && view.k >= WHOLE ? sizes.detail || 11 : sizes.detail
  const whole = letters && !card.isFold ? wholeAt(pen, card, room[2] - 2 * PAD - (card.hasGap ? 6 : 0), room[3], letters) : null
  paintCard(pen, {...lookOf(card), whole, hasGap: card.hasGap}, room, isChosen ? 3 : card.node.matches(':focus-within') ? 2.5 : 1, sizes.name)
  if (card.hasGap && showsGaps && room[3] >= 11) dot(pen, room[0] + room[2] - 6, room[1] + 6)
}

function dot(pen, x, y) {
  pen.beginPath()
  pen.arc(x, y, 3.5, 0, 7)
  pen.fillStyle = '#c0261d'
  pen.fill()
}

/** A number with what it counts, as *1,204 people*. */
export const counted = (count, one, more) => `${String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',')} ${Math.round(count) === 1 ? one : more}`

function drawBlock(pen, each, view, showsGaps, depth = 0) {
  const [left, top, right, bottom] = each.room
  const x = view.x + left * view.k, y = view.y + top * view.k, width = (right - left) * view.k, height = (bottom - top) * view.k
  if (x > pen.canvas.width || y > pen.canvas.height || x + width < 0 || y + height < 0) return
  const {fill, stroke} = paintOf(each.card.frame), inner = each.under.filter(one => one.room && one.card)
  pen.globalAlpha = each.card.isRoot ? 0.25 : 1
  box(pen, x + GAP, y + GAP, Math.max(2, width - 2 * GAP), Math.max(2, height - 2 * GAP), 8, fill, stroke, depth ? 1 : 1.4)
  pen.globalAlpha = 1
  const ink = paintOf(each.card.ink).fill, isOpen = width > SPLIT[0] && height > SPLIT[1] && inner.length > 1
  if (!isOpen) {
    if (width < 30 || height < 12) return
    const more = [counted(each.functions, 'function', 'functions'), each.people ? counted(each.people, 'person', 'people') : '', showsGaps && each.gaps ? counted(each.gaps, 'gap', 'gaps') : ''].filter(Boolean).join(' · ')
    const hasMore = height > 40 && width > 70, [letters, lines] = fitted(pen, each.card.name, width - 8, hasMore ? height - 18 : height)
    const high = Math.min(height - (hasMore ? 16 : 0), lines.length * letters * LINE + 8)
    write(pen, lines, letters, x + 4, y + 2, width - 8, high, ink)
    if (!hasMore) return
    pen.font = typeface(10, 400)
    let text = more
    while (text.includes(' · ') && pen.measureText(text).width > width - 8) text = text.replace(/^[^·]*· /, '')
    if (pen.measureText(text).width <= width - 8) pen.fillText(text, x + 4, y + high + 8)
    return
  }
  for (const one of inner) drawBlock(pen, one, view, showsGaps, depth + 1)
  head(pen, each, view, x, width, ink)
}

// The name of a branch whose parts are shown stands over its own card, as wide as the branch lets it.
function head(pen, each, view, left, width, ink) {
  const {card} = each, y = view.y + card.y * view.k, high = Math.max(card.height * view.k, 16)
  const [letters, lines] = fitted(pen, card.name, Math.min(width - 8, 320), Math.max(high, 30), 14)
  pen.font = typeface(letters)
  const wide = Math.max(...lines.map(line => pen.measureText(line).width)) + 12, tall = Math.max(high, lines.length * letters * LINE + 4)
  const middle = view.x + (card.x + card.width / 2) * view.k, x = Math.max(left + 2, Math.min(left + width - wide - 2, middle - wide / 2))
  // The root stands over its branches: where it is taller than its card, it grows upwards.
  const {fill, stroke} = paintOf(card.frame), top = card.isRoot ? Math.max(0, y + card.height * view.k - tall) : y
  box(pen, x, top, wide, tall, 6, fill, stroke, card.node.classList.contains('chosen') ? 3 : 1.2)
  write(pen, lines, letters, x + 6, top, wide - 12, tall, ink, true)
}

/** Paint a stage as it is seen from where it stands. */
export function paint(stage) {
  const view = viewOf(stage), wasFar = stage.classList.contains('far')
  const isFar = stage.classList.toggle('far', isFarAt(stage, view.k))
  for (const letters of [7, 8, 9, 10]) stage.classList.toggle(`hides-${letters}`, letters * view.k < LEAST - 0.01)
  const show = isFar ? showDrawingLater : showDrawing
  show(stage)
  if (!isFar) return void (wasFar && layerOf(stage))
  const model = modelOf(stage), pen = layerOf(stage)
  const sample = model.cards.find(card => card.node.classList.contains('function')) ?? model.cards[0]
  const showsGaps = true
  const colour = getComputedStyle(stage).getPropertyValue('--chart-line') || '#8a9bb0'
  const isBlocks = (sample.width * view.k < CARD[0] || sample.height * view.k < CARD[1]) && model.tree.length
  stage.dataset.level = isBlocks ? 'branches' : 'names'
  if (isBlocks) {
    for (const each of model.tree) if (each.above < 0) {
      for (const one of each.under) if (one.room) drawBlock(pen, one, view, showsGaps)
      if (each.card) head(pen, each, view, 0, stage.clientWidth, paintOf(each.card.ink).fill)
    }
    return
  }
  drawLines(pen, model, view, colour)
  const sizes = sizesAt(pen, model, view.k)
  for (const card of model.cards) {
    const x = view.x + card.x * view.k, y = view.y + card.y * view.k
    if (x < stage.clientWidth && y < stage.clientHeight && x + card.width * view.k > 0 && y + card.height * view.k > 0) drawCard(pen, card, view, showsGaps, sizes)
  }
}

const waiting = new Set()
let lacksFonts = false
/** Paint a stage with the next picture of the screen. */
export function paintSoon(stage) {
  if (!waiting.size) requestAnimationFrame(paintAll)
  waiting.add(stage)
}

function paintAll() {
  const asked = [...waiting]
  waiting.clear()
  asked.forEach(paint)
  lacksFonts = [...document.fonts ?? []].some(face => face.status === 'loading')
}

const all = () => stages().filter(stage => 'canvas' in stage.dataset)
document.addEventListener('chart:view', event => { if ('canvas' in event.target.dataset) paintSoon(event.target) })
for (const name of ['htmx:after:swap', 'view:shown']) document.addEventListener(name, () => { for (const stage of all()) { forget(stage); paintSoon(stage) } })
document.addEventListener('focusin', event => { const stage = event.target.closest?.('.stage.far'); if (stage) paintSoon(stage) })
document.addEventListener('chart:chosen', () => all().forEach(paintSoon))
document.addEventListener('chart:look', () => { forgetPaints(); all().forEach(paintSoon) })
addEventListener('resize', () => all().forEach(paintSoon))
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => document.dispatchEvent(new Event('chart:look')))
document.fonts?.ready.then(() => { if (lacksFonts) { forgetWidths(); all().forEach(paintSoon) } })
all().forEach(paintSoon)
export {all as canvases, size}
