interface Props {
  readonly id: string;
  readonly onBack: (() => void) | null;
}

export default function ConversationPane({ id }: Props) {
  return <p>{id}</p>;
}
