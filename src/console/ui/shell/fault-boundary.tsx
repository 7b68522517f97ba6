import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What is shown instead; `stale`: a part of the page is not on the server any more, because the program was updated. */
  readonly shown: (stale: boolean) => ReactNode;
}

interface State {
  readonly fault: unknown;
}

/** Keeps a fault of one page from taking the console with it. React has no hook for this. */
export class FaultBoundary extends Component<Props, State> {
  override state: State = { fault: undefined };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return this.props.shown(
      fault instanceof Error && /dynamically imported module|Importing a module/u.test(fault.message),
    );
  }
}
