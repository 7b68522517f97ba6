import { json } from '@codemirror/lang-json';
import { basicSetup, EditorView } from 'codemirror';
import { useEffect, useRef } from 'react';

interface Props {
  readonly text: string;
  readonly label: string;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
  /** Line to show, counted from 1; `times` grows with each wish for it. */
  readonly show: { readonly line: number; readonly times: number } | null;
}

/** An editor for JSON. Loaded only where it is used. */
export default function Editor({ text, label, readOnly, onChange, show }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ text, onChange });
  useEffect(() => {
    latest.current = { text, onChange };
  });
  useEffect(() => {
    if (host.current === null) return undefined;
    const editor = new EditorView({
      doc: latest.current.text,
      parent: host.current,
      extensions: [
        basicSetup,
        json(),
        EditorView.lineWrapping,
        EditorView.editable.of(!readOnly),
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) latest.current.onChange(update.state.doc.toString());
        }),
      ],
    });
    // Its scrolled part can be reached with the keyboard, also where it may not be edited.
    editor.scrollDOM.tabIndex = 0;
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, [label, readOnly]);
  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);
  useEffect(() => {
    const editor = view.current;
    if (editor === null || show === null) return;
    const { from } = editor.state.doc.line(Math.min(Math.max(1, show.line), editor.state.doc.lines));
    editor.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    editor.focus();
  }, [show]);
  return <div ref={host} className="settings-editor" />;
}
