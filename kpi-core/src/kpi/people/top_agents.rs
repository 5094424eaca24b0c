//! The best agents by any KPI.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::ranking::{Entrant, Measured, Order, Ranking, numbered, place, places};
use crate::error::{Code, Error, Result};
use crate::exact::unscaled;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::find;
use crate::kpi::parameters::{Parameter, Parameters, bad};
use crate::kpi::part::{Context, Kpi, Read, ReadsAny, Setting, reads_any};
use crate::kpi::satisfaction::answer::SURVEYS;
use crate::record::Columns;
use crate::sorted::Sorted;
use crate::spec::{
    Direction, Example, FigureSpec, InputKind, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose, said,
};
use crate::state::{Part, Sums};
use crate::words::either;

const MINIMUM: u64 = 30;
const MINIMUM_SAMPLE: ParameterSpec = ParameterSpec {
    name: "minimum_sample",
    takes: said("a count"),
    default: "30",
    doc: said("Agents with fewer records than this have no rank."),
    in_formula: true,
};
const RANK_BY: ParameterSpec = ParameterSpec {
    name: "rank_by",
    takes: said("`bound` or `value`"),
    default: "bound",
    doc: said(
        "`bound` ranks by the pessimistic end of the interval: the lower one where more is better, else the upper one; \
         `value` by the value itself. A figure without an interval ranks by its value.",
    ),
    in_formula: true,
};
const BETTER: ParameterSpec = ParameterSpec {
    name: "better",
    takes: said("`higher` or `lower`"),
    default: "",
    doc: said(
        "Which values are the better ones. In a report it is the KPI's own direction, and must be given where the KPI has \
         none, or the figure is of another kind than the KPI's first; a formula takes `higher` where nothing is said.",
    ),
    in_formula: true,
};
const PARAMETERS: &[ParameterSpec] = &[
    ParameterSpec {
        name: "kpi",
        takes: said("a word"),
        default: "csat",
        doc: said("The KPI that ranks the agents."),
        in_formula: false,
    },
    ParameterSpec {
        name: "kpi_variant",
        takes: said("a word"),
        default: "",
        doc: said("Its variant; its default one where it is not given."),
        in_formula: false,
    },
    ParameterSpec {
        name: "kpi_parameters",
        takes: said("parameters by name"),
        default: "",
        doc: said("Its parameters, by their names in the catalogue."),
        in_formula: false,
    },
    ParameterSpec {
        name: "figure",
        takes: said("a word"),
        default: "",
        doc: said("Its figure that ranks; its first where it is not given."),
        in_formula: false,
    },
    MINIMUM_SAMPLE,
    RANK_BY,
    BETTER,
];

/// Agents by the figure of another KPI.
#[derive(Clone)]
pub(crate) struct Standard {
    order: Order,
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "top_agents",
        variant: "standard",
        family: "people",
        by: Some("agent"),
        direction: Direction::Neutral,
        inputs: &[
            InputSpec::new("values", InputKind::Numbers, "the figure of each agent"),
            InputSpec::new("lowers", InputKind::Numbers, "the lower end of each agent's interval"),
            InputSpec::new("uppers", InputKind::Numbers, "the upper end of each agent's interval"),
            InputSpec::new("samples", InputKind::Counts, "the records of each agent"),
        ],
        parameters: PARAMETERS,
        figures: &[
            FigureSpec::rank("rank"),
            FigureSpec::rank("band"),
            FigureSpec::new("value", Unit::Ratio, Number::Growth),
            FigureSpec::count("sample"),
        ],
        prose: prose! {
            meaning: "The best agents by any KPI, as far as the records can tell them apart.",
            formula: "rank: 1 for the agent whose pessimistic end of the interval is best; band: 1 for the first agent and for those after whose intervals overlap with that one's, the next that does not begins band 2, and so on",
            latex: r"\operatorname{rank}(a) = 1 + \left|\{b : \text{bound}_b \text{ better than } \text{bound}_a\}\right|",
            counted: "The records of the KPI `kpi`, grouped by agent, with its own anchor and reasons; the report says which field names the agent. Grouped by agent where nothing else is asked for; beside other dimensions the rank is within them, and always within the bucket. `value` and `sample` are the ranked figure's own: its unit, interval and fraction, and how many records made it. Of agents with equal bounds the one whose id comes first goes first (ruling B53).",
            left_out: "What the ranked KPI leaves out. Agents with fewer records than `minimum_sample` have no rank (`small_sample`), nor have the total and what belongs to no known agent (`not_ranked`).",
            errors: "`unknown_kpi`, `unknown_variant`, `bad_parameter` where no direction is known, or the KPI ranks agents itself; `bad_input` in the formula unless the lists are equally long and no lower end lies above its upper one; and what the ranked KPI's page names.",
            interval: "None for rank and band; `value` has the ranked figure's.",
            pitfalls: &[
                "Agents of one band cannot be told apart: to reward the first of them is to draw lots.",
                "By the value alone whoever has fewest records is at the top and at the bottom.",
                "Who is ranked by speed or by the number of tickets done takes the easy ones first; compare like with like (`by` type), or rank by what customers say.",
                "Rankings over many KPIs or weeks find a winner by chance.",
            ],
            sources: &[
                Source {
                    title: "S1",
                    says: "Watching how the top agents do shows where to improve satisfaction and response times. By what they are ranked it leaves open.",
                },
                Source {
                    title: "S2",
                    says: "Ranks its best support workers by calls per hour, and warns of judging too soon: some have customers who are hard to please.",
                },
                Source {
                    title: "S3",
                    says: "Ranked by resolution time or completed tickets, agents take the simplest requests; retention and quality make better incentives.",
                },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["[80, 90]", "[75, 55]", "[84, 98]", "[200, 40]"],
                value: "1",
                working: "The first agent's lower end is 75, the second's 55: the first has rank 1, though the second's value is higher. 55 to 98 overlaps with 75 to 84, so both are in band 1.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads_any(SURVEYS)];
    const ANY: bool = true;
    #[cfg(feature = "records")]
    const RANKS: Option<fn(&Parameters<'_>) -> Result<Ranking>> = Some(ranking);

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Standard { order: order(setting.parameters, Some(true))? })
    }
    fn of(&self, _: &Inputs<'_>) -> Result<Sums> {
        Ok(Sums::default())
    }
    fn finish(&self, _: &Sums, _: f64) -> Result<Vec<Figure>> {
        Ok([place("rank", Err(Undefined::NoRecords), 0)].into())
    }
    fn formula(&self, inputs: &Inputs<'_>, level: f64) -> Result<Vec<Figure>> {
        let [values, lowers, uppers] = ["values", "lowers", "uppers"].map(|name| inputs.numbers(name));
        let (values, lowers, uppers, samples) = (values?, lowers?, uppers?, inputs.counts("samples")?);
        for (name, len) in [("lowers", lowers.len()), ("uppers", uppers.len()), ("samples", samples.len())] {
            if len != values.len() {
                let text = format!("there are {len} of them and {} of `values`; give one for each agent", values.len());
                return Err(Error::new(Code::BadInput, text).field(name));
            }
        }
        let mut entrants = Vec::with_capacity(values.len());
        for (i, ((value, sample), (lower, upper))) in
            values.into_iter().zip(&samples).zip(lowers.into_iter().zip(uppers)).enumerate()
        {
            if lower > upper {
                let text = "the lower end lies above the upper one";
                return Err(Error::new(Code::BadInput, text).field("lowers").index(i as u64).record("input"));
            }
            let end = |nanos: i64| Some(crate::exact::number(&unscaled(nanos, 9)));
            entrants.push(Ok(Entrant {
                value: unscaled(value, 9),
                lower: end(lower),
                upper: end(upper),
                sample: sample.unsigned_abs(),
            }));
        }
        if entrants.is_empty() {
            return self.finish(&Sums::default(), level);
        }
        let places = places(&entrants, self.order).into_iter().zip(samples);
        let figures = (1..).zip(places).flat_map(|(i, (own, sample))| {
            let sample = sample.unsigned_abs();
            let (rank, band) = (own.map(|(rank, _)| rank), own.map(|(_, band)| band));
            [place("rank", rank, sample), place("band", band, sample)].map(|figure| numbered(figure, i))
        });
        Ok(figures.collect())
    }
}

impl ReadsAny for Standard {
    fn part(&self, _: &Columns<'_>, _: usize, _: &Context<'_>, _: &mut Sums) -> Result<Part> {
        Ok(Part::Nothing)
    }
}

/// One of two words.
fn choice(parameters: &Parameters<'_>, name: &str, [yes, no]: [&str; 2]) -> Result<Option<bool>> {
    match parameters.get(name) {
        None => Ok(None),
        Some(Parameter::Text(word)) if word == yes => Ok(Some(true)),
        Some(Parameter::Text(word)) if word == no => Ok(Some(false)),
        Some(_) => Err(bad(name, &format!("expected `{yes}` or `{no}`"))),
    }
}

fn order(parameters: &Parameters<'_>, own: Option<bool>) -> Result<Order> {
    let minimum = match parameters.get(MINIMUM_SAMPLE.name) {
        None => MINIMUM,
        Some(value) => {
            let count = value.scaled(0).ok().and_then(|count| u64::try_from(count).ok());
            count.ok_or_else(|| bad(MINIMUM_SAMPLE.name, "expected a count: a whole number, 0 or more"))?
        }
    };
    let by_bound = choice(parameters, RANK_BY.name, ["bound", "value"])?.unwrap_or(true);
    let text = "neither more nor less of this figure is better by itself; say which is: `higher` or `lower`";
    let higher = choice(parameters, BETTER.name, ["higher", "lower"])?.or(own);
    Ok(Order { higher: higher.ok_or_else(|| bad(BETTER.name, text))?, by_bound, minimum })
}

/// The KPI that ranks the agents of a report, and how.
#[cfg(feature = "records")]
fn ranking(parameters: &Parameters<'_>) -> Result<Ranking> {
    let id = parameters.word("kpi", "csat")?;
    let variant = parameters.word("kpi_variant", "")?;
    let entry = find(&id, &variant).map_err(|error| match error.code() {
        Code::UnknownVariant => error.field("kpi_variant"),
        _ => error,
    })?;
    if entry.ranks() {
        return Err(bad("kpi", &format!("`{id}` ranks agents itself; choose another one")));
    }
    let spec = entry.spec();
    let own: Sorted<String, Parameter> = match parameters.get("kpi_parameters") {
        None => Sorted::new(),
        Some(Parameter::ByWord(own)) => own.clone(),
        Some(_) => return Err(bad("kpi_parameters", "expected an object of parameters")),
    };
    let first = spec.figures.first();
    let name = parameters.word("figure", first.map_or("", |first| first.name))?;
    let Some(figure) = spec.figures.iter().find(|figure| figure.name == name) else {
        let names = either(spec.figures.iter().map(|figure| figure.name));
        return Err(bad("figure", &format!("`{id}` has no figure `{name}`; choose {names}")));
    };
    let like_first = first.is_some_and(|first| first.number == figure.number);
    let higher = match spec.direction {
        Direction::HigherIsBetter if like_first => Some(true),
        Direction::LowerIsBetter if like_first => Some(false),
        _ => None,
    };
    let order = order(parameters, higher)?;
    Ok(Ranking { of: Some(Measured { entry, parameters: own }), figure: name, order })
}
