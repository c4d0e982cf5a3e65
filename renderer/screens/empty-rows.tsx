/** What stands in the place of rows when there are none: why, and what to do next. */
export function EmptyRows({
  title,
  next,
  action,
}: {
  title: string;
  next: string;
  action?: React.ReactElement;
}): React.ReactElement {
  return (
    <div className="empty-rows" role="status">
      <h2>{title}</h2>
      <p>{next}</p>
      {action}
    </div>
  );
}
