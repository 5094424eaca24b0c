//! Knowledge base articles.

use alloc::vec::Vec;

use crate::error::Result;
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population::DAY;
use crate::record::{Article, ArticleAt, Kind};
use crate::spec::{
    Anchor, Direction, Example, FigureSpec, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose, said,
};
use crate::state::{Part, Sums};

/// Stale articles; of so many.
const STALE: usize = 0;
const HELPFUL: usize = 1;
/// Votes of both kinds.
const VOTES: usize = 2;
/// Views; of so many articles whose views are known.
const VIEWS: usize = 3;

const STALE_AFTER: ParameterSpec = ParameterSpec {
    name: "stale_after",
    takes: said("a number of seconds"),
    default: "15552000",
    doc: said("An article is stale that was not changed for longer than this: 180 days by default."),
    in_formula: false,
};

/// The articles at the end of a bucket.
#[derive(Clone)]
pub(crate) struct Standard {
    stale_after: i64,
    as_of: i64,
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "knowledge_base_articles",
        variant: "standard",
        family: "self_service",
        by: None,
        direction: Direction::Neutral,
        inputs: &[
            InputSpec::count("articles", "articles"),
            InputSpec::count("helpful", "votes of readers who found one helpful"),
            InputSpec::count("unhelpful", "votes of readers who did not"),
            InputSpec::count("views", "views of all articles"),
            InputSpec::count("stale", "articles that were not changed for too long"),
        ],
        parameters: &[STALE_AFTER],
        figures: &[
            FigureSpec::count("count"),
            FigureSpec::share("helpful_share"),
            FigureSpec::new("views_per_article", Unit::Ratio, Number::Ratio),
            FigureSpec::share("stale_share"),
        ],
        prose: prose! {
            meaning: "How many articles the knowledge base has, whether they help, whether they are read, and how many are stale.",
            formula: "articles there at the end of the bucket; helpful share: 100 × helpful votes ÷ (helpful + unhelpful votes); views per article: views ÷ articles whose views are known; stale share: 100 × articles whose last change lies more than `stale_after` back ÷ articles",
            latex: r"\text{articles}, \quad 100 \cdot \frac{\text{helpful}}{\text{helpful} + \text{unhelpful}}, \quad \frac{\text{views}}{\text{articles}}, \quad 100 \cdot \frac{\text{stale}}{\text{articles}}",
            counted: "Articles that are there just before the end of the bucket: published before it and not taken down before it. The last change is the update where there was one before that instant, else the publication. Votes that are not known count as none.",
            left_out: "Nothing; an article that is not there at the end of a bucket does not count in it.",
            errors: "`window_required`; `bad_input` in the formula where more articles are stale than there are.",
            interval: "Wilson for both shares, none for the others.",
            pitfalls: &[
                "Views and votes are those of the article's whole life, as the table has them: they do not say what happened in the bucket.",
                "More articles are not better; ten that answer the frequent questions do more than a thousand that nobody finds.",
                "Few readers vote, and those who were let down vote more. Compare articles, not with others' shares.",
                "Only the last update is known: in the buckets before it the article is as old as its publication.",
                "A right article needs no change. Stale says: look at it.",
                "Buckets do not add up to the total: each counts what is there at its end.",
            ],
            sources: &[Source {
                title: "S1",
                says: "A large number of good articles lowers the cost of solving inquiries, and poor ones raise it, so their quality has to be managed. How quality is measured it leaves open.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["40", "90", "30", "2000", "10"],
                value: "40",
                working: "40 articles; 90 of 120 votes say helpful: 75 %; 2,000 ÷ 40 = 50 views per article; 10 were not changed for 180 days: 25 %.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Article>(
        ReadInfo::new(Kind::Article, Anchor::Balance("published_at", "retired_at"))
            .needs(&["published_at", "retired_at", "updated_at"])
            .uses(&["views", "helpful", "unhelpful"]),
    )];
    const NEEDS_WINDOW: bool = true;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let stale_after = setting.parameters.duration(STALE_AFTER.name, DAY.saturating_mul(180))?;
        Ok(Standard { stale_after, as_of: setting.as_of.unwrap_or(i64::MAX) })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let (stale, articles) = inputs.part_of("stale", "articles")?;
        let (helpful, unhelpful) = (inputs.count("helpful")?, inputs.count("unhelpful")?);
        let mut sums = Sums::counts(&[stale, helpful, helpful.saturating_add(unhelpful), inputs.count("views")?]);
        sums.n = [articles; 4];
        Ok(sums)
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        let (articles, viewed) = (state.records(STALE), state.records(VIEWS));
        let views = Fraction { numerator: state.of(VIEWS), denominator: viewed.into(), units: 1, times: 1 };
        let views = if viewed == 0 { Err(Undefined::NoRecords) } else { Ok(views) };
        let share = |name, part, whole| Figure::share(name, state.count(part), whole, Undefined::NoRecords, level);
        Ok([
            Figure::count("count", articles),
            share("helpful_share", HELPFUL, state.count(VOTES)),
            Figure::new("views_per_article", views, viewed),
            share("stale_share", STALE, articles),
        ]
        .into())
    }
}

impl Reads<Article> for Standard {
    #[inline]
    fn part(&self, article: &ArticleAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        let there = article.retired_at().is_none_or(|retired| retired >= context.to);
        let published = article.published_at().filter(|&at| there && at < context.to);
        let Some(published) = published else { return Ok(Part::Nothing) };
        let changed = article.updated_at().filter(|&at| at < context.to).unwrap_or(published);
        // At `as_of` what happens then has happened.
        let age = context.to.min(self.as_of).saturating_sub(changed);
        state.add(STALE, (age > self.stale_after).into())?;
        let (helpful, unhelpful) = (article.helpful().unwrap_or_default(), article.unhelpful().unwrap_or_default());
        state.add(HELPFUL, helpful.into())?;
        state.add(VOTES, i128::from(helpful).saturating_add(unhelpful.into()))?;
        if let Some(views) = article.views() {
            state.add(VIEWS, views.into())?;
        }
        Ok(Part::Counted)
    }
}
