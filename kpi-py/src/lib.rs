//! kpi-core for Python: the module `kpi._native`. It only carries values over; the package `kpi` is around it.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects
)]

mod calendar;
mod capsule;
mod catalog;
mod columns;
mod error;
mod events;
mod mapping;
mod output;
mod records;
mod request;
mod rows;
mod source;
mod value;

use pyo3::prelude::pymodule;

/// The compiled part of the package `kpi`.
#[pymodule]
mod _native {
    use std::collections::BTreeMap;
    use std::sync::{Mutex, MutexGuard, PoisonError};

    use arrow_array::RecordBatch;
    use kpi_core::{Amount, Argument, Decimal, Error, Kind, Parameter, Request, Sorted, Table};
    use pyo3::prelude::{
        Bound, Py, PyAny, PyAnyMethods, PyDictMethods, PyResult, Python, pyclass, pyfunction, pymethods,
    };
    use pyo3::types::{PyCapsule, PyDict};

    use crate::columns::Batch;
    use crate::error::{broken, raise, raised, unreadable};
    use crate::request::{self, Reading, Unreadable};
    use crate::source::{Given, Source, batches};
    use crate::value::Value;
    use crate::{calendar, capsule, output};

    #[pymodule_export]
    use crate::events::{Derived, DerivedTable, derive};

    /// The version of the package.
    ///
    /// >>> version().count(".")
    /// 2
    #[pyfunction]
    fn version() -> &'static str {
        kpi_core::VERSION
    }

    /// The catalogue as JSON: a list of every KPI in every variant.
    ///
    /// >>> import json
    /// >>> json.loads(catalog())[0]["id"]
    /// 'first_response_time'
    #[pyfunction]
    fn catalog(py: Python<'_>) -> PyResult<String> {
        raised(py, crate::catalog::json())
    }

    /// The presets as JSON: a list of named sets of KPIs.
    ///
    /// >>> import json
    /// >>> json.loads(presets())[0]["name"]
    /// 'common'
    #[pyfunction]
    fn presets(py: Python<'_>) -> PyResult<String> {
        raised(py, crate::catalog::presets())
    }

    /// The figures of a formula as JSON; the parameters are JSON, too.
    ///
    /// >>> import json
    /// >>> json.loads(formula("nps", "", {"promoters": 6, "passives": 3, "detractors": 1}))[0]["value"]
    /// '50'
    #[pyfunction]
    #[pyo3(signature = (kpi, variant, inputs, parameters_json = "{}", level = 0.95))]
    fn formula(
        py: Python<'_>,
        kpi: &str,
        variant: &str,
        inputs: &Bound<'_, PyDict>,
        parameters_json: &str,
        level: f64,
    ) -> PyResult<String> {
        let arguments = arguments(inputs)?;
        raised(
            py,
            py.detach(|| {
                let parameters: Sorted<String, Parameter> =
                    serde_json::from_str(parameters_json).map_err(|error| unreadable(&error))?;
                let figures = kpi_core::find(kpi, variant)?.formula(&arguments, &parameters, level)?;
                serde_json::to_string(&figures).map_err(|error| unreadable(&error))
            }),
        )
    }

    fn arguments(inputs: &Bound<'_, PyDict>) -> PyResult<Sorted<String, Argument>> {
        inputs.iter().map(|(name, value)| Ok((name.extract()?, Value::new(&value)?.argument()))).collect()
    }

    /// The log-rank test between groups, each a dict of `durations` and `observed`, as JSON.
    ///
    /// >>> import json
    /// >>> early = {"durations": [1, 2], "observed": [True, True]}
    /// >>> late = {"durations": [3, 4], "observed": [True, False]}
    /// >>> json.loads(log_rank([early, late]))["degrees_of_freedom"]
    /// 1
    #[pyfunction]
    fn log_rank(py: Python<'_>, groups: Vec<Bound<'_, PyDict>>) -> PyResult<String> {
        let groups =
            groups.iter().map(|group| arguments(group).map(Argument::ByWord)).collect::<PyResult<Vec<Argument>>>()?;
        raised(
            py,
            py.detach(|| {
                let test = kpi_core::log_rank(&groups)?;
                serde_json::to_string(&test).map_err(|error| unreadable(&error))
            }),
        )
    }

    /// Where a value, as decimal text, stands against the benchmarks of its figure, as JSON.
    ///
    /// >>> import json
    /// >>> json.loads(standing("csat", "", "", "72.5"))[0]["word"]
    /// 'excellent'
    #[pyfunction]
    #[pyo3(signature = (kpi, variant, figure, value, population = None))]
    fn standing(
        py: Python<'_>,
        kpi: &str,
        variant: &str,
        figure: &str,
        value: &str,
        population: Option<&str>,
    ) -> PyResult<String> {
        let found = || {
            let Amount(nanos) = value.parse().map_err(|error: Error| error.field("value"))?;
            let found = kpi_core::standing(kpi, variant, figure, Decimal::new(nanos, 9), population)?;
            serde_json::to_string(&found).map_err(|error| unreadable(&error))
        };
        raised(py, found())
    }

    /// A report over whole tables, each `(kind, data, columns, constants, null)`.
    ///
    /// >>> request = '{"kpis": ["nps"]}'
    /// >>> answer = {"id": "S1", "kind": "nps", "scale_min": 0, "scale_max": 10, "score": 9}
    /// >>> report(request, [("surveys", [answer], None, None, None)]).csv().split(",")[0]
    /// 'kpi'
    #[pyfunction]
    fn report(py: Python<'_>, request_json: &str, tables: Vec<Given<'_>>) -> PyResult<Report> {
        let (request, reading) = raised(py, request::read(request_json, Request::skips_bad_records))?;
        let mut batches = batches(py, &tables, &reading)?;
        let inner = py.detach(|| {
            let tables: Vec<Table<'_>> = batches.iter_mut().map(Batch::table).collect();
            kpi_core::report(&request, &tables)
        });
        Ok(Report { inner: raised(py, inner)? })
    }

    /// What is wrong with whole tables, as JSON: a list of problems.
    ///
    /// >>> import json
    /// >>> answer = {"id": "S1", "kind": "nps", "scale_min": 0, "scale_max": 10, "score": 11}
    /// >>> json.loads(check('{"kpis": []}', [("surveys", [answer], None, None, None)]))[0]["code"]
    /// 'out_of_scale'
    #[pyfunction]
    fn check(py: Python<'_>, request_json: &str, tables: Vec<Given<'_>>) -> PyResult<String> {
        let (request, mut reading) = raised(py, request::read(request_json, Request::skips_bad_records))?;
        reading.unreadable = Unreadable::Note;
        let mut batches = batches(py, &tables, &reading)?;
        let problems = py.detach(|| {
            let tables: Vec<Table<'_>> = batches.iter_mut().map(Batch::table).collect();
            let problems = kpi_core::check(&request, &tables)?;
            serde_json::to_string(&problems).map_err(|error| unreadable(&error))
        });
        raised(py, problems)
    }

    /// A report: one long, tidy table.
    #[pyclass(frozen, module = "kpi._native")]
    struct Report {
        inner: kpi_core::Report,
    }

    #[pymethods]
    impl Report {
        /// The table as an Arrow stream; a wish for another schema is not fulfilled.
        #[pyo3(signature = (requested_schema = None))]
        fn __arrow_c_stream__<'py>(
            &self,
            py: Python<'py>,
            requested_schema: Option<Py<PyAny>>,
        ) -> PyResult<Bound<'py, PyCapsule>> {
            drop(requested_schema);
            let batch = py.detach(|| output::table(&self.inner));
            capsule::write(py, batch.map_err(broken)?)
        }

        /// The report as JSON: an object of `about` and `rows`.
        fn json(&self, py: Python<'_>) -> PyResult<String> {
            raised(py, py.detach(|| serde_json::to_string(&self.inner).map_err(|error| unreadable(&error))))
        }

        /// What the report was made of, as JSON.
        fn about_json(&self, py: Python<'_>) -> PyResult<String> {
            raised(py, py.detach(|| serde_json::to_string(&self.inner.about()).map_err(|error| unreadable(&error))))
        }

        /// The table as CSV with a header.
        fn csv(&self, py: Python<'_>) -> String {
            py.detach(|| self.inner.to_csv())
        }
    }

    /// A business calendar.
    #[pyclass(frozen, module = "kpi._native")]
    struct Calendar {
        inner: kpi_core::time::Calendar,
    }

    #[pymethods]
    impl Calendar {
        #[new]
        fn new(py: Python<'_>, json: &str) -> PyResult<Self> {
            Ok(Calendar { inner: raised(py, calendar::read(json))? })
        }

        /// Open microseconds from one instant to another.
        #[pyo3(signature = (start, end, schedule = None))]
        fn elapsed(&self, py: Python<'_>, start: &str, end: &str, schedule: Option<&str>) -> PyResult<i64> {
            raised(py, calendar::elapsed(&self.inner, start, end, schedule))
        }

        /// Open microseconds between the columns `from` and `to` of a table, by one schedule or by those of its column
        /// `team`.
        #[pyo3(signature = (data, schedule = None))]
        fn elapsed_between(&self, data: &Bound<'_, PyAny>, schedule: Option<&str>) -> PyResult<Durations> {
            let py = data.py();
            let zone = calendar::zone(&self.inner, schedule);
            let reading = Reading { zone, unreadable: Unreadable::Refuse };
            let given = ("status_spans".to_owned(), data.clone(), None, None, None);
            let mut batches = batches(py, &[given], &reading)?;
            if let Some(error) = batches.iter().find_map(Batch::refused) {
                return Err(raise(py, &error));
            }
            let elapsed = py.detach(|| {
                let tables: Vec<Table<'_>> = batches.iter_mut().map(Batch::table).collect();
                calendar::elapsed_between(&self.inner, &tables, schedule)
            });
            Ok(Durations { inner: raised(py, elapsed)? })
        }

        /// The instant at which so many open microseconds have passed, as RFC 3339.
        #[pyo3(signature = (start, micros, schedule = None))]
        fn deadline(&self, py: Python<'_>, start: &str, micros: i64, schedule: Option<&str>) -> PyResult<String> {
            raised(py, calendar::deadline(&self.inner, start, micros, schedule))
        }

        /// Whether an instant lies in the hours.
        #[pyo3(signature = (at, schedule = None))]
        fn is_open(&self, py: Python<'_>, at: &str, schedule: Option<&str>) -> PyResult<bool> {
            raised(py, calendar::is_open(&self.inner, at, schedule))
        }
    }

    /// A column of durations, as a table.
    #[pyclass(frozen, module = "kpi._native")]
    struct Durations {
        inner: RecordBatch,
    }

    #[pymethods]
    impl Durations {
        /// The table as an Arrow stream; a wish for another schema is not fulfilled.
        #[pyo3(signature = (requested_schema = None))]
        fn __arrow_c_stream__<'py>(
            &self,
            py: Python<'py>,
            requested_schema: Option<Py<PyAny>>,
        ) -> PyResult<Bound<'py, PyCapsule>> {
            drop(requested_schema);
            capsule::write(py, self.inner.clone())
        }
    }

    /// A report in the making.
    #[pyclass(frozen, module = "kpi._native")]
    struct Accumulator {
        reading: Reading,
        state: Mutex<State>,
    }

    struct State {
        inner: kpi_core::Accumulator,
        /// Records that were pushed, by kind: where the next table's indexes begin.
        pushed: BTreeMap<Kind, u64>,
    }

    impl Accumulator {
        /// kpi-core marks an accumulator whose update failed, so that a poisoned lock says nothing new.
        fn state(&self) -> MutexGuard<'_, State> {
            self.state.lock().unwrap_or_else(PoisonError::into_inner)
        }
    }

    #[pymethods]
    impl Accumulator {
        #[new]
        #[pyo3(signature = (request_json, track_ids = false))]
        fn new(py: Python<'_>, request_json: &str, track_ids: bool) -> PyResult<Self> {
            let (request, reading) = raised(py, request::read(request_json, Request::skips_bad_records))?;
            let mut inner = raised(py, kpi_core::Accumulator::new(&request))?;
            if track_ids {
                inner = inner.track_ids();
            }
            Ok(Accumulator { reading, state: Mutex::new(State { inner, pushed: BTreeMap::new() }) })
        }

        /// Adds a table, `(kind, data, columns, constants, null)`, batch by batch.
        fn push(&self, py: Python<'_>, table: Given<'_>) -> PyResult<()> {
            let pushed = py.detach(|| self.state().pushed.clone());
            let base = |kind: Kind| pushed.get(&kind).copied().unwrap_or_default();
            let source = Source::new(&table, &self.reading, base)?;
            let kind = source.kind();
            raised(
                py,
                py.detach(|| {
                    let mut state = self.state();
                    let State { inner, pushed } = &mut *state;
                    let count = pushed.entry(kind).or_default();
                    source.read(&self.reading, *count, |mut batch| {
                        *count = count.saturating_add(batch.len() as u64);
                        inner.push(&batch.table())
                    })
                }),
            )
        }

        /// Adds another one's records.
        fn merge(&self, py: Python<'_>, other: &Accumulator) -> PyResult<()> {
            raised(
                py,
                py.detach(|| {
                    let bytes = other.state().inner.to_bytes();
                    self.state().inner.merge_bytes(&bytes)
                }),
            )
        }

        /// Takes away another one's records, which were added before.
        fn unmerge(&self, py: Python<'_>, other: &Accumulator) -> PyResult<()> {
            raised(
                py,
                py.detach(|| {
                    let other = other.state().inner.clone();
                    self.state().inner.unmerge(&other)
                }),
            )
        }

        /// Adds the records of another one's bytes.
        fn merge_bytes(&self, py: Python<'_>, data: &[u8]) -> PyResult<()> {
            raised(py, py.detach(|| self.state().inner.merge_bytes(data)))
        }

        /// The partial result as bytes.
        fn to_bytes(&self, py: Python<'_>) -> Vec<u8> {
            py.detach(|| self.state().inner.to_bytes())
        }

        /// The report over all records so far.
        fn report(&self, py: Python<'_>) -> PyResult<Report> {
            Ok(Report { inner: raised(py, py.detach(|| self.state().inner.report()))? })
        }
    }
}
