// The editor of sparql.html: CodeMirror as `Editor.open`; its colours are those of the page.
import { indentWithTab } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { Prec, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { minimalSetup } from "codemirror";

const setMark = StateEffect.define();
const mark = StateField.define({
  create: () => Decoration.none,
  update(marks, change) {
    for (const effect of change.effects) {
      if (!effect.is(setMark)) continue;
      if (!(effect.value >= 1 && effect.value <= change.state.doc.lines)) return Decoration.none;
      const { from } = change.state.doc.line(effect.value);
      return Decoration.set(Decoration.line({ class: "cm-wrong" }).range(from));
    }
    return change.docChanged ? Decoration.none : marks;
  },
  provide: field => EditorView.decorations.from(field),
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--keyword)", fontWeight: "600" },
  { tag: [tags.string, tags.number], color: "var(--literal)" },
  { tag: tags.comment, color: "var(--dim)", fontStyle: "italic" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--variable)" },
  { tag: [tags.atom, tags.meta, tags.namespace, tags.propertyName], color: "var(--accent)" },
]);

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--card)", fontSize: ".9rem" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "ui-monospace, monospace", lineHeight: "1.55" },
  ".cm-gutters": { color: "var(--dim)", backgroundColor: "transparent", border: "0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--selection)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--selection)" },
});

window.Editor = {
  open(parent, { label, describedby, run, change }) {
    const view = new EditorView({
      parent,
      extensions: [
        Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => { run(); return true; } }, indentWithTab])),
        minimalSetup,
        lineNumbers(),
        bracketMatching(),
        EditorView.lineWrapping,
        StreamLanguage.define(sparql),
        syntaxHighlighting(colours),
        look,
        mark,
        EditorView.contentAttributes.of({ tabindex: "0", "aria-label": label, "aria-describedby": describedby }),
        EditorView.updateListener.of(update => { if (update.docChanged) change(); }),
      ],
    });
    return {
      get text() { return view.state.doc.toString(); },
      set text(insert) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } }); },
      mark: line => view.dispatch({ effects: setMark.of(line) }),
      focus: () => view.focus(),
    };
  },
};
