//! Intervals, special functions, quantiles and survival against the numbers of other programs, in `vectors/statistics.json`.

use kpi_core::stats::interval::{
    Interval, adjusted_wald_net, agresti_coull, clopper_pearson, jeffreys, order_statistics, poisson_exact,
    student_t_mean, wilson,
};
use kpi_core::stats::quantile::{select_ranks, type7_position};
use kpi_core::stats::special::{
    beta_quantile, beta_regularized, gamma_quantile, gamma_regularized_p, gamma_regularized_q, ln_gamma, normal_cdf,
    normal_quantile, student_t_cdf, student_t_quantile,
};
use kpi_core::stats::survival::{KaplanMeier, LogRank, log_rank};
use serde_json::{Map, Value, json};

const CASES: usize = 60;
const NUMBERS: usize = 2_000;

/// The inputs of one case.
struct Inputs<'a>(&'a Map<String, Value>);

impl Inputs<'_> {
    fn float(&self, name: &str) -> f64 {
        self.0[name].as_f64().unwrap()
    }

    fn count(&self, name: &str) -> u64 {
        self.0[name].as_u64().unwrap()
    }

    fn integers(&self, name: &str) -> Vec<i64> {
        self.0[name].as_array().unwrap().iter().map(|v| v.as_i64().unwrap()).collect()
    }

    fn floats(&self, name: &str) -> Vec<f64> {
        match &self.0[name] {
            Value::Array(list) => list.iter().map(|v| v.as_f64().unwrap()).collect(),
            one => vec![one.as_f64().unwrap()],
        }
    }

    /// Durations, and whether the event of each was observed.
    fn observed(&self) -> (Vec<i64>, Vec<bool>) {
        (self.integers("time"), self.integers("event").iter().map(|&event| event == 1).collect())
    }

    fn level(&self) -> f64 {
        self.0.get("alpha").map_or(0.95, |alpha| 1.0 - alpha.as_f64().unwrap())
    }

    /// One result per row of the columns.
    fn rows(&self, function: impl Fn(Inputs) -> Value) -> Value {
        let length = self.0.values().next().unwrap().as_array().unwrap().len();
        let row = |i: usize| self.0.iter().map(|(name, column)| (name.clone(), column[i].clone())).collect();
        (0..length).map(|i| function(Inputs(&row(i)))).collect()
    }

    fn proportion(&self, interval: fn(u64, u64, f64) -> Option<Interval>) -> Value {
        ends(interval(self.count("x"), self.count("n"), self.level()))
    }

    fn proportions(&self, interval: fn(u64, u64, f64) -> Option<Interval>) -> Value {
        self.rows(|row| pair(interval(row.count("k"), row.count("n"), row.float("level"))))
    }

    fn net(&self) -> (u64, u64, u64) {
        (self.count("promoters"), self.count("passives"), self.count("detractors"))
    }
}

fn ends(interval: Option<Interval>) -> Value {
    let Interval { lower, upper } = interval.unwrap();
    json!({"lower": lower, "upper": upper})
}

fn pair(interval: Option<Interval>) -> Value {
    let Interval { lower, upper } = interval.unwrap();
    json!([lower, upper])
}

fn type7(values: &[i64], p: f64) -> f64 {
    const PARTS: u64 = 1_000_000;
    let (rank, r) = type7_position(values.len() as u64, (p * PARTS as f64).round() as u64, PARTS).unwrap();
    let ranks = [rank as usize, rank as usize + usize::from(r > 0)];
    let found = select_ranks(&mut values.to_vec(), &ranks).unwrap();
    found[0] as f64 + (found[1] - found[0]) as f64 * (r as f64 / PARTS as f64)
}

/// The curve of durations and flags.
fn curve(time: &[i64], event: &[bool]) -> KaplanMeier {
    let of = |wanted: bool| -> Vec<i64> {
        time.iter().zip(event).filter(|(_, event)| **event == wanted).map(|(time, _)| *time).collect()
    };
    KaplanMeier::new(&mut of(true), &mut of(false)).unwrap()
}

/// The curve at the times of `expected`, its quantiles and, up to a horizon, its restricted mean.
fn survival(inputs: &Inputs, expected: &Value) -> Value {
    let (time, event) = inputs.observed();
    let curve = curve(&time, &event);
    let times: Vec<i64> = expected["time"].as_array().unwrap().iter().map(|time| time.as_i64().unwrap()).collect();
    let at = |value: &dyn Fn(i64) -> Option<f64>| -> Value { times.iter().map(|time| json!(value(*time))).collect() };
    let quantiles = |value: &dyn Fn(u32, u32) -> Option<f64>| -> Value {
        [(1, 4), (1, 2), (3, 4), (9, 10)].iter().map(|(part, whole)| json!(value(*part, *whole))).collect()
    };
    let limits = |time| curve.interval_at(time, 0.95);
    let ends = |part, whole| curve.quantile_interval(part, whole, 0.95);
    let horizon = inputs.0.get("horizon").and_then(Value::as_i64).unwrap_or_default();
    json!({
        "time": times,
        "surv": at(&|time| curve.at(time)),
        "se": at(&|time| curve.variance_at(time).map(f64::sqrt)),
        "lower": at(&|time| limits(time).map(|interval| interval.lower)),
        "upper": at(&|time| limits(time).map(|interval| interval.upper)),
        "quantile": quantiles(&|part, whole| curve.twice_quantile(part, whole).map(|twice| twice as f64 / 2.0)),
        "quantile_lower": quantiles(&|part, whole| ends(part, whole).map(|interval| interval.lower)),
        // An infinite number is null in JSON, as an end that is not reached.
        "quantile_upper": quantiles(&|part, whole| ends(part, whole).map(|interval| interval.upper)),
        "rmean": curve.restricted_mean(horizon),
        "rmean_se": curve.restricted_mean_error(horizon),
    })
}

/// What kpi-core says; the shape is that of `expected`.
fn compute(function: &str, inputs: &Inputs, expected: &Value) -> Value {
    let float = |name: &str| inputs.float(name);
    match function {
        "wilson" => inputs.proportion(wilson),
        "clopper_pearson" => inputs.proportion(clopper_pearson),
        "jeffreys" => inputs.proportion(jeffreys),
        "agresti_coull" => inputs.proportion(agresti_coull),
        "wilson_grid" => inputs.proportions(wilson),
        "clopper_pearson_grid" => inputs.proportions(clopper_pearson),
        "jeffreys_grid" => inputs.proportions(jeffreys),
        "agresti_coull_grid" => inputs.proportions(agresti_coull),
        "wilson_levels" => {
            let alphas = expected.as_object().unwrap().keys();
            let at = |alpha: &String| wilson(inputs.count("x"), inputs.count("n"), 1.0 - alpha.parse::<f64>().unwrap());
            alphas.map(|alpha| (alpha.clone(), pair(at(alpha)))).collect()
        }
        "pooled_z" => {
            let (x1, n1, x2, n2) = (float("x1"), float("n1"), float("x2"), float("n2"));
            let pooled = (x1 + x2) / (n1 + n2);
            let z = (x1 / n1 - x2 / n2) / (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2)).sqrt();
            json!({"z": z, "p": 2.0 * normal_cdf(-z.abs()).unwrap()})
        }
        "newcombe" => {
            let one = wilson(inputs.count("x1"), inputs.count("n1"), 0.95).unwrap();
            let two = wilson(inputs.count("x2"), inputs.count("n2"), 0.95).unwrap();
            let (p, q) = (float("x1") / float("n1"), float("x2") / float("n2"));
            let lower = p - q - (p - one.lower).hypot(two.upper - q);
            let upper = p - q + (one.upper - p).hypot(q - two.lower);
            json!({"diff": p - q, "lower": lower, "upper": upper})
        }
        "chi_square_homogeneity" => {
            let (x, n) = (inputs.floats("x"), inputs.floats("n"));
            let p = x.iter().sum::<f64>() / n.iter().sum::<f64>();
            let terms = x.iter().zip(&n).map(|(x, n)| (x - n * p).powi(2) / (n * p * (1.0 - p)));
            let (chi2, df) = (terms.sum::<f64>(), x.len() - 1);
            let tail = gamma_regularized_q(0.5 * chi2, 0.5 * df as f64).unwrap();
            json!({"chi2": chi2, "df": df, "p": tail})
        }
        "nps_two_sided_p" => {
            let (promoters, passives, detractors) = inputs.net();
            let n = (promoters + passives + detractors) as f64;
            let net = (promoters as f64 - detractors as f64) / n;
            let se = (((promoters + detractors) as f64 / n - net * net) / n).sqrt();
            json!({"p_two_sided": 2.0 * normal_cdf(-net.abs() / se).unwrap()})
        }
        "adjusted_wald_net" => {
            let (promoters, passives, detractors) = inputs.net();
            ends(adjusted_wald_net(promoters, passives, detractors, 0.95))
        }
        // The peer does not clip, we do: this compares ours with the peer's number clipped.
        "adjusted_wald_net_clipped" => {
            let (promoters, passives, detractors) = inputs.net();
            let Interval { lower, upper } = adjusted_wald_net(promoters, passives, detractors, 0.95).unwrap();
            assert_eq!(upper, expected["adj_upper"].as_f64().unwrap().min(1.0));
            json!({"adj_lower": lower, "adj_upper": expected["adj_upper"]})
        }
        "student_t_net" => {
            let (promoters, passives, detractors) = inputs.net();
            let n = promoters + passives + detractors;
            let (sum, squares) = (i128::from(promoters) - i128::from(detractors), i128::from(promoters + detractors));
            ends(student_t_mean(n, sum, squares, 0.95))
        }
        "student_t_scores" => {
            let scores = inputs.integers("scores");
            let (sum, squares): (i64, i64) = (scores.iter().sum(), scores.iter().map(|x| x * x).sum());
            ends(student_t_mean(scores.len() as u64, i128::from(sum), i128::from(squares), 0.95))
        }
        "student_t_mean_grid" => inputs.rows(|row| {
            let big = |name: &str| row.0[name].as_str().unwrap().parse::<i128>().unwrap();
            pair(student_t_mean(row.count("n"), big("sum"), big("sum_of_squares"), row.float("level")))
        }),
        "poisson_exact" => ends(poisson_exact(inputs.count("events"), float("exposure"), 0.95)),
        "poisson_exact_grid" => inputs.rows(|row| pair(poisson_exact(row.count("events"), 1.0, row.float("level")))),
        "order_statistics_of_sample" => {
            let mut values = inputs.integers("x");
            let (low, high) = order_statistics(values.len() as u64, float("p"), 0.95).unwrap();
            let found = select_ranks(&mut values, &[low as usize - 1, high as usize - 1]).unwrap();
            json!({"lower": found[0], "upper": found[1], "lower_rank": low, "upper_rank": high})
        }
        "order_statistics_grid" => {
            inputs.rows(|row| json!(order_statistics(row.count("n"), row.float("p"), row.float("level"))))
        }
        "type7" => {
            let values = inputs.integers("x");
            let name = expected.as_object().unwrap().keys().next().unwrap();
            let quantiles: Vec<f64> = inputs.floats("p").iter().map(|p| type7(&values, *p)).collect();
            json!({ name: quantiles })
        }
        "ln_gamma" => inputs.rows(|row| json!(ln_gamma(row.float("x")))),
        "normal_cdf" => inputs.rows(|row| json!(normal_cdf(row.float("x")))),
        "normal_quantile" => inputs.rows(|row| json!(normal_quantile(row.float("p")))),
        "student_t_cdf" => inputs.rows(|row| json!(student_t_cdf(row.float("t"), row.float("df")))),
        "student_t_quantile" => inputs.rows(|row| json!(student_t_quantile(row.float("p"), row.float("df")))),
        "beta_regularized" => {
            inputs.rows(|row| json!(beta_regularized(row.float("x"), row.float("a"), row.float("b"))))
        }
        "beta_quantile" => inputs.rows(|row| json!(beta_quantile(row.float("p"), row.float("a"), row.float("b")))),
        "gamma_regularized_p" => inputs.rows(|row| json!(gamma_regularized_p(row.float("x"), row.float("shape")))),
        "gamma_regularized_q" => inputs.rows(|row| json!(gamma_regularized_q(row.float("x"), row.float("shape")))),
        "gamma_quantile" => inputs.rows(|row| json!(gamma_quantile(row.float("p"), row.float("shape")))),
        "kaplan_meier" => survival(inputs, expected),
        "log_rank" => {
            let groups = inputs.0["groups"].as_array().unwrap().iter();
            let groups: Vec<_> = groups.map(|group| Inputs(group.as_object().unwrap()).observed()).collect();
            let groups: Vec<(&[i64], &[bool])> = groups.iter().map(|(time, event)| (&time[..], &event[..])).collect();
            let LogRank { statistic, degrees_of_freedom, p } = log_rank(&groups).unwrap().unwrap();
            json!({"statistic": statistic, "degrees_of_freedom": degrees_of_freedom, "p": p})
        }
        other => panic!("no function {other}"),
    }
}

/// Compares every number of `expected`, and returns how many there were.
fn compare(id: &str, actual: &Value, expected: &Value, rtol: f64) -> usize {
    match expected {
        Value::Object(map) => {
            map.iter().map(|(name, e)| compare(&format!("{id}.{name}"), &actual[name], e, rtol)).sum()
        }
        Value::Array(list) => {
            assert_eq!(actual.as_array().map(Vec::len), Some(list.len()), "{id}");
            list.iter().enumerate().map(|(i, e)| compare(&format!("{id}[{i}]"), &actual[i], e, rtol)).sum()
        }
        Value::Number(number) => {
            let e = number.as_f64().unwrap();
            let a = actual.as_f64().unwrap_or_else(|| panic!("{id}: {actual}, expected {e}"));
            assert!((a - e).abs() <= rtol * e.abs(), "{id}: {a}, expected {e}");
            1
        }
        other => {
            assert_eq!(actual, other, "{id}");
            1
        }
    }
}

#[test]
fn peers_agree() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../vectors/statistics.json");
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let cases = file["cases"].as_array().unwrap();
    let mut numbers = 0;
    for case in cases {
        let (id, expected) = (case["id"].as_str().unwrap(), &case["expected"]);
        let inputs = Inputs(case["inputs"].as_object().unwrap());
        let actual = compute(case["function"].as_str().unwrap(), &inputs, expected);
        numbers += compare(id, &actual, expected, case["rtol"].as_f64().unwrap());
    }
    assert!(cases.len() >= CASES, "only {} cases", cases.len());
    assert!(numbers >= NUMBERS, "only {numbers} numbers");
}

#[test]
fn ends_are_exact_where_nothing_or_everything_succeeds() {
    for interval in [wilson, clopper_pearson, jeffreys, agresti_coull] {
        for n in [1, 2, 10, 500, 9_999_999, u64::MAX] {
            for level in [1e-9, 0.5, 0.95, 1.0 - 1e-12] {
                let (none, all) = (interval(0, n, level).unwrap(), interval(n, n, level).unwrap());
                assert_eq!((none.lower, all.upper), (0.0, 1.0));
                assert!(none.upper > 0.0 && none.upper < 1.0 + f64::EPSILON);
                assert!(all.lower > 0.0 && all.lower <= 1.0);
            }
        }
    }
}

#[test]
fn outside_the_domain_is_none() {
    for level in [0.0, 1.0, -0.5, 1.5, f64::NAN, f64::INFINITY] {
        assert_eq!(wilson(1, 2, level), None);
        assert_eq!(clopper_pearson(1, 2, level), None);
        assert_eq!(jeffreys(1, 2, level), None);
        assert_eq!(agresti_coull(1, 2, level), None);
        assert_eq!(adjusted_wald_net(1, 1, 1, level), None);
        assert_eq!(student_t_mean(3, 6, 14, level), None);
        assert_eq!(order_statistics(100, 0.5, level), None);
        assert_eq!(poisson_exact(5, 1.0, level), None);
    }
    for interval in [wilson, clopper_pearson, jeffreys, agresti_coull] {
        assert_eq!(interval(0, 0, 0.95), None);
        assert_eq!(interval(3, 2, 0.95), None);
    }
    assert_eq!(adjusted_wald_net(0, 0, 0, 0.95), None);
    assert_eq!(student_t_mean(0, 0, 0, 0.95), None);
    assert_eq!(student_t_mean(1, 4, 16, 0.95), None);
    // No three integers sum to 6 with squares summing to 11: 12 is the least.
    assert_eq!(student_t_mean(3, 6, 11, 0.95), None);
    assert_eq!(student_t_mean(2, i128::MAX, i128::MAX, 0.95), None);
    assert_eq!(student_t_mean(u64::MAX, i128::MIN, i128::MIN, 0.95), None);
    assert_eq!(poisson_exact(5, 0.0, 0.95), None);
    assert_eq!(poisson_exact(5, f64::NAN, 0.95), None);
    assert_eq!(order_statistics(0, 0.5, 0.95), None);
    for p in [0.0, 1.0, -1.0, f64::NAN] {
        assert_eq!(order_statistics(100, p, 0.95), None);
    }
    assert_eq!(type7_position(5, 1, 0), None);
    assert_eq!(type7_position(5, 3, 2), None);
    assert_eq!(type7_position(u64::MAX, u64::MAX, u64::MAX), Some((u64::MAX - 1, 0)));
    assert_eq!(select_ranks(&mut [3, 1, 2], &[2, 1]), None);
    assert_eq!(select_ranks(&mut [3, 1, 2], &[0, 3]), None);
    assert_eq!(select_ranks(&mut [], &[]), Some(vec![]));
}

#[test]
fn any_float_gives_a_finite_number_or_none() {
    let floats = [
        f64::NAN,
        f64::NEG_INFINITY,
        f64::INFINITY,
        f64::MAX,
        -f64::MAX,
        f64::MIN_POSITIVE,
        5e-324,
        -0.0,
        0.0,
        -1.0,
        1e-300,
        1e-16,
        1e-3,
        0.3,
        0.5,
        1.0 - f64::EPSILON,
        1.0,
        2.0,
        77.5,
        1e6,
        1e16,
        1e30,
    ];
    let sound = |name: &str, result: Option<f64>, arguments: &[f64]| {
        assert!(result.is_none_or(f64::is_finite), "{name}{arguments:?} = {result:?}");
    };
    for a in floats {
        sound("ln_gamma", ln_gamma(a), &[a]);
        sound("normal_cdf", normal_cdf(a), &[a]);
        sound("normal_quantile", normal_quantile(a), &[a]);
        for b in floats {
            sound("student_t_cdf", student_t_cdf(a, b), &[a, b]);
            sound("student_t_quantile", student_t_quantile(a, b), &[a, b]);
            sound("gamma_regularized_p", gamma_regularized_p(a, b), &[a, b]);
            sound("gamma_regularized_q", gamma_regularized_q(a, b), &[a, b]);
            sound("gamma_quantile", gamma_quantile(a, b), &[a, b]);
            for c in [5e-324, 1e-3, 0.5, 1.0, 40.0, 1e5, 1e30, f64::MAX] {
                sound("beta_regularized", beta_regularized(a, b, c), &[a, b, c]);
                sound("beta_quantile", beta_quantile(a, b, c), &[a, b, c]);
            }
        }
    }
}

#[test]
fn selection_agrees_with_sorting() {
    // A linear congruential generator (Numerical Recipes, §7.1), with many ties.
    let mut state: u32 = 1;
    let mut next = |bound: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % bound
    };
    for _ in 0..300 {
        let mut values: Vec<i64> = (0..=next(200)).map(|_| i64::from(next(50)) - 25).collect();
        let mut ranks: Vec<usize> = (0..next(9)).map(|_| next(values.len() as u32) as usize).collect();
        ranks.sort_unstable();
        let mut sorted = values.clone();
        sorted.sort_unstable();
        let expected: Vec<i64> = ranks.iter().map(|rank| sorted[*rank]).collect();
        assert_eq!(select_ranks(&mut values, &ranks), Some(expected));
    }
}

#[test]
fn the_curve_of_what_has_all_ended_is_the_sample() {
    let times: Vec<i64> = (1..=2_000).map(|i| i * i % 1_009 * 1_000_003).collect();
    let all = curve(&times, &[true; 2_000]);
    let mut sorted = times.clone();
    sorted.sort_unstable();
    assert_eq!(all.last(), *sorted.last().unwrap());
    assert_eq!(all.twice_quantile(1, 2), Some(i128::from(sorted[999] + sorted[1_000])));
    assert_eq!(all.twice_quantile(9, 10), Some(i128::from(sorted[1_799] + sorted[1_800])));
    assert_eq!(all.restricted_mean(all.last()), Some(times.iter().sum::<i64>() as f64 / 2_000.0));
    assert_eq!(all.restricted_mean(i64::MAX), all.restricted_mean(all.last()));
    for at in [0, 999, 1_000_003, 500_000_000, all.last()] {
        assert_eq!(all.at(at), Some(times.iter().filter(|&&time| time > at).count() as f64 / 2_000.0));
    }
    // Of four, three quarters, one half and one quarter last longer: the quantiles lie in the middle.
    let four = curve(&[1, 2, 3, 4], &[true; 4]);
    assert_eq!([1, 2, 3, 4].map(|part| four.twice_quantile(part, 4)), [3, 5, 7, 8].map(Some));
}

#[test]
fn nothing_is_known_beyond_what_was_observed() {
    let open = curve(&[10, 20, 30], &[true, false, false]);
    assert_eq!((open.at(30), open.at(31)), (Some(2.0 / 3.0), None));
    assert_eq!((open.restricted_mean(30).is_some(), open.restricted_mean(31)), (true, None));
    assert_eq!(open.twice_quantile(1, 2), None);
    assert_eq!(open.quantile_interval(1, 2, 0.95), Some(Interval { lower: 10.0, upper: f64::INFINITY }));
    assert_eq!((open.interval_at(9, 0.95), open.interval_at(31, 0.95)), (None, None));
    assert_eq!(open.restricted_mean(-1), None);
    assert!(KaplanMeier::new(&mut [], &mut []).is_none());
    let ended = curve(&[10, 20], &[true, true]);
    assert_eq!((ended.at(i64::MAX), ended.variance_at(20)), (Some(0.0), None));
    // A variance of 0 says that nothing is known of it.
    assert_eq!(curve(&[10, 10], &[true, true]).restricted_mean_interval(10, 0.95), None);
    assert_eq!(curve(&[10, 20], &[false, false]).restricted_mean_interval(20, 0.95), None);
}

#[test]
fn the_largest_durations_are_no_danger() {
    let times: Vec<i64> = (0..1_000).map(|i| i64::MAX - i * 7_919).collect();
    let events: Vec<bool> = (0..1_000).map(|i| i % 3 > 0).collect();
    let curve = curve(&times, &events);
    let mean = curve.restricted_mean(i64::MAX).unwrap();
    assert!((mean / i64::MAX as f64 - 1.0).abs() < 1e-12);
    assert!(curve.twice_quantile(1, 2).unwrap() > i128::from(i64::MAX));
}

#[test]
fn a_comparison_needs_two_groups_that_can_be_compared() {
    let one: (&[i64], &[bool]) = (&[1, 2], &[true, true]);
    let code = |groups: &[(&[i64], &[bool])]| log_rank(groups).unwrap_err().code().as_str();
    assert_eq!(code(&[one]), "bad_input");
    assert_eq!(code(&[one, (&[1, 2], &[true])]), "bad_input");
    assert_eq!(code(&[one, (&[-1], &[true])]), "negative");
    for nothing in [(&[][..], &[][..]), (&[0][..], &[false][..])] {
        assert_eq!(log_rank(&[one, nothing]).unwrap(), None);
    }
    assert_eq!(log_rank(&[(&[5], &[false]), (&[5], &[false])]).unwrap(), None);
    // All events at once leave nothing to compare.
    assert_eq!(log_rank(&[(&[5, 5], &[true, true]), (&[5], &[true])]).unwrap(), None);
    let same = log_rank(&[one, one]).unwrap().unwrap();
    assert_eq!((same.statistic, same.p), (0.0, 1.0));
}
