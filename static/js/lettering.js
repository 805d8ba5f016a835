// Names set on a canvas: broken into lines, and as large as their room lets them be.

/** How far lines stand from each other, in heights of their letters. */
export const LINE = 1.22
const LARGE = [16, 15, 14, 13, 12, 11, 10, 9]
const widths = new Map(), fits = new Map()
let families = ''

/** What a canvas writes in: the typeface of the page, which is the company's where it has one. */
export function typeface(letters, weight = 700) {
  families ||= getComputedStyle(document.documentElement).fontFamily || 'Inter, sans-serif'
  return `${weight} ${letters}px ${families}`
}

export function wordsOf(pen, name) {
  if (!widths.has(name)) {
    pen.font = typeface(10)
    widths.set(name, name.split(/[^\S\u00a0]+/).filter(Boolean).map(word => [word, pen.measureText(word).width]))
  }
  return widths.get(name)
}

export function wrap(words, room, most) {
  const lines = []
  let line = '', long = 0
  for (const [word, width] of words) {
    if (line && long + width + 2.8 > room) { lines.push(line); line = ''; long = 0 }
    if (width > room || lines.length >= most) return null
    line = line ? `${line} ${word}` : word
    long += width + (long ? 2.8 : 0)
  }
  return line && lines.push(line) <= most ? lines : null
}

// The largest letters in which a name fits a room; where none are small enough, it ends in dots.
export function fitted(pen, name, width, height, largest = LARGE[0]) {
  const key = `${name}|${Math.round(width)}|${Math.round(height)}|${largest}`
  if (fits.has(key)) return fits.get(key)
  if (fits.size > 40000) fits.clear()
  const words = wordsOf(pen, name)
  let best = null
  for (const letters of LARGE) {
    if (letters > largest) continue
    const lines = wrap(words, width * 10 / letters, Math.floor((height + 2) / (letters * LINE)))
    if (lines) { best = [letters, lines]; break }
  }
  fits.set(key, best ??= [9, cut(pen, name, width, height)])
  return best
}

function cut(pen, name, width, height) {
  pen.font = typeface(10)
  const most = Math.max(1, Math.floor((height + 2) / (9 * LINE))), room = width * 10 / 9 * most * (most > 1 ? 0.86 : 1)
  let text = name
  while (text && pen.measureText(`${text}…`).width > room) text = text.slice(0, -1)
  const short = `${text.trimEnd()}…`
  return most > 1 ? wrap(wordsOf(pen, short), width * 10 / 9, most) ?? broken(pen, name, width * 10 / 9, most) : [short]
}

// As many words as find room, each cut that is wider than a line.
function broken(pen, name, room, most) {
  const words = wordsOf(pen, name).map(([word, width]) => width > room ? [line(pen, word, room), room] : [word, width])
  for (let count = words.length; count > 0; count -= 1) {
    const lines = wrap(words.slice(0, count), room, most)
    if (lines) return count < words.length ? [...lines.slice(0, -1), `${lines.at(-1)}…`] : lines
  }
  return [line(pen, name, room)]
}

// As much of a name as fits a single line.
function line(pen, name, room) {
  let text = name
  while (text && pen.measureText(`${text}…`).width > room) text = text.slice(0, -1)
  return text.trim() ? `${text.trimEnd()}…` : ''
}

export function write(pen, lines, letters, x, y, width, height, colour, isMiddle) {
  pen.font = typeface(letters)
  pen.fillStyle = colour
  pen.textAlign = isMiddle ? 'center' : 'left'
  pen.textBaseline = 'middle'
  const step = letters * LINE, top = y + (height - step * (lines.length - 1)) / 2
  lines.forEach((line, at) => pen.fillText(line, isMiddle ? x + width / 2 : x, top + at * step))
}

/** Forget how wide words are, as the fonts are there now. */
export const forgetWidths = () => { widths.clear(); fits.clear(); families = '' }
