import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Text of a filter that stands in the address: shown as it is typed, written when the typing rests. A change of the
 * address from elsewhere (back, 清除筛选) is shown; the echo of what was written here is not, for more may be typed by then.
 */
export function useTypedText(inAddress: string, write: (text: string) => void, delay = 200) {
  const [typed, setTyped] = useState(inAddress);
  const [seen, setSeen] = useState(inAddress);
  const [written, setWritten] = useState<string | null>(null);
  if (seen !== inAddress) {
    setSeen(inAddress);
    setWritten(null);
    if (inAddress !== written) setTyped(inAddress);
  }
  const writeTyped = useEffectEvent((text: string) => {
    setWritten(text);
    write(text);
  });
  useEffect(() => {
    if (typed === inAddress) return;
    const timer = setTimeout(() => writeTyped(typed), delay);
    return () => clearTimeout(timer);
  }, [typed, inAddress, delay]);
  return [typed, setTyped] as const;
}
