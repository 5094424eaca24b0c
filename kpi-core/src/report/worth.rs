//! What accounts that ended were worth: their purchases in the time before.

use alloc::vec::Vec;

use crate::column::Table;
use crate::error::{Code, Error, Result};
use crate::exact::divide;
use crate::kpi::find;
use crate::kpi::loyalty::lost_customer_value::{ID, LOOKBACK};
use crate::kpi::money::Rates;
use crate::kpi::parameters::{Parameter, Parameters, bad};
use crate::kpi::population::YEAR;
use crate::record::Kind;
use crate::report::derive::{ById, Tables, at, instants};
use crate::report::request::Request;

/// An account that ended.
struct Ended<'a> {
    at: i64,
    bought: bool,
    /// What it bought, by currency, in 10⁻⁹.
    sums: Vec<(&'a str, i128)>,
}

/// What an account was worth, where that is known, and in which currency.
pub(super) type Worth<'a> = (Option<i64>, Option<&'a str>);

/// What the accounts of a table were worth that ended, row by row.
pub(super) fn worth<'a>(request: &'a Request, all: &Tables<'a>, table: &'a Table<'a>) -> Result<Vec<Worth<'a>>> {
    let terms = terms(request)?;
    let mut accounts: ById<Ended<'a>> = ById::default();
    for (table, row) in all.each(Kind::Account) {
        let ended = at(table, "ended_at", row).filter(|&ended| ended <= all.limit);
        if let Some((id, at)) = all.word(table, "id", row).zip(ended) {
            accounts.set(id, Ended { at, bought: false, sums: Vec::new() })?;
        }
    }
    let given_back = all.given_back()?;
    for (table, row) in all.each(Kind::Conversion).filter(|&(table, row)| all.bought(table, row, &given_back)) {
        let Some(at) = at(table, "at", row) else { continue };
        let account = all.word(table, "account", row).and_then(|account| accounts.get_mut(account));
        let Some(account) = account.filter(|own| at < own.at && at >= own.at.saturating_sub(terms.lookback)) else {
            continue;
        };
        account.bought = true;
        let Some((amount, currency)) = instants(table, "amount").at(row).zip(all.word(table, "currency", row)) else {
            continue;
        };
        match account.sums.iter_mut().find(|(own, _)| *own == currency) {
            Some((_, sum)) => *sum = sum.saturating_add(amount.into()),
            None => account.sums.push((currency, amount.into())),
        }
    }
    let one = |row: usize| match all.word(table, "id", row).and_then(|id| accounts.get(id)) {
        None => Ok((None, None)),
        Some(account) => total(account, &terms).map_err(|error| error.record("account").index(row as u64)),
    };
    (0..table.len).map(one).collect()
}

/// How far back purchases count, and how those of one account in several currencies are added.
#[derive(PartialEq)]
struct Terms<'a> {
    lookback: i64,
    currency: Option<&'a str>,
    rates: Rates,
}

fn terms(request: &Request) -> Result<Terms<'_>> {
    let mut terms: Option<Terms<'_>> = None;
    for ask in request.kpis.iter().filter(|ask| ask.kpi == ID) {
        let parameters = Parameters::new(find(ID, &ask.variant)?.spec(), &ask.parameters, false)?;
        let currency = match ask.parameters.get("currency") {
            Some(Parameter::Text(currency)) => Some(currency.as_str()),
            _ => None,
        };
        let lookback = parameters.duration(LOOKBACK.name, YEAR)?;
        let own = Terms { lookback, currency, rates: Rates::of(&parameters)? };
        if terms.as_ref().is_some_and(|other| *other != own) {
            let text = "what an account was worth is derived once in a report; ask all variants with the same `lookback`, \
                `currency` and `rates`, or in two reports";
            return Err(bad(LOOKBACK.name, text));
        }
        terms = Some(own);
    }
    terms.ok_or_else(|| bad(LOOKBACK.name, "nobody asks what an account was worth"))
}

/// All that an account bought: 0 where it bought nothing, unknown where no purchase has an amount.
fn total<'a>(account: &Ended<'a>, terms: &Terms<'a>) -> Result<Worth<'a>> {
    let amount = |sum: i128| i64::try_from(sum).map(Some).map_err(|_| Error::overflow());
    match account.sums.as_slice() {
        [] => return Ok((if account.bought { None } else { Some(0) }, None)),
        &[(currency, sum)] => return Ok((amount(sum)?, Some(currency))),
        _ => {}
    }
    let mixed = || {
        let text = "what the account bought is in several currencies; give `currency` and `rates`";
        Error::new(Code::MixedCurrencies, text).field("currency")
    };
    let wanted = terms.currency.ok_or_else(mixed)?;
    let mut all = 0i128;
    for (currency, sum) in &account.sums {
        let (_, rate) = terms.rates.rate(currency.parse()?).ok_or_else(mixed)?;
        all = sum.checked_mul(rate.into()).and_then(|part| all.checked_add(part)).ok_or_else(Error::overflow)?;
    }
    Ok((amount(divide(all, 1_000_000_000, 0)?.mantissa())?, Some(wanted)))
}
