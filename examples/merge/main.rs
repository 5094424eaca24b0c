//! Partial results from several threads, merged: the digits do not depend on how the records were split.
#![forbid(unsafe_code)]

use std::thread;

use kpi_core::{Accumulator, Ask, Request, Result, Score, Survey};

fn main() -> Result<()> {
    let request = Request::new().kpi(Ask::new("nps")).kpi(Ask::new("csat").variant("mean"));
    let surveys: Vec<Survey> = (0..100_000).map(survey).collect();
    let alone = count(&request, &surveys)?.report()?;
    let report = in_threads(&request, &surveys, 4)?.report()?;
    for kpi in ["nps", "csat"] {
        let value = report.headline(kpi);
        assert_eq!(value, alone.headline(kpi));
        println!("{kpi:<5} {}", value.map(|value| value.to_string()).unwrap_or_default());
    }
    Ok(())
}

/// A made-up answer: every second one to another question.
fn survey(number: i32) -> Survey {
    let (kind, min, max) = if number % 2 == 0 { ("nps", 0, 10) } else { ("csat", 1, 5) };
    Survey {
        id: Some(format!("S{number}")),
        kind: Some(kind.into()),
        scale_min: Some(min),
        scale_max: Some(max),
        score: Some(Score::whole(min as i32 + number / 2 % (max - min + 1) as i32)),
        ..Survey::default()
    }
}

fn count(request: &Request, surveys: &[Survey]) -> Result<Accumulator> {
    let mut accumulator = Accumulator::new(request)?;
    accumulator.rows(surveys)?;
    Ok(accumulator)
}

/// Each thread sends its partial result as bytes, as another process or machine would.
fn in_threads(request: &Request, surveys: &[Survey], threads: usize) -> Result<Accumulator> {
    let partials: Vec<Result<Vec<u8>>> = thread::scope(|scope| {
        let size = surveys.len().div_ceil(threads).max(1);
        let started: Vec<_> =
            surveys.chunks(size).map(|part| scope.spawn(|| count(request, part).map(|own| own.to_bytes()))).collect();
        started
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    let mut total = Accumulator::new(request)?;
    for bytes in partials {
        total.merge_bytes(&bytes?)?;
    }
    Ok(total)
}

#[test]
fn threads_do_not_change_a_digit() -> Result<()> {
    let request = Request::new().kpi(Ask::new("nps"));
    // 0 to 10 once each: two promoters, seven detractors.
    let surveys: Vec<Survey> = (0..22).map(survey).collect();
    for threads in 1..5 {
        let report = in_threads(&request, &surveys, threads)?.report()?;
        assert_eq!(report.headline("nps").map(|value| value.to_string()).as_deref(), Some("-45.454545455"));
    }
    Ok(())
}
