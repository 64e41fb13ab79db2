// Runs in the page, before its own scripts: tells what the browser has kept of long tasks, layout shifts and files.

{
  /** Asked for only when a measurement is over, so that nothing of ours runs within it. Reports come a moment late. */
  const reported = (type) => new Promise((then) => {
    const observer = new PerformanceObserver((list) => then(list.getEntries()));
    setTimeout(() => {
      observer.observe({ type, buffered: true });
      setTimeout(() => then(observer.takeRecords()), 200);
    }, 100);
  });

  /** Files of a side: what lies in `embed/`. A file that was asked for twice came once, the second time from the cache. */
  const files = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/embed/'));

  window.watch = {
    /** Long tasks (50 ms and more) that lie, or reach, into a span of time. */
    tasks: async (from, to) => {
      const all = await reported('longtask');
      const within = all.filter(({ startTime, duration }) => startTime < to && startTime + duration > from);
      return { count: within.length, ms: within.reduce((sum, { duration }) => sum + duration, 0) };
    },

    /** The sum of all layout shifts so far. */
    shift: async () => (await reported('layout-shift')).reduce((sum, { value }) => sum + value, 0),

    /** Paths of the files that were asked for by then. */
    files: (by) => {
      const asked = files().filter(({ startTime }) => startTime <= by);
      return [...new Set(asked.map(({ name }) => new URL(name).pathname))];
    },

    /** A figure that begins far away must: on a taller screen the widget would be near at once. */
    far: () => {
      if (files().length > 1) throw new Error('the widget was near before anybody went there');
    },
  };
}
