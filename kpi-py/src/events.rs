//! What follows from a log of events, for Python: the tables, and what in the log contradicts itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use kpi_core::derive::{self as core, DeriveRequest};
use kpi_core::{Counted, Kind, Table};
use pyo3::prelude::{Bound, Py, PyAny, PyResult, Python, pyclass, pyfunction, pymethods};
use pyo3::types::PyCapsule;

use crate::columns::Batch;
use crate::error::{broken, raised};
use crate::source::{Given, batches};
use crate::{capsule, records, request};

/// A finding: ticket, place of the event, code, text.
type Finding = (String, Option<u64>, &'static str, &'static str);

/// Records of a kind that came in: their number, and how many were skipped, by code.
type Input = (&'static str, u64, BTreeMap<String, u64>);

/// Everything that a log of events says.
///
/// >>> event = {"ticket": "T1", "at": "2026-03-02T09:00:00Z", "kind": "created"}
/// >>> derived = derive("{}", [("events", [event], None, None, None)])
/// >>> [len(table) for table in derived.tables()]
/// [1, 1, 0, 1, 0]
#[pyfunction]
pub fn derive(py: Python<'_>, request_json: &str, tables: Vec<Given<'_>>) -> PyResult<Derived> {
    let (request, reading) = raised(py, request::read(request_json, DeriveRequest::skips_bad_records))?;
    let mut batches = batches(py, &tables, &reading)?;
    let inner = py.detach(|| {
        let tables: Vec<Table<'_>> = batches.iter_mut().map(Batch::table).collect();
        core::derive(&request, &tables)
    });
    Ok(Derived { inner: Arc::new(raised(py, inner)?) })
}

/// What was derived.
#[pyclass(frozen, module = "kpi._native")]
pub struct Derived {
    inner: Arc<core::Derived>,
}

#[pymethods]
impl Derived {
    /// Its tables, in order.
    fn tables(&self) -> Vec<DerivedTable> {
        let tables = self.inner.tables();
        let table = |(place, table): (usize, &Table<'_>)| DerivedTable {
            kind: table.kind(),
            len: table.len(),
            place,
            derived: self.inner.clone(),
        };
        tables.iter().enumerate().map(table).collect()
    }

    /// What contradicts itself: ticket, place of the event, code, text.
    fn findings(&self) -> Vec<Finding> {
        let findings = self.inner.findings();
        findings.map(|one| (one.ticket.to_owned(), one.event, one.code.as_str(), one.code.text())).collect()
    }

    /// What came in: the kind of records, how many they were, and by code how many of them were skipped.
    fn inputs(&self) -> Vec<Input> {
        let inputs = self.inner.inputs.iter();
        let skipped = |counted: &Counted| counted.skipped.iter().map(|(code, count)| (code.clone(), *count)).collect();
        inputs.map(|(kind, counted)| (kind.as_str(), counted.records, skipped(counted))).collect()
    }
}

/// A table of what was derived.
#[pyclass(frozen, module = "kpi._native")]
#[derive(Clone)]
pub struct DerivedTable {
    derived: Arc<core::Derived>,
    kind: Kind,
    len: usize,
    place: usize,
}

impl DerivedTable {
    /// What kind of record it has.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// The table as kpi-core takes it.
    pub fn table(&self) -> Table<'_> {
        self.derived.tables().into_iter().nth(self.place).unwrap_or_else(|| Table::new(self.kind, 0))
    }
}

#[pymethods]
impl DerivedTable {
    /// The table as an Arrow stream; a wish for another schema is not fulfilled.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        let batch = py.detach(|| records::batch(&self.table()));
        capsule::write(py, batch.map_err(broken)?)
    }

    fn __len__(&self) -> usize {
        self.len
    }

    /// The kind of its records as it is called in a report.
    fn name(&self) -> &'static str {
        self.kind.plural()
    }

    /// Each column's name, type and values: instants and durations in µs, scores and amounts in their units.
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Vec<(String, &'static str, Bound<'py, PyAny>)>> {
        let table = self.table();
        let columns = records::columns(&table);
        columns.iter().map(|column| Ok((column.name.to_owned(), column.of.as_str(), column.values(py)?))).collect()
    }
}
