import { Coming } from '../../parts/coming.tsx';

export default function Page() {
  return <Coming name="work" />;
}
