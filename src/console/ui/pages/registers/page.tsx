import { Route, Switch, useSearch } from 'wouter';
import { EntryPage } from './entry-page.tsx';
import { ListPage } from './list-page.tsx';
import { NewPage } from './new-page.tsx';

/** The complaint/opinion register: the list, one entry, a new one. */
export default function RegistersPage() {
  const search = useSearch();
  return (
    <Switch>
      <Route path="/registers/new">
        <NewPage />
      </Route>
      <Route path="/registers/:kind/:number">
        {({ kind, number }) => <EntryPage key={`${kind}/${number}`} kind={kind} number={number} />}
      </Route>
      <Route>
        <ListPage key={search} />
      </Route>
    </Switch>
  );
}
