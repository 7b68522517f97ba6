/** Takes a stream of server-sent events apart. Gives the data of each event; comments count as signs of life only. */
export function createParser(onData: (data: string) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    rest += chunk;
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const data = rest
        .slice(0, end)
        .split('\n')
        .filter((line) => line.indexOf('data: ') === 0)
        .map((line) => line.slice('data: '.length));
      rest = rest.slice(end + 2);
      if (data.length > 0) onData(data.join('\n'));
    }
  };
}
