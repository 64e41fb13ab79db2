// Runs in the page, before its own scripts: keeps what the browser reports of long tasks, layout shifts and files.

{
  const seen = { longtask: [], 'layout-shift': [] };
  const observers = Object.keys(seen).map((type) => {
    const keep = (entries) => seen[type].push(...entries);
    const observer = new PerformanceObserver((list) => keep(list.getEntries()));
    observer.observe({ type, buffered: true });
    return () => keep(observer.takeRecords());
  });

  /** Reports come a moment after what they report. */
  const reported = async () => {
    await new Promise((then) => { setTimeout(then, 200); });
    for (const take of observers) take();
  };

  /** Files of a side: what lies in `embed/`. A file that was asked for twice came once, the second time from the cache. */
  const files = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/embed/'));

  window.watch = {
    /** Long tasks (50 ms and more) that lie, or reach, into a span of time. */
    tasks: async (from, to) => {
      await reported();
      const within = seen.longtask.filter(({ startTime, duration }) => startTime < to && startTime + duration > from);
      return { count: within.length, ms: within.reduce((sum, { duration }) => sum + duration, 0) };
    },

    /** The sum of all layout shifts so far. */
    shift: async () => {
      await reported();
      return seen['layout-shift'].reduce((sum, { value }) => sum + value, 0);
    },

    /** Paths of the files that were asked for by then. */
    files: (by) => [...new Set(files().filter(({ startTime }) => startTime <= by).map(({ name }) => new URL(name).pathname))],

    /** A figure that begins far away must: on a taller screen the widget would be near at once. */
    far: () => {
      if (files().length > 1) throw new Error('the widget was near before anybody went there');
    },
  };
}
