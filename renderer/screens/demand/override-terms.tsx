import type { Ref } from 'react';
import { formatShortDay } from '#renderer/text/format-date.ts';
import { text } from '#renderer/text/text.ts';

interface OverrideTermsProps {
  readonly reason: string;
  readonly expiresOn: number | null;
  readonly owner: string;
  /** Weeks that were typed and wait for a reason. */
  readonly drafts: number;
  /** The days on which an override may end. */
  readonly lastDays: readonly number[];
  readonly reasonRef: Ref<HTMLInputElement>;
  readonly onReason: (reason: string) => void;
  readonly onExpiresOn: (day: number | null) => void;
  readonly onKept: () => void;
  readonly onDiscarded: () => void;
}

const usualReasons = ['promotion', 'newCustomer', 'lostCustomer', 'project', 'price', 'market', 'oneOff'] as const;

/** What goes with typed weeks: why, and how long they hold. Weeks typed without a reason wait here for one. */
export function OverrideTerms(props: OverrideTermsProps) {
  const { reason, expiresOn, owner, drafts, lastDays, reasonRef, onReason, onExpiresOn, onKept, onDiscarded } = props;
  return (
    <form
      className={`override-terms${drafts > 0 ? ' waiting-terms' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        onKept();
      }}
    >
      <label>
        {text('demand.reason')}
        <input
          ref={reasonRef}
          list="override-reasons"
          maxLength={200}
          value={reason}
          placeholder={text('demand.reasonHint')}
          onChange={({ target }) => onReason(target.value)}
        />
      </label>
      <datalist id="override-reasons">
        {usualReasons.map((name) => (
          <option key={name} value={text(`demand.usual.${name}`)} />
        ))}
      </datalist>
      <label>
        {text('demand.until')}
        <select value={expiresOn ?? ''} onChange={({ target }) => onExpiresOn(target.value === '' ? null : Number(target.value))}>
          <option value="">{text('demand.untilOver')}</option>
          {lastDays.map((day) => (
            <option key={day} value={day}>
              {formatShortDay(day)}
            </option>
          ))}
        </select>
      </label>
      <span className="soft">{text('demand.ownerIs', { owner })}</span>
      {drafts > 0 && (
        <span className="actions">
          <span role="status">{text('demand.drafts', { count: drafts })}</span>
          <button type="submit" className="button primary small" disabled={reason.trim() === ''}>
            {text('demand.keep')}
          </button>
          <button type="button" className="button small" onClick={onDiscarded}>
            {text('demand.discard')}
          </button>
        </span>
      )}
    </form>
  );
}
