import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SearchPage } from '../../../wire/inbox.ts';
import { get, withQuery } from '../../api/client.ts';

const PAUSE_MS = 250;
/** Two Chinese characters are enough; one finds everything. */
const SHORTEST_SEARCH = 2;

/** What the words find, once the typing pauses. They are patients' names and numbers, and so never stand in the page's address. */
export function useSearch(typed: string) {
  const [words, setWords] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => {
      setWords(typed.trim());
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [typed]);
  const search = useQuery({
    queryKey: ['inbox', 'search', words],
    queryFn: ({ signal }) => get<SearchPage>(withQuery('/api/search', { q: words }), signal),
    enabled: words.length >= SHORTEST_SEARCH,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return { ...search, tooShort: typed.trim().length < SHORTEST_SEARCH };
}
