/** What is waited for, or undefined once so many milliseconds have passed. */
export async function within<T>(milliseconds: number, waited: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([waited, enough]);
  } finally {
    clearTimeout(timer);
  }
}
