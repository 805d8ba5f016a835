// From one slide to the next: a box that is in both travels from its place before to its place
// after; what ends fades away, what is new appears, and connectors wait until all have landed.
//
// What moves are copies above the slides, each a small layer of its own that a browser moves
// without painting it again; the boxes of the charts themselves are hidden meanwhile.

const TIME = 900, FADE = 300, EASE = 'cubic-bezier(0.5, 0, 0.15, 1)', SVG = 'http://www.w3.org/2000/svg'
const ROOTS = ['organisation', 'desired']
const calm = matchMedia('(prefers-reduced-motion: reduce)')
let flight = null

/** Move from the slide that was on screen to the one that is, which alone is left in the end. */
export async function moving(was, now) {
  const before = flight
  for (const old of now.parentNode.querySelectorAll('.slide')) if (old !== was && old !== now) old.remove()
  if (calm.matches || !now.animate) return was.remove()
  was.inert = true
  was.setAttribute('aria-hidden', 'true')
  const charts = [was, now].map(each => each.querySelector('svg.chart'))
  const mine = flight = {carriers: new Map(), layer: document.createElement('div'), all: []}
  mine.layer.className = 'flight'
  mine.layer.setAttribute('aria-hidden', 'true')
  if (charts.every(Boolean)) travel(was, now, charts, before)
  else mine.all.push(animated(now, {opacity: [0, 1]}, {duration: FADE * 1.5}))
  before?.layer.remove()
  now.parentNode.append(mine.layer)
  await Promise.allSettled(mine.all.map(each => each.finished))
  was.remove()
  mine.layer.remove()
  now.classList.remove('in-flight')
  if (flight === mine) flight = null
}

const animated = (node, frames, more) => node.animate(frames, {fill: 'both', easing: 'ease-out', ...more})

function travel(was, now, [from, to], before) {
  const starts = boxes(from, was, before), ends = boxes(to, now)
  was.classList.add('in-flight')
  now.classList.add('in-flight')
  heads(was, now)
  flight.all.push(
    animated(from, {opacity: [1, 0]}, {duration: FADE * 0.8}),
    animated(to, {opacity: [0, 1]}, {delay: TIME * 0.8, duration: FADE * 1.2, fill: 'backwards'}))
  const left = new Set(starts)
  for (const box of ends) {
    const source = sourceOf(box, starts)
    const carrier = carry(box, box.at)
    if (!source) appear(carrier)
    else {
      fly(carrier, source.at, box.at)
      if (left.delete(source) && !same(source.node, box.node)) blend(carrier, source.node)
    }
  }
  for (const box of left) {
    const heir = ends.find(each => akin(each, box)), carrier = carry(box, heir?.at ?? box.at, true)
    if (heir) fly(carrier, box.at, heir.at)
    flight.all.push(animated(carrier, {opacity: [1, heir ? 1 : 0, 0]}, {duration: heir ? TIME : FADE * 1.2}))
  }
}

/** Put a copy of a box where it will be; that of a box that ends lies under the others. */
function carry(box, at, ends = false) {
  const carrier = document.createElement('div')
  Object.assign(carrier.style, {left: `${at.x}px`, top: `${at.y}px`, width: `${at.width}px`, height: `${at.height}px`})
  carrier.append(copy(box.node))
  flight.layer[ends ? 'prepend' : 'append'](carrier)
  if (!ends) flight.carriers.set(box.node, carrier)
  return carrier
}

function copy(node) {
  const svg = document.createElementNS(SVG, 'svg'), box = node.getBBox(), inner = node.cloneNode(true)
  inner.removeAttribute('transform')
  svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`)
  svg.setAttribute('preserveAspectRatio', 'none')
  svg.setAttribute('font-family', getComputedStyle(node).fontFamily)
  for (const each of [inner, ...inner.querySelectorAll('[id]')]) each.removeAttribute('id')
  for (const link of inner.querySelectorAll('a')) link.replaceWith(...link.childNodes)
  svg.append(inner)
  return svg
}

const appear = carrier => flight.all.push(animated(carrier, {opacity: [0, 1]}, {delay: TIME * 0.6, duration: FADE * 1.4}))

/** Let a box travel; one that stays needs no layer of its own. */
function fly(carrier, from, to) {
  if (['x', 'y', 'width', 'height'].every(side => Math.abs(from[side] - to[side]) < 0.5)) return
  const start = `translate(${from.x - to.x}px, ${from.y - to.y}px) scale(${from.width / to.width || 1}, ${from.height / to.height || 1})`
  flight.all.push(animated(carrier, {transform: [start, 'none']}, {duration: TIME, easing: EASE}))
}

/** Let what a box said before go over into what it says now, while it travels. */
function blend(carrier, node) {
  const old = copy(node)
  carrier.append(old)
  flight.all.push(animated(old, {opacity: [1, 0]}, {duration: TIME * 0.6}))
}

function heads(was, now) {
  const parts = slide => slide.querySelectorAll('.slide-head, .sentences')
  for (const each of parts(was)) flight.all.push(animated(each, {opacity: [1, 0]}, {duration: FADE * 0.5}))
  for (const each of parts(now)) flight.all.push(animated(each, {opacity: [0, 1]}, {delay: FADE * 0.4, duration: FADE}))
}

/** The boxes of a chart: where each is, in flight or not, and all that it is kin to. */
function boxes(chart, slide, before) {
  const prefix = chart.id.slice(0, -'chart'.length), comes = JSON.parse(slide.dataset.origins)
  return [...chart.querySelectorAll('.node')].map(node => {
    const id = node.id.slice(prefix.length), from = comes[id]
    const kin = ROOTS.includes(id) ? ['root'] : from ? from.length ? from : [`new ${id}`] : [id]
    return {id, node, kin, at: (before?.carriers.get(node) ?? node).getBoundingClientRect()}
  })
}

const akin = (one, other) => one.kin.some(each => other.kin.includes(each))

function sourceOf(box, starts) {
  const kin = starts.filter(each => akin(each, box))
  return kin.find(each => each.id === box.id) ?? kin[0]
}

const look = node => [...node.querySelectorAll('text')].map(each => each.textContent).join() + node.querySelector('.frame')?.getAttribute('class')
const same = (one, other) => look(one) === look(other)
