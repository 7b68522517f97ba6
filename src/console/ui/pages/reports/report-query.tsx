import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { get, withQuery } from '../../api/client.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';

interface Props<T> {
  readonly path: string;
  readonly query: Readonly<Record<string, string | null>>;
  readonly children: (report: T) => ReactNode;
}

/** Fetches a report and shows it; what was shown stays while another period is on its way. */
export function Report<T>({ path, query, children }: Props<T>) {
  const url = withQuery(path, query);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['reports', url],
    queryFn: ({ signal }) => get<T>(url, signal),
    placeholderData: keepPreviousData,
  });
  if (isPending) return <LoadingState />;
  if (error !== null || data === undefined) return <ErrorState error={error} retry={refetch} />;
  return <>{children(data)}</>;
}
