//! The engine: tables in, cells of every KPI updated; partial results out, merged and finished.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::{ptr, slice};

use crate::column::{Codes, Column, Table};
use crate::error::{Code, Error, Result};
use crate::hash::fingerprint;
use crate::kpi::clock::{BUSINESS, BUSINESS_HOURS_ONLY, CLOCK, HOLIDAYS, TOGETHER, YES};
use crate::kpi::parameters::{Parameter, Parameters, canonical, level};
use crate::kpi::part::{AGENT, Hours, ReadInfo, Run, Setting, Work, missing_records};
use crate::kpi::people::ranking::Ranking;
use crate::kpi::touch::Touches;
use crate::kpi::{Entry, find, ids, open};
use crate::record::{Field, Kind, Prepared, Row, Type};
use crate::report::batch::{self, BadRows, Batch, Wanted};
use crate::report::derive;
use crate::report::filter::{Filter, Test, or_dash};
use crate::report::place::{Anchored, Groups, Placed, Placer, RowGroups, Slots, absent_kind};
use crate::report::request::{Ask, BadRecords, Request};
use crate::report::table::Report;
use crate::report::work::{has_handled, reads_spans};
use crate::rows::{TableBuilder, WantedFields};
use crate::sorted::{Sorted, sort};
use crate::spec::{Anchor, ParameterSpec, Spec};
use crate::time::{Calendar, slots};
use crate::words::{Dictionary, NONE, either};

/// Rows that are placed and counted before the next ones, so that their columns stay in the cache.
const CHUNK: usize = 1 << 14;
/// The most cells of all KPIs: beyond it memory ends before the report is of use to anyone.
const MAX_CELLS: usize = 5_000_000;
/// Rows that are copied into columns at a time.
const ROWS: usize = 1024;

/// One KPI that was asked for.
pub(crate) struct Asked {
    pub entry: &'static Entry,
    /// The KPI whose figures these are: itself, or the one that ranks agents for it.
    pub measured: &'static Entry,
    pub ranking: Option<Ranking>,
    pub parameters: Sorted<String, Parameter>,
    /// Those of the measured KPI.
    pub own: Sorted<String, Parameter>,
    pub hash: String,
    pub run: Box<dyn Run>,
    /// What it reads, with the anchors that were asked for.
    pub reads: Vec<ReadInfo>,
    /// It asks for business hours.
    pub hours: bool,
    /// It is no KPI that was asked for, but what is open beside some of them.
    pub beside: bool,
    /// Records that span buckets do not add up, so the total is counted by itself.
    pub direct_total: bool,
}

/// A column that only KPIs see that mean the same by touches, under its name.
pub(crate) type Meant<'a> = (&'a Touches, &'a str, Column<'a>);

/// Refuses events: no KPI reads them, and a report that left them aside in silence would be taken for one of them.
pub(crate) fn is_of_reports(kind: Kind) -> Result<()> {
    if kind != Kind::TicketEvent {
        return Ok(());
    }
    let text =
        "events are no records of a report; `derive` tickets, waits, holdings, spans and SLA targets from them first";
    Err(Error::new(Code::UnknownRecord, text).record(kind.as_str()))
}

impl Asked {
    /// One that has counted nothing yet.
    pub fn new(request: &Request, ask: &Ask) -> Result<Self> {
        Self::of(request, find(&ask.kpi, &ask.variant)?, &ask.parameters, &ask.anchor)
    }

    fn of(
        request: &Request,
        entry: &'static Entry,
        parameters: &Sorted<String, Parameter>,
        anchors: &Sorted<String, String>,
    ) -> Result<Self> {
        let spec = entry.spec();
        let parameters = with_clock(request, spec, parameters);
        let ranking = entry.ranking(&Parameters::new(spec, &parameters, false)?)?;
        // Where the figures of another KPI rank, that one is measured.
        let (measured, own) = match ranking.as_ref().and_then(|ranking| ranking.of.as_ref()) {
            Some(of) => (of.entry, with_clock(request, of.entry.spec(), &of.parameters)),
            None => (entry, parameters.clone()),
        };
        let end = request.window.filter(|_| !request.window_found).map(|(_, to)| to);
        let setting = Setting {
            parameters: &Parameters::new(measured.spec(), &own, false)?,
            as_of: request.as_of.or(end),
            as_of_asked: request.as_of.is_some(),
            level: level(request.level)?,
            zone: &request.zone,
            calendar: request.calendar.as_ref(),
        };
        let run = measured.start(&setting).map_err(|error| match error.field_name() {
            Some(_) => error,
            None => error.field(spec.id),
        })?;
        let mut definition = String::from(spec.id);
        let mut say = |word: &str| {
            definition.push(' ');
            definition.push_str(word);
        };
        say(spec.variant);
        say(&canonical(&parameters));
        say(&or_dash(request.as_of));
        let mut direct_total = run.traits().own_total;
        let (mut reads, mut kinds) = (Vec::new(), Vec::new());
        for read in measured.reads() {
            let read = run.asked(read);
            counts_as_of(request, spec.id, &read)?;
            let kind = read.kind.as_str();
            let anchor = anchor(&read, anchors.get(kind))?;
            for field in &Anchored::from(anchor).fields() {
                say(field);
            }
            direct_total |= spans(anchor);
            reads.push(ReadInfo { anchor, ..read });
            kinds.push(kind);
        }
        for kind in anchors.keys() {
            if !kinds.contains(&kind.as_str()) {
                let text = format!("`{}` reads no `{kind}` records, but {}", spec.id, either(kinds));
                return Err(Error::new(Code::UnknownRecord, text).field("anchor"));
            }
        }
        if ranking.as_ref().is_some_and(|ranking| ranking.of.is_some()) {
            let of = measured.spec();
            say(of.id);
            say(of.variant);
            say(&canonical(&own));
        }
        let hours = request.calendar.as_ref().filter(|_| asks_for_hours(measured.spec(), &own));
        if let Some(calendar) = hours {
            say(&short(calendar.hash()));
        }
        Ok(Asked {
            entry,
            measured,
            ranking,
            parameters,
            own,
            hash: short(fingerprint(&definition)),
            run,
            reads,
            hours: hours.is_some(),
            beside: false,
            direct_total,
        })
    }

    /// By kind of record, the field that names the agent.
    pub fn attribution(&self) -> Sorted<String, String> {
        let mut fields = Sorted::new();
        for read in &self.reads {
            if let Some(field) = read.names_agent() {
                fields.insert(read.kind.as_str().into(), field.into());
            }
        }
        fields
    }

    /// Whether it reads a field of a kind of record that names the agent.
    fn names_agent(&self, kind: Kind) -> bool {
        self.reads.iter().any(|read| read.kind == kind && read.agent.is_some())
    }

    /// The count of what is open that goes with it.
    pub fn beside_of<'a>(&self, running: &'a [Asked]) -> Option<&'a dyn Run> {
        let ends = self.reads.iter().find_map(|read| match read.anchor {
            Anchor::Ending(fields) => open::beside(fields),
            _ => None,
        })?;
        running.iter().find(|other| ptr::eq(other.entry, ends)).map(|other| &*other.run)
    }
}

/// How many records of one kind came in, and how many were skipped and why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counted {
    /// Records that came in, the skipped ones included.
    pub records: u64,
    /// Records that were skipped, by code.
    pub skipped: Sorted<String, u64>,
}

impl Counted {
    /// Counts the records of a table, those that were dropped because they could not be read included.
    pub(crate) fn add(&mut self, table: &Table<'_>) {
        self.records = self.records.saturating_add(table.len as u64);
        for unread in &table.unread {
            let n = unread.rows.len() as u64;
            self.records = self.records.saturating_add(n);
            let own = self.skipped.entry(unread.code.as_str().into());
            *own = own.saturating_add(n);
        }
    }
}

/// A report in the making: give it tables in any number and order, merge it with others, take the report.
///
/// Any split of the records over tables and accumulators gives the same digits. Duplicate ids are seen within one
/// accumulator and only if it was told to [`Accumulator::track_ids`]; merging cannot see them.
///
/// ```
/// use kpi_core::{Accumulator, Ask, Instant, Request, Score, Survey};
/// let request = Request::new().kpi(Ask::new("nps"));
/// let mut total = Accumulator::new(&request)?;
/// for score in [10, 10, 8, 3] {
///     let mut part = Accumulator::new(&request)?;
///     part.rows(&[Survey {
///         id: Some("S".into()), kind: Some("nps".into()), scale_min: Some(0), scale_max: Some(10),
///         score: Some(Score::whole(score)), ..Survey::default()
///     }])?;
///     total.merge(&part)?;
/// }
/// assert_eq!(total.report()?.headline("nps").unwrap().to_string(), "25");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub struct Accumulator {
    pub(crate) request: Request,
    pub(crate) running: Vec<Asked>,
    pub(crate) words: Dictionary,
    pub(crate) groups: Groups,
    pub(crate) slots: Slots,
    pub(crate) labels: Vec<String>,
    pub(crate) inputs: Sorted<Kind, Counted>,
    /// A dimension is a list, so records can be in several groups.
    pub(crate) overlap: bool,
    /// Text columns of the caller's own that somebody reads, by kind, with their number of records.
    pub(crate) segments: Sorted<(Kind, String), u64>,
    /// The ids of every kind of record by its number, where they are remembered.
    ids: Vec<Dictionary>,
    /// Kinds of which no id is there twice, as the caller has found out.
    pub(crate) unique: Vec<Kind>,
    /// A survey that is answered again is no duplicate: the caller has marked which answers are replaced.
    pub(crate) answers_replace: bool,
    bound: usize,
    pub(crate) failed: Option<Error>,
}

impl Clone for Accumulator {
    fn clone(&self) -> Self {
        let running = |running: &Asked| Asked {
            entry: running.entry,
            measured: running.measured,
            ranking: running.ranking.clone(),
            parameters: running.parameters.clone(),
            own: running.own.clone(),
            hash: running.hash.clone(),
            run: running.run.boxed(),
            reads: running.reads.clone(),
            hours: running.hours,
            beside: running.beside,
            direct_total: running.direct_total,
        };
        Accumulator {
            request: self.request.clone(),
            running: self.running.iter().map(running).collect(),
            words: self.words.clone(),
            groups: self.groups.clone(),
            slots: self.slots.clone(),
            labels: self.labels.clone(),
            inputs: self.inputs.clone(),
            overlap: self.overlap,
            segments: self.segments.clone(),
            ids: self.ids.clone(),
            unique: self.unique.clone(),
            answers_replace: self.answers_replace,
            bound: self.bound,
            failed: self.failed.clone(),
        }
    }
}

impl Accumulator {
    /// An empty one.
    ///
    /// # Errors
    /// Everything that is wrong with the request: [`Code::UnknownKpi`], [`Code::UnknownVariant`],
    /// [`Code::UnknownParameter`], [`Code::BadParameter`], [`Code::WindowRequired`], [`Code::BadWindow`],
    /// [`Code::AsOfCounts`], [`Code::UnknownDimension`], [`Code::BadRequest`].
    pub fn new(request: &Request) -> Result<Self> {
        let (slots, labels) = buckets(request)?;
        let mut request = request.clone();
        if let Some(own) = request.own_dimension()? {
            request.by.push(own.into());
        }
        if let (Some(preset), None) = (request.preset, &request.not_computed) {
            let text = format!("a preset is for whole tables; ask for the KPIs of `{}` by name here", preset.name);
            return Err(Error::new(Code::BadRequest, text).field("preset"));
        }
        if request.kpis.is_empty() {
            let text = format!("no KPI is asked for; choose {}", ids());
            return Err(Error::new(Code::BadRequest, text).field("kpis"));
        }
        let mut running: Vec<Asked> = Vec::new();
        for ask in &request.kpis {
            let asked = Asked::new(&request, ask)?;
            if asked.run.traits().needs_window && request.window.is_none() {
                let id = asked.entry.spec().id;
                let text = format!("`{id}` is asked over a window; give `window`, with its start and its end");
                return Err(Error::new(Code::WindowRequired, text).field("window"));
            }
            if running.iter().any(|other| ptr::eq(other.entry, asked.entry)) {
                let spec = asked.entry.spec();
                let text = format!("`{}` `{}` is asked for twice; make two reports", spec.id, spec.variant);
                return Err(Error::new(Code::BadRequest, text).field("kpis"));
            }
            insert(&mut running, asked);
        }
        open_beside(&mut running, &request)?;
        for filter in &request.filters {
            let is_count = filter.record.field(&filter.field).is_some_and(|field| field.of == Type::Count);
            if is_count && filter.record == Kind::Ticket && request.as_of.is_some() {
                let text =
                    "a count carries no instants, so it cannot be asked as of one; leave the filter or `as_of` out";
                return Err(Error::new(Code::AsOfCounts, text).record("ticket").field(filter.field.as_str()));
            }
        }
        let overlap = dimensions(&request, &running)?;
        let mut accumulator = Accumulator {
            request,
            running,
            words: Dictionary::new()?,
            groups: Groups::new(),
            slots,
            labels,
            inputs: Sorted::new(),
            overlap,
            segments: Sorted::new(),
            ids: Vec::new(),
            unique: Vec::new(),
            answers_replace: false,
            bound: 0,
            failed: None,
        };
        accumulator.grow()?;
        Ok(accumulator)
    }

    /// The same, remembering every id, so that the same id twice is an error.
    #[must_use]
    pub fn track_ids(mut self) -> Self {
        for _ in Kind::ALL {
            self.ids.push(Dictionary::default());
        }
        self
    }

    /// Adds a table.
    ///
    /// # Errors
    /// [`Code::UnknownRecord`] for events, from which records are derived first; what is wrong with the table, with
    /// record, index and field. After an error the accumulator is of no use: part of
    /// the table may have been counted.
    pub fn push(&mut self, table: &Table<'_>) -> Result<()> {
        self.push_with(table, &[], &[], &[])
    }

    /// Adds a table with columns beside its own, which stand for those of their name, with columns for some of the KPIs
    /// alone, and with the records whose account is not there.
    pub(crate) fn push_with(
        &mut self,
        table: &Table<'_>,
        beside: &[(&str, Column<'_>)],
        meant: &[Meant<'_>],
        unknown_accounts: &[usize],
    ) -> Result<()> {
        self.alive()?;
        let result = self.add(table, beside, meant, unknown_accounts);
        if let Err(error) = &result {
            self.failed = Some(error.clone());
        }
        result
    }

    /// Adds typed rows.
    ///
    /// # Errors
    /// As [`Accumulator::push`].
    pub fn rows<R: Row>(&mut self, rows: &[R]) -> Result<()> {
        let (values, presence) = self.wanted(R::KIND);
        let reads = self.running.iter().flat_map(|running| &running.reads).filter(|read| read.kind == R::KIND);
        let mut numbers: Vec<&str> = reads.flat_map(|read| read.needs.iter().chain(read.uses).copied()).collect();
        numbers.extend(self.request.filters.iter().filter(|own| own.record == R::KIND).map(|own| own.field.as_str()));
        let derived = self.running.iter().flat_map(|running| running.run.derived());
        let derived: Vec<&str> = derived.filter(|(kind, _)| *kind == R::KIND).map(|&(_, name)| name).collect();
        let mut given = Vec::new();
        if !derived.is_empty() {
            let fields = R::KIND.fields().iter().map(|field| derived.contains(&field.name)).collect();
            let wanted = WantedFields { fields, segments: Vec::new() };
            let mut builder = TableBuilder::new(R::KIND);
            rows.iter().for_each(|row| builder.row(row, &wanted));
            let table = builder.table_of(&wanted);
            given.extend(derived.iter().copied().filter(|name| derive::is_given(&table, name)));
        }
        // Fields are copied where they are read; instants, durations and scores always, because the checks of a record
        // read them.
        let field = |field: &Field| {
            let checked = matches!(field.of, Type::Instant | Type::Duration | Type::Score);
            let read = values.iter().any(|value| value == field.name) || presence.contains(&field.name);
            // What is to be derived, and no row gives, is no column: a KPI that needs it refuses.
            let given = !derived.contains(&field.name) || given.contains(&field.name);
            given && (field.required || checked || read || numbers.contains(&field.name))
        };
        let fields = R::KIND.fields().iter().map(field).collect();
        let segments = values.iter().filter(|name| R::KIND.field(name).is_none()).cloned().collect();
        let wanted = WantedFields { fields, segments };
        let mut builder = TableBuilder::new(R::KIND);
        for chunk in rows.chunks(ROWS) {
            builder.clear();
            chunk.iter().for_each(|row| builder.row(row, &wanted));
            self.push(&builder.table_of(&wanted))?;
        }
        if rows.is_empty() {
            self.push(&builder.table_of(&wanted))?;
        }
        Ok(())
    }

    /// The report over all records so far.
    ///
    /// # Errors
    /// [`Code::MissingRecords`] where a KPI was given none of the kinds that it reads; [`Code::Overflow`].
    pub fn report(&self) -> Result<Report> {
        self.alive()?;
        for running in &self.running {
            let mut kinds = Vec::new();
            for read in &running.reads {
                if !read.idle {
                    kinds.push(read.kind);
                }
            }
            if !running.beside && !kinds.iter().any(|kind| self.inputs.contains_key(kind)) {
                return Err(missing_records(running.entry.spec(), &kinds));
            }
        }
        if self.inputs.values().any(|counted| counted.records > 0) {
            self.names_are_known()?;
        }
        Report::new(self)
    }

    /// Whether anything is to be derived: for a KPI, or to say whom an answer names.
    pub(crate) fn derives(&self) -> bool {
        let asks = |running: &Asked| !running.run.derived().is_empty() || reads_spans(running.entry).is_some();
        self.running.iter().any(asks) || self.names_agents()
    }

    /// Whether the agent of a survey is asked for.
    fn names_agents(&self) -> bool {
        let reads = |running: &Asked| running.reads.iter().any(|read| read.kind == Kind::Survey);
        let filtered = |filter: &Filter| filter.record == Kind::Survey && filter.field == AGENT;
        (self.by_agent() || self.request.filters.iter().any(filtered)) && self.running.iter().any(reads)
    }

    /// The fields that are to be derived over these tables.
    ///
    /// # Errors
    /// [`Code::MissingRecords`] where the records are not there from which one is derived.
    pub(crate) fn derived_of(&self, tables: &[Table<'_>]) -> Result<Vec<(Kind, &'static str)>> {
        let mut wanted = Vec::new();
        for running in &self.running {
            let spec = running.entry.spec();
            if let Some(handled) = reads_spans(running.entry) {
                let given = |kind: Kind| tables.iter().any(|table| table.kind == kind);
                let handles = || given(Kind::Leg) || given(Kind::Contact);
                if !given(Kind::WorkSpan) {
                    return Err(missing_records(spec, &[Kind::WorkSpan]));
                }
                let counts = running.reads.iter().any(|read| read.kind == Kind::Contact);
                let lacks = handled && given(Kind::AgentTime) && !has_handled(tables);
                if (counts || lacks) && !handles() {
                    return Err(missing_records(spec, &[Kind::Leg, Kind::Contact]));
                }
            }
            let idle = |kind| running.reads.iter().any(|read| read.kind == kind && read.idle);
            for &(kind, name) in running.run.derived().iter().filter(|(kind, _)| !idle(*kind)) {
                let lacking = |table: &&Table<'_>| table.kind == kind && table.len > 0 && table.column(name).is_none();
                let sources = derive::sources(kind, name);
                let given = |source: &Kind| tables.iter().any(|table| table.kind == *source);
                // Whom an answer names can stay unknown, and contacts without legs and tickets without spans, sessions or
                // sales have none; what comes after a record cannot.
                let optional = matches!(
                    (kind, name),
                    (Kind::Survey, "agent")
                        | (Kind::Contact, "through_legs")
                        | (Kind::Ticket, "through_spans" | "session_before_at" | "has_conversion")
                );
                let known = optional || sources.iter().any(given);
                if tables.iter().any(|table| lacking(&table)) && !known {
                    return Err(missing_records(running.entry.spec(), sources));
                }
                wanted.push((kind, name));
            }
        }
        if self.names_agents() {
            wanted.push((Kind::Survey, "agent"));
        }
        sort(&mut wanted);
        wanted.dedup();
        Ok(wanted)
    }

    /// What KPIs mean by touches, each meaning once.
    pub(crate) fn meanings(&self) -> Vec<Touches> {
        let mut all: Vec<Touches> = Vec::new();
        for touches in self.running.iter().filter_map(|running| running.run.touches()) {
            if !all.contains(touches) {
                all.push(touches.clone());
            }
        }
        all
    }

    /// Refuses a column that KPIs asked for together would read in different meanings.
    fn mean_the_same(&self, table: &Table<'_>, meant: &[Meant<'_>]) -> Result<()> {
        for &name in &derive::OF_TOUCHES {
            if table.column(name).is_none() || meant.iter().any(|(_, own, _)| *own == name) {
                continue;
            }
            let mut first: Option<&Touches> = None;
            for running in &self.running {
                let Some(touches) = running.run.touches() else { continue };
                if !touches.reads(table.kind) || !running.run.derived().contains(&(table.kind, name)) {
                    continue;
                }
                let first = *first.get_or_insert(touches);
                let same = match name {
                    "converted_at" => touches.kinds == first.kinds,
                    _ => touches.are_after_the_same(first),
                };
                if !same {
                    let text = "the KPIs asked for would read this column in different meanings, because their `kinds` \
                                or `after` differ; make two reports";
                    return Err(Error::new(Code::BadRequest, text).record(table.kind.as_str()).field(name));
                }
            }
        }
        Ok(())
    }

    /// Refuses a dimension, or a field chosen by a parameter, that no record has.
    fn names_are_known(&self) -> Result<()> {
        let text = "no record has a text field or a text column of this name";
        for name in &self.request.by {
            if !self.any_has(name) {
                return Err(Error::new(Code::UnknownDimension, text).field(name.as_str()));
            }
        }
        let by_schedule = self.request.calendar.as_ref().and_then(Calendar::field);
        for running in &self.running {
            if let Some(name) = by_schedule
                && running.hours
                && !self.any_has(name)
            {
                return Err(Error::new(Code::BadCalendar, format!("{text}: `{name}`")).field("by"));
            }
            let Some(name) = running.run.chosen() else { continue };
            let has = |kind: Kind| self.inputs.contains_key(&kind) && self.has(kind, &name);
            if !running.reads.iter().any(|read| has(read.kind)) {
                let text = format!("`{}`: {text}: `{name}`", running.entry.spec().id);
                return Err(Error::new(Code::BadParameter, text));
            }
        }
        Ok(())
    }

    /// Whether it is grouped by agent.
    fn by_agent(&self) -> bool {
        self.request.by.iter().any(|name| name == AGENT)
    }

    /// The field that names the agent of a record, where the report is by agent and the kind has no field of that name.
    fn agent_of(&self, read: &ReadInfo) -> Option<&'static str> {
        read.agent.filter(|_| self.by_agent())
    }

    /// Whether records that came in have a text field or a text column of this name.
    fn any_has(&self, name: &str) -> bool {
        self.inputs.keys().any(|kind| self.has(*kind, name))
    }

    /// Whether records of a kind have a text field or a text column of this name.
    pub(crate) fn has(&self, kind: Kind, name: &str) -> bool {
        let is_text = |field: &Field| matches!(field.of, Type::Text | Type::Tags);
        kind.field(name).is_some_and(is_text)
            || name == AGENT && self.running.iter().any(|running| running.names_agent(kind))
            || self.segments.contains_key(&(kind, name.to_owned()))
    }

    pub(crate) fn alive(&self) -> Result<()> {
        self.failed.clone().map_or(Ok(()), Err)
    }

    pub(crate) fn grow(&mut self) -> Result<()> {
        let cells = self.groups.len().checked_mul(self.slots.windows.len());
        let fits = |cells: &usize| cells.checked_mul(self.running.len()).is_some_and(|all| all <= MAX_CELLS);
        let cells = cells.filter(fits);
        let cells = cells.ok_or_else(|| {
            let text = format!(
                "KPIs times groups times buckets are more than {MAX_CELLS}; use fewer of them, or larger buckets"
            );
            Error::new(Code::BadWindow, text)
        })?;
        self.running.iter_mut().for_each(|running| running.run.grow(cells));
        Ok(())
    }

    /// The text fields of a kind that are read by value, and those of which only null or not matters.
    fn wanted(&self, kind: Kind) -> (Vec<String>, Vec<&'static str>) {
        let (mut values, mut presence): (Vec<String>, _) = (Vec::new(), Vec::new());
        let mut want = |name: &str| {
            let is_text = kind.field(name).is_none_or(|field| matches!(field.of, Type::Text | Type::Tags));
            if is_text && !values.iter().any(|known| known == name) {
                values.push(name.to_owned());
            }
        };
        // Words that say what is in work spans are checked as those that a KPI reads.
        if self.running.iter().any(|running| reads_spans(running.entry).is_some()) {
            match kind {
                Kind::AgentTime => want("state"),
                Kind::Contact => {
                    want("outcome");
                    want("abandon_step");
                }
                _ => {}
            }
        }
        let by_schedule = self.request.calendar.as_ref().and_then(Calendar::field);
        for running in &self.running {
            for read in &running.reads {
                if read.kind != kind {
                    continue;
                }
                for name in read.needs {
                    want(name);
                }
                for name in read.uses {
                    want(name);
                }
                presence.extend_from_slice(read.presence);
                if let Some(name) = self.agent_of(read) {
                    want(name);
                }
                if let Some(name) = running.run.chosen() {
                    want(&name);
                }
                if let Some(name) = by_schedule
                    && running.hours
                {
                    want(name);
                }
            }
        }
        for name in &self.request.by {
            want(name);
        }
        for filter in &self.request.filters {
            if filter.record == kind {
                want(&filter.field);
            }
        }
        for map in &self.request.words {
            if map.record == kind {
                want(&map.field);
            }
        }
        (values, presence)
    }

    fn add(
        &mut self,
        table: &Table<'_>,
        beside: &[(&str, Column<'_>)],
        meant: &[Meant<'_>],
        unknown_accounts: &[usize],
    ) -> Result<()> {
        let kind = table.kind;
        is_of_reports(kind)?;
        if u32::try_from(table.len).is_err() {
            return Err(Error::new(Code::Overflow, "a table has more than 4,294,967,295 records; give it in parts"));
        }
        let (values, presence) = self.wanted(kind);
        let limit = self.request.as_of.unwrap_or(i64::MAX);
        let wanted = Wanted { values: &values, presence: &presence, mapped: &self.request.words };
        let coded = batch::code(table, beside, &wanted, limit, &mut self.words)?;
        if self.bound != self.words.len() {
            for running in &mut self.running {
                running.run.bind(&self.words)?;
            }
            self.bound = self.words.len();
        }
        let masked = |name: &str| batch::is_hidden(kind, name, limit);
        let batch = Batch::new(table, beside, &coded, limit, &masked, &mut Err)?;
        let before = self.inputs.entry(kind).records;
        table.readable(before)?;
        let mut skip = self.bad_records(&batch, table, before, unknown_accounts)?;
        if table.len > 0 {
            self.has_columns(table, beside, meant)?;
            self.mean_the_same(table, meant)?;
        }
        self.inputs.entry(kind).add(table);
        self.filter(&batch, &mut skip)?;
        if limit != i64::MAX {
            self.reopenings_have_instants(table, &skip, before)?;
        }
        for name in &values {
            if kind.field(name).is_none() && batch.field(name).is_some() {
                let n = self.segments.entry((kind, name.clone()));
                *n = n.saturating_add(table.len as u64);
            }
        }
        let mut groups: Vec<(Option<&'static str>, RowGroups)> = Vec::new();
        for running in &self.running {
            for read in &running.reads {
                let agent = self.agent_of(read);
                if read.kind == kind && !groups.iter().any(|(own, _)| *own == agent) {
                    let found = RowGroups::new(&batch, &self.request.by, agent, &mut self.groups, self.overlap)?;
                    groups.push((agent, found));
                }
            }
        }
        self.grow()?;
        self.count(&batch, meant, &groups, &skip, before)
    }

    /// Every KPI that reads these records finds the columns that it needs.
    fn has_columns(&self, table: &Table<'_>, beside: &[(&str, Column<'_>)], meant: &[Meant<'_>]) -> Result<()> {
        let is_there = |name: &str| {
            table.column(name).is_some()
                || beside.iter().any(|(own, _)| *own == name)
                || meant.iter().any(|(_, own, _)| *own == name)
        };
        for running in &self.running {
            let check = |name: &str| match table.kind.field(name) {
                // A required field is missed record by record.
                Some(field) if !field.required && !is_there(name) => {
                    let id = running.entry.spec().id;
                    // Without the catalogue's texts a field says nothing of itself.
                    let (doc, space) = (field.doc, if field.doc.is_empty() { "" } else { " " });
                    let text =
                        format!("`{id}` needs this column: {doc}{space}Add it (all null where nothing is known).");
                    Err(Error::new(Code::MissingField, text).record(table.kind.as_str()).field(name))
                }
                _ => Ok(()),
            };
            for read in &running.reads {
                if read.kind != table.kind || read.idle {
                    continue;
                }
                // In objects a field that is absent is null, but what is derived was not looked for here.
                let needs = if table.of_objects { &[] } else { read.needs };
                for name in needs {
                    check(name)?;
                }
                for (kind, name) in running.run.derived() {
                    if *kind == table.kind {
                        check(name)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// As of an instant a count says nothing: where it alone knows of a reopening, a KPI that asks when that was refuses.
    fn reopenings_have_instants(&self, table: &Table<'_>, skip: &[bool], before: u64) -> Result<()> {
        if table.kind != Kind::Ticket {
            return Ok(());
        }
        for running in &self.running {
            for read in &running.reads {
                let mut columns = Vec::new();
                for name in reopenings_of(read) {
                    columns.push((*name, derive::instants(table, name)));
                }
                let Some(&(instant, _)) = columns.first() else { continue };
                for row in 0..table.len {
                    if skip.get(row) == Some(&true) {
                        continue;
                    }
                    match columns.iter().find_map(|(name, column)| Some((*name, column.at(row)?))) {
                        Some((name, 1..)) if name != instant => {
                            let id = running.entry.spec().id;
                            let text = format!(
                                "`{id}` asks when it was reopened, and only this count says that it was; give \
                                 `{instant}`, or leave `as_of` out"
                            );
                            let error = Error::new(Code::AsOfCounts, text).record(table.kind.as_str()).field(name);
                            return Err(error.index(before.saturating_add(row as u64)));
                        }
                        _ => {}
                    }
                }
            }
        }
        Ok(())
    }

    /// Finds what is wrong with the records: refuses the first, or marks all as skipped.
    fn bad_records(
        &mut self,
        batch: &Batch<'_>,
        table: &Table<'_>,
        before: u64,
        unknown_accounts: &[usize],
    ) -> Result<Vec<bool>> {
        let refuse = self.request.bad_records == BadRecords::Refuse;
        let mut rows = BadRows::new(refuse, batch, before);
        batch.check(&self.request.words, &mut |row, flaw| rows.bad(row, flaw.field, flaw.code, flaw.text));
        for &row in unknown_accounts {
            const TEXT: &str = "no account has this id; add it, or leave the field empty where it is not known";
            rows.bad(row, "account", Code::UnknownAccount, TEXT);
        }
        let replaces = self.answers_replace && batch.kind == Kind::Survey || self.unique.contains(&batch.kind);
        let known = self.ids.get_mut(batch.kind as usize);
        if let (Some(known), Some(id), false) = (known, batch::ids(table), replaces) {
            known.reserve(batch.len);
            let mut key = String::new();
            for row in 0..batch.len {
                // A record that is skipped must not stand in the way of a good one with its id.
                if rows.skips(row) {
                    continue;
                }
                if let Some(id) = id.get(row) {
                    let (_, new) = known.intern_new(id.key(&mut key))?;
                    if !new {
                        let text = batch::twice(batch.kind, &format!("the id `{}`", crate::exact::shorten(id.id)));
                        rows.bad(row, "id", Code::DuplicateId, &text);
                    }
                }
            }
        }
        rows.done(self.inputs.entry(batch.kind))
    }

    fn filter(&self, batch: &Batch<'_>, skip: &mut Vec<bool>) -> Result<()> {
        for filter in self.request.filters.iter().filter(|filter| filter.record == batch.kind) {
            let name = filter.field.as_str();
            let field = batch.field(name);
            if field.is_none() && !batch.of_objects() && batch.len > 0 {
                let (code, text) = match batch.kind.field(name) {
                    Some(_) => {
                        (Code::MissingField, "a filter reads this column; add it (all null where nothing is known)")
                    }
                    None => {
                        (Code::UnknownField, "the filter's field is neither a field nor one of your own text columns")
                    }
                };
                return Err(Error::new(code, text).record(batch.kind.as_str()).field(name));
            }
            if skip.is_empty() {
                skip.resize(batch.len, false);
            }
            let mut wanted = Vec::new();
            if let Test::AnyOf(texts) | Test::NoneOf(texts) = &filter.test {
                for text in texts {
                    wanted.extend(self.words.find(text));
                }
            }
            let known = |row: usize| match field {
                Some(Prepared::Ints(ints)) => ints.at(row).is_some(),
                Some(Prepared::Flags(flags)) => flags.at(row).is_some(),
                Some(Prepared::Codes(codes)) => codes.at(row) != NONE,
                Some(Prepared::Lists(lists)) => !lists.at(row).is_empty(),
                None => false,
            };
            let has_wanted = |row: usize| match field {
                Some(Prepared::Codes(codes)) => wanted.contains(&codes.at(row)),
                Some(Prepared::Lists(lists)) => lists.at(row).iter().any(|code| wanted.contains(code)),
                _ => false,
            };
            let passes = |row: usize| match (&filter.test, field) {
                (Test::AnyOf(_), _) => has_wanted(row),
                (Test::NoneOf(_), _) => known(row) && !has_wanted(row),
                (Test::Known(want), _) => known(row) == *want,
                (Test::Is(want), Some(Prepared::Flags(flags))) => flags.at(row) == Some(*want),
                (Test::Range(low, high), Some(Prepared::Ints(ints))) => ints
                    .at(row)
                    .is_some_and(|value| low.is_none_or(|low| value >= low) && high.is_none_or(|high| value < high)),
                _ => false,
            };
            for (row, mark) in skip.iter_mut().enumerate() {
                *mark = *mark || !passes(row);
            }
        }
        Ok(())
    }

    /// Places the records chunk by chunk and lets every KPI count them.
    fn count(
        &mut self,
        batch: &Batch<'_>,
        meant: &[Meant<'_>],
        groups: &[(Option<&'static str>, RowGroups)],
        skip: &[bool],
        before: u64,
    ) -> Result<()> {
        let kind = batch.kind;
        let limit = self.request.as_of.unwrap_or(i64::MAX);
        let mut plans = Vec::new();
        for running in &self.running {
            for read in &running.reads {
                let plan = (read.anchor, running.direct_total, self.agent_of(read));
                if read.kind == kind && !plans.iter().any(|(known, _)| *known == plan) {
                    plans.push((plan, Anchored::from(read.anchor)));
                }
            }
        }
        let calendar = self.request.calendar.as_ref();
        let mut schedules = Vec::new();
        if let Some(calendar) = calendar {
            for (word, schedule) in calendar.schedules() {
                if let Some(code) = word.and_then(|word| self.words.find(word)) {
                    schedules.push((code, schedule));
                }
            }
        }
        let hours = calendar.map(|calendar| Hours {
            schedules: &schedules,
            codes: calendar.field().map(|name| batch.codes(name)).unwrap_or_default(),
            otherwise: calendar.schedule(None),
        });
        // Money that belongs to no group can be shared among all.
        let mut ungrouped = Vec::new();
        if kind == Kind::LedgerEntry {
            for group in 0..self.groups.len() {
                let unknown = |&code: &u32| code == NONE || absent_kind(code).is_some();
                ungrouped.push(self.groups.key(group).iter().any(unknown));
            }
        }
        // A record that spans all buckets has a place in each.
        let by_agent = self.by_agent();
        let spans = plans.iter().any(|((anchor, ..), _)| spans(*anchor));
        let chunk = if spans { CHUNK.checked_div(self.slots.windows.len()).unwrap_or(0).max(64) } else { CHUNK };
        for start in (0..batch.len).step_by(chunk) {
            let end = start.saturating_add(chunk).min(batch.len);
            for ((anchor, direct_total, agent), anchored) in &plans {
                let Some((_, groups)) = groups.iter().find(|(own, _)| own == agent) else { continue };
                let mut placed = Placed::default();
                let placer = Placer { slots: &self.slots, anchored, direct_total: *direct_total, limit };
                placer.place(batch, groups, skip, start..end, &mut placed);
                for running in &mut self.running {
                    if running.direct_total != *direct_total {
                        continue;
                    }
                    let chosen = running.run.chosen().map_or(Codes::default(), |name| batch.codes(&name));
                    let mut own = None;
                    for (touches, name, column) in meant {
                        if running.run.touches() == Some(*touches)
                            && let Some(field) = kind.field(name)
                        {
                            own.get_or_insert(batch.columns).set(field, batch::instants(column, limit));
                        }
                    }
                    let columns = own.as_ref().unwrap_or(&batch.columns);
                    for (side, read) in running.reads.iter().enumerate() {
                        if read.kind != kind || read.anchor != *anchor || read.agent.filter(|_| by_agent) != *agent {
                            continue;
                        }
                        let work = Work {
                            spanning: matches!(anchor, Anchor::Balance(..) | Anchor::Lasting(..)),
                            ending: matches!(anchor, Anchor::Ending(_)),
                            limit,
                            columns,
                            chosen,
                            hours: hours.filter(|_| running.hours),
                            places: &placed.places,
                            unplaced: &placed.unplaced,
                            slots: &self.slots.windows,
                            ungrouped: &ungrouped,
                        };
                        running.run.update(side, &work).map_err(|(row, error)| match error.record_kind() {
                            Some(_) => error,
                            None => error.record(kind.as_str()).index(before.saturating_add(row.into())),
                        })?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// A KPI's parameters, with the clock of the request where it has the choice and nothing was said of it.
fn with_clock(request: &Request, spec: &Spec, given: &Sorted<String, Parameter>) -> Sorted<String, Parameter> {
    let mut given = given.clone();
    if let Some(clock) = request.clock
        && spec.parameters.iter().any(|parameter| parameter.name == CLOCK.name)
        && given.get(CLOCK.name).is_none()
    {
        given.insert(CLOCK.name.into(), clock.into());
    }
    given
}

/// A hash as text.
pub(crate) fn short(hash: u64) -> String {
    format!("{hash:016x}")
}

/// Whether a KPI with these parameters reads the calendar.
fn asks_for_hours(spec: &Spec, given: &Sorted<String, Parameter>) -> bool {
    let is = |name: &str, word: &str| matches!(given.get(name), Some(Parameter::Text(text)) if text == word);
    let apart = |parameter: &ParameterSpec| parameter.name == HOLIDAYS && !is(HOLIDAYS, TOGETHER);
    is(CLOCK.name, BUSINESS) || is(BUSINESS_HOURS_ONLY.name, YES) || spec.parameters.iter().any(apart)
}

fn buckets(request: &Request) -> Result<(Slots, Vec<String>)> {
    let (mut windows, mut labels) = (Vec::new(), Vec::new());
    if let Some(bucket) = request.bucket {
        let Some((from, to)) = request.window else {
            let text = "buckets need a window here; a report over whole tables finds its own";
            return Err(Error::new(Code::WindowRequired, text).field("window"));
        };
        for slot in &slots(bucket, request.week_start, &request.zone, from, to)? {
            windows.push((slot.from, slot.to));
            labels.push(slot.label.clone());
        }
    }
    windows.push(request.window.unwrap_or((i64::MIN, i64::MAX)));
    Ok((Slots { windows, bounded: request.window.is_some() }, labels))
}

/// A KPI that needs a count cannot be asked as of an instant.
fn counts_as_of(request: &Request, id: &str, read: &ReadInfo) -> Result<()> {
    for name in read.needs {
        let is_count = read.kind.field(name).is_some_and(|field| field.of == Type::Count);
        if is_count && read.kind == Kind::Ticket && request.as_of.is_some() {
            let text = format!("`{id}` reads this count, which carries no instants; leave `as_of` out");
            return Err(Error::new(Code::AsOfCounts, text).record(read.kind.as_str()).field(*name));
        }
    }
    Ok(())
}

/// The instant of a first reopening that a KPI needs, and then the counts that know of one, too.
fn reopenings_of(read: &ReadInfo) -> &'static [&'static str] {
    const ANY: &[&str] = &["first_reopened_at", "reopens"];
    const BY_CUSTOMER: &[&str] = &["first_reopened_by_customer_at", "reopens_by_customer", "reopens"];
    let needs = |fields: &[&str]| fields.first().is_some_and(|instant| read.needs.contains(instant));
    if needs(BY_CUSTOMER) {
        BY_CUSTOMER
    } else if needs(ANY) {
        ANY
    } else {
        &[]
    }
}

impl From<Anchor> for Anchored {
    fn from(anchor: Anchor) -> Self {
        match anchor {
            Anchor::Instant(fields) => Anchored::Instant(fields.into()),
            Anchor::Ending(fields) => Anchored::Ending(fields),
            Anchor::Earliest(fields) => Anchored::Earliest(fields),
            Anchor::Balance(from, to) => Anchored::Balance(from, to),
            Anchor::Lasting(at, long) => Anchored::Lasting(at, long),
            Anchor::Period(at, from, to) => Anchored::Period(at, from, to),
        }
    }
}

/// How the records of a kind are placed, where another instant may be asked for.
fn anchor(read: &ReadInfo, wanted: Option<&String>) -> Result<Anchor> {
    let Some(wanted) = wanted else { return Ok(read.anchor) };
    let at = |code, text: String| Err(Error::new(code, text).record(read.kind.as_str()).field("anchor"));
    match (read.kind.field(wanted), read.anchor) {
        (_, Anchor::Balance(..) | Anchor::Lasting(..) | Anchor::Period(..)) => {
            at(Code::BadRequest, "these records span buckets; they have no other anchor".into())
        }
        (Some(field), _) if field.of == Type::Instant => Ok(Anchor::Instant(slice::from_ref(&field.name))),
        _ => {
            let mut instants = Vec::new();
            for field in read.kind.fields() {
                if field.of == Type::Instant {
                    instants.push(field.name);
                }
            }
            at(Code::UnknownField, format!("`{wanted}` is no instant of these records; choose {}", either(instants)))
        }
    }
}

/// Whether a record can be in several buckets.
fn spans(anchor: Anchor) -> bool {
    matches!(anchor, Anchor::Balance(..) | Anchor::Lasting(..) | Anchor::Period(..))
}

/// Adds a KPI in the order of the catalogue.
fn insert(running: &mut Vec<Asked>, asked: Asked) {
    let at = running.partition_point(|other| other.entry.place <= asked.entry.place);
    running.insert(at, asked);
}

/// Adds the counts of what is open that go with the KPIs' anchors, once each.
fn open_beside(running: &mut Vec<Asked>, request: &Request) -> Result<()> {
    let mut ends: Vec<&'static [&'static str]> = Vec::new();
    for asked in running.iter() {
        for read in &asked.reads {
            match read.anchor {
                Anchor::Ending(fields) if !ends.contains(&fields) => ends.push(fields),
                _ => {}
            }
        }
    }
    for fields in &ends {
        if let Some(entry) = open::beside(fields) {
            let mut asked = Asked::of(request, entry, &Sorted::new(), &Sorted::new())?;
            asked.hash = format!("open {}", fields.join(" "));
            asked.beside = true;
            insert(running, asked);
        }
    }
    Ok(())
}

/// Whether a dimension is a list; refuses one that is no text.
fn dimensions(request: &Request, running: &[Asked]) -> Result<bool> {
    let mut overlap = false;
    for (i, name) in request.by.iter().enumerate() {
        let bad = |text: &str| Err(Error::new(Code::UnknownDimension, text).field(name.as_str()));
        if super::table::COLUMNS.contains(&name.as_str()) {
            return bad("a dimension cannot be named as a column of the report; rename your column");
        }
        if request.by.iter().take(i).any(|other| other == name) {
            return bad("the dimension is named twice");
        }
        for read in running.iter().flat_map(|running| &running.reads) {
            match read.kind.field(name).map(|field| field.of) {
                None | Some(Type::Text) => {}
                Some(Type::Tags) => overlap = true,
                Some(_) => return bad("only text fields can be dimensions"),
            }
        }
    }
    Ok(overlap)
}
