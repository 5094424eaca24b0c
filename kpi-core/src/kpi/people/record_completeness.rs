//! Record completeness: how much of what is wanted is filled in.

use alloc::format;
use alloc::vec::Vec;

use crate::error::Result;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::parameters::bad;
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, ReadsAny, Setting, reads_any};
use crate::kpi::population;
use crate::record::{
    Account, Activity, Agent, AgentTime, Article, Columns, Contact, Conversion, EmployeeSurvey, Field, Holding, Kind,
    LedgerEntry, Leg, QualityReview, Record, ResponseWait, Review, Session, SlaTarget, StatusSpan, Subscription,
    Survey, Ticket, WorkSpan,
};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose, said};
use crate::state::{Part, Ratings, Scale};
use crate::words::either;

/// How a kind of record is read, and which of its fields are wanted where nothing is said.
struct Of {
    read: ReadInfo,
    wanted: &'static [&'static str],
}

/// The names of fields.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "evaluated by the compiler alone")]
const fn names<const N: usize>(fields: &[Field]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut at = 0;
    while at < N {
        names[at] = fields[at].name;
        at += 1;
    }
    names
}

/// Every kind, by its first instant that is known (ruling B42), with the fields wanted of it.
macro_rules! kinds {
    ($($Kind:ident: [$($wanted:literal),*];)*) => {
        static KINDS: &[Of] = &[$(Of {
            read: ReadInfo::new(Kind::$Kind, Anchor::Instant(Kind::$Kind.begins()))
                .presence(const { &names::<{ $Kind::FIELDS.len() }>($Kind::FIELDS) }),
            wanted: &[$($wanted),*],
        }),*];
    };
}
kinds! {
    Ticket: ["account", "channel", "type", "priority", "status", "assignee"];
    Contact: ["account", "agent", "channel", "direction", "outcome"];
    Account: ["kind", "tier", "plan", "region", "segment"];
    Leg: [];
    Survey: [];
    Subscription: [];
    Conversion: [];
    LedgerEntry: [];
    ResponseWait: [];
    Holding: [];
    StatusSpan: [];
    SlaTarget: [];
    AgentTime: [];
    WorkSpan: [];
    Agent: [];
    Activity: [];
    EmployeeSurvey: [];
    Session: [];
    Article: [];
    Review: [];
    QualityReview: [];
}

const TICKETS: ReadInfo = ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"])).uses(&["status", "merged_at"]);

/// What the state counts: records, those that are complete, and then, for each wanted field, those without it. Of a
/// formula's inputs, cells.
const RECORDS: i64 = 0;
const COMPLETE: i64 = 1;
const WITHOUT: i64 = 2;
const CODES: Scale = Scale { min: 0, max: 1_000_000, low_is_good: false };
/// Codes as thousandths, of which the first few cost least.
const CODE: i64 = 1000;

/// The share of the wanted fields that are filled in.
#[derive(Clone)]
pub(crate) struct Standard {
    of: &'static Of,
    fields: Vec<&'static Field>,
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "record_completeness",
        variant: "standard",
        family: "people",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("filled", "wanted fields that are filled in, over all records"),
            InputSpec::count("wanted", "wanted fields, over all records"),
            InputSpec::count("complete", "records of which every wanted field is filled in"),
            InputSpec::count("records", "records"),
        ],
        parameters: &[
            ParameterSpec {
                name: "record",
                takes: said("a kind of record"),
                default: "ticket",
                doc: said("The kind of record whose fields are looked at."),
                in_formula: false,
            },
            ParameterSpec {
                name: "fields",
                takes: said("a list of words"),
                default: "",
                doc: said(
                    "The fields that are wanted. Where nothing is said, of a ticket account, channel, type, priority, \
                     status and assignee; of a contact account, agent, channel, direction and outcome; of an account \
                     kind, tier, plan, region and segment; of other records they must be given.",
                ),
                in_formula: false,
            },
        ],
        figures: &[
            FigureSpec::share("share"),
            FigureSpec::count("filled"),
            FigureSpec::count("wanted"),
            FigureSpec::share("complete_share"),
        ],
        prose: prose! {
            meaning: "How completely records are filled in: of the fields that are wanted, the share that says something.",
            formula: "100 × wanted fields that are filled in ÷ (records × wanted fields); complete_share: 100 × records with all of them ÷ records",
            latex: r"100 \cdot \frac{\text{filled fields}}{\text{records} \times \text{wanted fields}}",
            counted: "Records of the kind `record`, by the instant that places them: tickets by `created_at`, contacts by `queued_at`, else `started_at`, accounts by `started_at`. A field is filled in where it is not null, a text or a list where it is not empty; a column that is not there is filled in nowhere. After the named figures follows one share for each wanted field, called share_ and its name. Required fields are never empty in a report, so they are not among those wanted by default.",
            left_out: "Tickets: `merged`, `spam`.",
            errors: "`bad_parameter` for a kind or a field that does not exist, for a field that is derived over whole tables, and where `fields` must be given; `bad_input` in the formula where a part is more than its whole.",
            interval: "Wilson for `complete_share` and for the shares of the fields; none for `share`, because the fields of one record are filled in together.",
            pitfalls: &[
                "Filled in is not right: a default that nobody changes fills a field, too.",
                "A field that is mandatory in the form gets any value; look at how the values spread.",
                "Fields that are filled later, such as who resolved it, make recent records look incomplete.",
            ],
            sources: &[
                Source { title: "S2", says: "Names how well the CRM is filled among what a good team improves; it gives no formula." },
                Source { title: "S4", says: "Wants data that are clean, right and up to date, by checks at entry and regular cleaning, because KPIs depend on it. It gives no formula." },
                Source { title: "S0", says: "Holds that full information on each ticket spares customers being passed on; it gives no formula." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["17", "20", "2", "4"],
                value: "85",
                working: "Four tickets with five wanted fields each: 17 of 20 are filled in, and 2 of 4 tickets have all of them.",
            },
        },
    };
    type State = Ratings;
    const READS: &'static [Read<Self>] = &[reads_any(TICKETS)];
    const ANY: bool = true;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let word = setting.parameters.word("record", Kind::Ticket.as_str())?;
        let named = |of: &&Of| of.read.kind.as_str() == word || of.read.kind.plural() == word;
        let of = KINDS.iter().find(named).ok_or_else(|| {
            let kinds = either(KINDS.iter().map(|of| of.read.kind.as_str()));
            bad("record", &format!("there are no `{word}` records; choose {kinds}"))
        })?;
        let kind = of.read.kind;
        let known = |name: &str| {
            kind.field(name).ok_or_else(|| {
                let names = either(kind.fields().iter().map(|field| field.name));
                bad("fields", &format!("{} have no field `{name}`; choose {names}", kind.plural()))
            })
        };
        let filled_in = |field: &'static Field| {
            // What other records say of one, nobody fills in; it is there or not as other KPIs of a report want it.
            #[cfg(feature = "records")]
            if !crate::report::sources(kind, field.name).is_empty() {
                return Err(bad(
                    "fields",
                    &format!("`{}` is derived over whole tables, and nobody fills it in", field.name),
                ));
            }
            Ok(field)
        };
        let mut fields: Vec<&'static Field> = match setting.parameters.words("fields")? {
            None => of.wanted.iter().map(|name| known(name).and_then(filled_in)).collect::<Result<_>>()?,
            Some(names) => names.iter().map(|name| known(name).and_then(filled_in)).collect::<Result<_>>()?,
        };
        if fields.is_empty() {
            return Err(bad("fields", &format!("say which fields of {} are wanted", kind.plural())));
        }
        let all = core::mem::take(&mut fields);
        for field in all {
            if !fields.iter().any(|own| own.name == field.name) {
                fields.push(field);
            }
        }
        Ok(Standard { of, fields })
    }

    fn of(&self, _: &Inputs<'_>) -> Result<Ratings> {
        Ok(Ratings::default())
    }

    fn finish(&self, state: &Ratings, level: f64) -> Result<Vec<Figure>> {
        let count = |code: i64| state.between(code.saturating_mul(CODE), code.saturating_mul(CODE));
        let records = count(RECORDS);
        let without: Vec<u64> = (WITHOUT..).zip(&self.fields).map(|(code, _)| count(code)).collect();
        let wanted = records.saturating_mul(self.fields.len() as u64);
        let empty = without.iter().fold(0u64, |all, &n| all.saturating_add(n));
        let mut figures = figures([wanted.saturating_sub(empty), wanted, count(COMPLETE), records], level);
        for (field, without) in self.fields.iter().zip(without) {
            let known = records.saturating_sub(without);
            let mut figure = Figure::share("", known, records, Undefined::NoRecords, level);
            figure.name = format!("share_{}", field.name).into();
            figures.push(figure);
        }
        Ok(figures)
    }

    fn formula(&self, inputs: &Inputs<'_>, level: f64) -> Result<Vec<Figure>> {
        let (filled, wanted) = inputs.part_of("filled", "wanted")?;
        let (complete, records) = inputs.part_of("complete", "records")?;
        Ok(figures([filled, wanted, complete, records], level))
    }

    fn asked(&self, read: ReadInfo) -> ReadInfo {
        let own = self.of.read;
        if own.kind == read.kind { own.uses(read.uses) } else { own }
    }
}

impl ReadsAny for Standard {
    fn part(&self, columns: &Columns<'_>, row: usize, _: &Context<'_>, state: &mut Ratings) -> Result<Part> {
        let ticket = if columns.kind == Kind::Ticket { Ticket::at(columns, row) } else { None };
        if let Some(reason) = ticket.and_then(|ticket| population::no_request(&ticket)) {
            return Ok(Part::LeftOut(reason));
        }
        let mut complete = true;
        for (code, field) in (WITHOUT..).zip(&self.fields) {
            if !columns.knows(field, row) {
                complete = false;
                state.add(CODES, code.saturating_mul(CODE))?;
            }
        }
        state.add(CODES, RECORDS)?;
        if complete {
            state.add(CODES, COMPLETE.saturating_mul(CODE))?;
        }
        Ok(Part::Counted)
    }
}

fn figures([filled, wanted, complete, records]: [u64; 4], level: f64) -> Vec<Figure> {
    let mut share = Figure::share("share", filled, wanted, Undefined::NoRecords, level);
    share.interval = None;
    [
        share,
        Figure::count("filled", filled),
        Figure::count("wanted", wanted),
        Figure::share("complete_share", complete, records, Undefined::NoRecords, level),
    ]
    .into()
}
