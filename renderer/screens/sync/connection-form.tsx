import { useState } from 'react';
import type { ConnectionSettings, SyncStatus } from '#core/contract/schemas.ts';
import { usePlan } from '#renderer/stores/desk-context.tsx';
import { failureOf } from '#renderer/stores/failure.ts';
import { text } from '#renderer/text/text.ts';

const fields = ['name', 'url', 'database', 'login'] as const;

/** Where the ERP is and who asks it. The secret goes one way only: in. */
export function ConnectionForm({ sync }: { readonly sync: SyncStatus | null }): React.ReactElement {
  const client = usePlan((state) => state.client);
  const [kept, setKept] = useState<'no' | 'testing' | 'yes'>('no');
  const [problem, setProblem] = useState('');
  const known = sync?.connection;

  async function keep(form: FormData): Promise<void> {
    const read = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const settings: ConnectionSettings = {
      name: read('name'),
      kind: read('kind') === 'sandbox' ? 'sandbox' : 'odoo',
      url: read('url'),
      database: read('database'),
      login: read('login'),
    };
    setKept('testing');
    setProblem('');
    try {
      await client().sync.connect({ settings, secret: read('secret') });
      setKept('yes');
    } catch (error) {
      setKept('no');
      setProblem(failureOf(error)?.message ?? '');
    }
  }

  return (
    <form
      className="connection-form"
      aria-label={text('sync.connection')}
      onSubmit={(event) => {
        event.preventDefault();
        void keep(new FormData(event.currentTarget));
      }}
    >
      {fields.map((name) => (
        <label key={name}>
          {text(`sync.field.${name}`)}
          <input name={name} required type={name === 'url' ? 'url' : 'text'} defaultValue={known?.[name] ?? ''} />
        </label>
      ))}
      <label>
        {text('sync.field.kind')}
        <select name="kind" defaultValue={known?.kind ?? 'odoo'}>
          <option value="odoo">{text('sync.kind.odoo')}</option>
          <option value="sandbox">{text('sync.kind.sandbox')}</option>
        </select>
      </label>
      <label>
        {text('sync.field.secret')}
        <input
          name="secret"
          type="password"
          required
          autoComplete="off"
          placeholder={sync?.hasSecret ? text('sync.secretKept') : ''}
        />
      </label>
      <button type="submit" className="button" disabled={kept === 'testing'}>
        {text('sync.keep')}
      </button>
      <p role="status" className={problem ? 'bad' : 'good'}>
        {problem ? `▲ ${problem}` : kept === 'yes' ? `✓ ${text('sync.kept')}` : ''}
      </p>
    </form>
  );
}
