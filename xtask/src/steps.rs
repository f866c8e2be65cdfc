//! Named steps that run in order and stop at the first failure, with their durations at the end.

use std::time::{Duration, Instant};

use anyhow::Result;

/// The steps that ran so far.
pub(crate) struct Steps {
    n_planned: usize,
    done: Vec<Done>,
}

struct Done {
    name: &'static str,
    took: Duration,
    ok: bool,
}

impl Steps {
    /// Starts a run of that many steps.
    pub(crate) fn new(n_planned: usize) -> Self {
        Self { n_planned, done: Vec::new() }
    }

    /// Announces a step, runs it and keeps its duration.
    pub(crate) fn run<T>(
        &mut self,
        name: &'static str,
        step: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        println!("\n== {}/{} {name}", self.done.len() + 1, self.n_planned);
        let start = Instant::now();
        let result = step();
        let took = start.elapsed();
        self.done.push(Done { name, took, ok: result.is_ok() });
        println!("-- {name}: {}", duration(took));
        result
    }

    /// One line for each step that ran, and the sum.
    pub(crate) fn summary(&self) -> String {
        let width = self.done.iter().map(|it| it.name.chars().count()).max().unwrap_or(0).max(5);
        let mut lines = Vec::new();
        for Done { name, took, ok } in &self.done {
            let mark = if *ok { "ok" } else { "FAILED" };
            lines.push(format!("{name:<width$}  {:>8}  {mark}", duration(*took)));
        }
        let total = self.done.iter().map(|it| it.took).sum();
        lines.push(format!("{:<width$}  {:>8}", "total", duration(total)));
        lines.join("\n")
    }
}

fn duration(it: Duration) -> String {
    match it.as_secs() {
        0..60 => format!("{:.1} s", it.as_secs_f64()),
        secs => format!("{} m {:02} s", secs / 60, secs % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    #[test]
    fn summary_shows_what_ran_and_what_failed() {
        let mut steps = Steps::new(2);
        steps.run("format", || Ok(())).unwrap();
        let failed: Result<()> = steps.run("lint", || bail!("no"));
        assert!(failed.is_err());
        let summary = steps.summary();
        let lines: Vec<_> = summary.lines().collect();
        assert!(lines[0].starts_with("format") && lines[0].ends_with("  ok"), "{summary}");
        assert!(lines[1].starts_with("lint  ") && lines[1].ends_with("  FAILED"), "{summary}");
        assert!(lines[2].starts_with("total"), "{summary}");
    }

    #[test]
    fn durations_read_well() {
        assert_eq!(duration(Duration::from_millis(1250)), "1.2 s");
        assert_eq!(duration(Duration::from_secs(125)), "2 m 05 s");
    }
}
