import { useEffect, useRef, type ReactNode } from 'react';
import { useDesk } from '#renderer/stores/desk-context.tsx';

/** A panel above the desk. The platform's dialog keeps the focus inside and gives it back; Esc closes it. */
export function FloatingPanel({ label, children }: { readonly label: string; readonly children: ReactNode }): React.ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const float = useDesk((state) => state.float);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="floating"
      aria-label={label}
      onClose={() => float('none')}
      onClick={({ target, currentTarget }) => target === currentTarget && float('none')}
    >
      {children}
    </dialog>
  );
}
