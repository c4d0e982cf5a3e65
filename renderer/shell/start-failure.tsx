import { text } from '#renderer/text/text.ts';

/** The page when there is no backend to show: what happened and what to do. */
export function StartFailure({ message }: { readonly message: string }): React.ReactElement {
  return (
    <main className="start-failure">
      <h1>{text('app.failed')}</h1>
      <p role="alert">{message}</p>
      <button type="button" className="button primary" onClick={() => window.location.reload()}>
        {text('app.reload')}
      </button>
    </main>
  );
}
