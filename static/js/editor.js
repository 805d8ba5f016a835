// The text editor of the source pane; `npm run build` bundles this with CodeMirror into vendor/editor.js.

import {autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap} from '@codemirror/autocomplete'
import {defaultKeymap, history, historyKeymap, indentWithTab} from '@codemirror/commands'
import {yaml} from '@codemirror/lang-yaml'
import {bracketMatching, foldGutter, foldKeymap, indentOnInput, indentService, indentUnit, syntaxHighlighting} from '@codemirror/language'
import {lintGutter, lintKeymap, setDiagnostics} from '@codemirror/lint'
import {highlightSelectionMatches, search, searchKeymap} from '@codemirror/search'
import {EditorState, Prec, Transaction} from '@codemirror/state'
import {drawSelection, dropCursor, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers} from '@codemirror/view'
import {classHighlighter} from '@lezer/highlight'

import {completion} from './completion.js'
import {definition, pathAt} from './outline.js'

const look = EditorView.theme({
  '.tok-propertyName': {color: 'var(--accent)'},
  '.tok-comment, .tok-meta': {color: 'var(--quiet)', fontStyle: 'italic'},
  '.tok-punctuation': {color: 'var(--quiet)'},
  '.tok-keyword, .tok-labelName': {color: 'var(--gap)'},
  '&': {height: '100%', fontSize: '0.875rem', color: 'inherit', backgroundColor: 'var(--surface)'},
  '&.cm-focused': {outline: 'none'},
  '&.cm-focused::after':
    {content: '""', position: 'absolute', inset: 0, zIndex: 300, border: '3px solid var(--accent)', pointerEvents: 'none'},
  '.cm-scroller': {fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace', lineHeight: '1.6'},
  '.cm-content': {caretColor: 'var(--ink)', padding: '0.75rem 0'},
  '.cm-cursor': {borderLeftColor: 'var(--ink)', borderLeftWidth: '2px'},
  '.cm-gutters': {backgroundColor: 'var(--surface)', color: 'var(--quiet)', border: 'none'},
  '.cm-activeLine, .cm-activeLineGutter': {backgroundColor: 'color-mix(in srgb, var(--accent) 7%, transparent)'},
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    {backgroundColor: 'color-mix(in srgb, var(--accent) 28%, transparent)'},
  '.cm-selectionMatch': {backgroundColor: 'color-mix(in srgb, var(--accent) 18%, transparent)'},
  '.cm-tooltip, .cm-panels': {backgroundColor: 'var(--surface)', color: 'var(--ink)', border: '1px solid var(--strong-line)'},
  '.cm-tooltip': {borderRadius: '8px', overflow: 'hidden', maxWidth: '28rem'},
  '.cm-tooltip-autocomplete ul li': {padding: '0.15rem 0.6rem'},
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {backgroundColor: 'var(--deep)', color: 'var(--on-deep)'},
  '.cm-completionDetail': {fontStyle: 'normal', fontFamily: 'Inter, system-ui, sans-serif', opacity: '0.85'},
  '.cm-completionInfo': {fontFamily: 'Inter, system-ui, sans-serif', padding: '0.5rem 0.75rem'},
  '.cm-diagnostic': {fontFamily: 'Inter, system-ui, sans-serif', padding: '0.5rem 0.75rem'},
  '.cm-diagnostic-error': {borderLeft: '4px solid var(--gap)'},
  '.cm-lintRange-error': {
    backgroundImage: 'none', textDecoration: 'underline wavy var(--gap)', textUnderlineOffset: '3px',
    backgroundColor: 'color-mix(in srgb, var(--gap) 14%, transparent)',
  },
  '.cm-panel input, .cm-panel button': {font: 'inherit', fontSize: '0.8125rem'},
  '.cm-foldPlaceholder': {backgroundColor: 'var(--accent-soft)', color: 'var(--ink)', border: 'none'},
})

/** Put an editor of a text in the place of an element; `changed` hears of every edit, `moved` of the cursor. */
export function edit(stand_in, {text, name, schema, changed, moved}) {
  const host = document.createElement('div')
  host.className = 'editor'
  stand_in.replaceWith(host)
  const root = host.attachShadow({mode: 'open'})  // there CodeMirror's styles need no leave of the page's policy
  const outside = Transaction.userEvent.of('outside')
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), foldGutter(), lintGutter(), history(), drawSelection(), dropCursor(), indentOnInput(),
        indentUnit.of('  '), indentService.of(indentation), EditorState.tabSize.of(2), bracketMatching(), closeBrackets(), highlightActiveLine(),
        highlightActiveLineGutter(), highlightSelectionMatches(), search({top: true}), EditorView.lineWrapping,
        Prec.highest(keymap.of([{key: 'Escape', run: letTabLeave}])),
        yaml(), syntaxHighlighting(classHighlighter), autocompletion({override: [completion(schema)], icons: false}), look,
        EditorView.contentAttributes.of({'aria-label': `Source of ${name}. Escape and then Tab leaves it.`, tabindex: '0'}),
        keymap.of([
          ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap,
          ...completionKeymap, ...lintKeymap, indentWithTab,
        ]),
        EditorView.updateListener.of(update => {
          if (update.docChanged && !update.transactions.some(one => one.isUserEvent('outside'))) changed()
          if (update.selectionSet || update.docChanged) moved()
        }),
      ],
    }),
  })
  return {
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    take: (text, sent) => replace(view, text, sent, outside),
    mark: problems => view.dispatch(setDiagnostics(view.state, problems.map(one => diagnostic(view.state.doc, one)))),
    go: (line, column) => go(view, place(view.state.doc, line, column)),
    goTo: path => { const at = definition(view.state, path); if (at != null) go(view, at); return at != null },
    path: () => pathAt(view.state, view.state.selection.main.head),
    isFocused: () => view.hasFocus,
  }
}

// A new line stands under the one before it, or two further in where that one opens something.
function indentation(context, position) {
  if (context.simulatedBreak == null) return undefined
  const [, spaces, dashes, rest] = /^(\s*)((?:- +)*)(.*)$/.exec(context.lineAt(position, -1).text)
  const said = rest.replace(/(^|\s)#.*$/, '')
  const isKeyed = /^[^\s#{[][^#{[]*?:(\s|$)/.test(said), opens = /(:|[{[,])\s*$/.test(said)
  return spaces.length + (isKeyed ? dashes.length : 0) + (opens && !said.trimEnd().endsWith(',') ? 2 : 0)
}

// Also where Escape closes a list of completions: one Escape, then Tab, always leaves. It stands before the
// completions, whose keys have the highest precedence too.
function letTabLeave(view) {
  view.setTabFocusMode(2000)
  return false
}

// Where two texts differ, as the change that makes the one the other; null where they do not.
function span(old, now) {
  if (old === now) return null
  let start = 0, end = 0
  const most = Math.min(old.length, now.length)
  while (start < most && old[start] === now[start]) start++
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++
  return {from: start, to: old.length - end, insert: now.slice(start, now.length - end)}
}

// Only the span that differs is replaced, so that the cursor, folds and the scroll stay where they are. What was
// typed since the text `sent` stays too; false where it is in the way.
function replace(view, text, sent, outside) {
  const current = view.state.doc.toString(), was = sent ?? current
  const theirs = span(was, text.replace(/\r\n?/g, '\n')), mine = span(was, current)
  if (!theirs) return true
  if (mine && theirs.to >= mine.from && mine.to >= theirs.from) return false
  const shift = mine && theirs.from > mine.to ? current.length - was.length : 0
  const {from, to, insert} = theirs
  view.dispatch({changes: {from: from + shift, to: to + shift, insert}, annotations: outside})
  return true
}

// The server counts characters; the editor counts as JavaScript does, where some characters are two.
function place(doc, line, column) {
  const at = doc.line(Math.max(1, Math.min(line, doc.lines)))
  return at.from + [...at.text].slice(0, Math.max(0, column - 1)).join('').length
}

function diagnostic(doc, {line, column, message, text}) {
  const from = place(doc, line, column), end = doc.lineAt(from).to
  const isHere = text && doc.sliceString(from, from + text.length) === text
  return {from, to: isHere ? from + text.length : Math.max(from, end), severity: 'error', message}
}

function go(view, at) {
  view.dispatch({selection: {anchor: at}, effects: EditorView.scrollIntoView(at, {y: 'center'})})
  view.focus()
}
