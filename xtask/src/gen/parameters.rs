//! The types of parameters in Python and TypeScript, by what the catalogue says they take.

use anyhow::{Context, Result};
use kpi_core::{Entry, ParameterSpec};

/// What a parameter takes, and the type of that.
pub struct Takes {
    words: &'static str,
    pub python: &'static str,
    pub typescript: &'static str,
}

const TAKES: &[Takes] = &[
    Takes { words: "a word", python: "str", typescript: "string" },
    Takes {
        words: "`contacts`, `tickets`, `sessions` or `all`",
        python: "Literal[\"contacts\", \"tickets\", \"sessions\", \"all\"]",
        typescript: "\"contacts\" | \"tickets\" | \"sessions\" | \"all\"",
    },
    Takes { words: "a list of words", python: "Sequence[str]", typescript: "readonly string[]" },
    Takes {
        words: "`include` or `exclude`",
        python: "Literal[\"include\", \"exclude\"]",
        typescript: "\"include\" | \"exclude\"",
    },
    Takes { words: "the name of a text field", python: "str", typescript: "string" },
    Takes { words: "a currency, such as `EUR`", python: "str", typescript: "string" },
    Takes {
        words: "`exact` or `sketch`",
        python: "Literal[\"exact\", \"sketch\"]",
        typescript: "\"exact\" | \"sketch\"",
    },
    Takes {
        words: "`calendar` or `business`",
        python: "Literal[\"calendar\", \"business\"]",
        typescript: "\"calendar\" | \"business\"",
    },
    Takes { words: "`ignore` or `fail`", python: "Literal[\"ignore\", \"fail\"]", typescript: "\"ignore\" | \"fail\"" },
    Takes {
        words: "`apart` or `together`",
        python: "Literal[\"apart\", \"together\"]",
        typescript: "\"apart\" | \"together\"",
    },
    Takes { words: "`yes` or `no`", python: "Literal[\"yes\", \"no\"]", typescript: "\"yes\" | \"no\"" },
    Takes {
        words: "rising durations in seconds",
        python: "Sequence[float | int | Decimal | timedelta | str]",
        typescript: "readonly Seconds[]",
    },
    Takes { words: "a percentage", python: "float | int | Decimal | str", typescript: "number | string" },
    Takes { words: "a count", python: "int", typescript: "Count" },
    Takes { words: "a number of seconds", python: "float | int | Decimal | timedelta | str", typescript: "Seconds" },
    Takes { words: "rising counts", python: "Sequence[int]", typescript: "readonly Count[]" },
    Takes {
        words: "seconds by word",
        python: "Mapping[str, float | int | Decimal | timedelta | str]",
        typescript: "Readonly<Record<string, Seconds>>",
    },
    Takes {
        words: "`queued` or `all_inbound`",
        python: "Literal[\"queued\", \"all_inbound\"]",
        typescript: "\"queued\" | \"all_inbound\"",
    },
    Takes {
        words: "`inbound`, `outbound` or `both`",
        python: "Literal[\"inbound\", \"outbound\", \"both\"]",
        typescript: "\"inbound\" | \"outbound\" | \"both\"",
    },
    Takes {
        words: "`s4`, `s0`, or seconds by word",
        python: "Literal[\"s4\", \"s0\"] | Mapping[str, float | int | Decimal | timedelta | str]",
        typescript: "\"s4\" | \"s0\" | Readonly<Record<string, Seconds>>",
    },
    Takes {
        words: "`none`, `handling_time` or `count`",
        python: "Literal[\"none\", \"handling_time\", \"count\"]",
        typescript: "\"none\" | \"handling_time\" | \"count\"",
    },
    Takes {
        words: "`auto`, `entries` or `purchases`",
        python: "Literal[\"auto\", \"entries\", \"purchases\"]",
        typescript: "\"auto\" | \"entries\" | \"purchases\"",
    },
    Takes {
        words: "a part from 0 to 1 as decimal text",
        python: "Decimal | str | int | float",
        typescript: "string | number",
    },
    Takes {
        words: "decimal text by currency",
        python: "Mapping[str, Decimal | str]",
        typescript: "Readonly<Record<string, string>>",
    },
    Takes { words: "`bound` or `value`", python: "Literal[\"bound\", \"value\"]", typescript: "\"bound\" | \"value\"" },
    Takes {
        words: "`higher` or `lower`",
        python: "Literal[\"higher\", \"lower\"]",
        typescript: "\"higher\" | \"lower\"",
    },
    Takes {
        words: "parameters by name",
        python: "Mapping[str, object]",
        typescript: "Readonly<Record<string, unknown>>",
    },
    Takes { words: "a kind of record", python: "str", typescript: "string" },
];

/// The types of a parameter.
pub fn takes(parameter: &ParameterSpec) -> Result<&'static Takes> {
    TAKES.iter().find(|takes| takes.words == parameter.takes).with_context(|| {
        format!(
            "the parameter `{}` takes {}; give its types in xtask/src/gen/parameters.rs",
            parameter.name, parameter.takes
        )
    })
}

/// Every parameter of a KPI, with the variants that take it.
pub fn of(entries: &[&Entry]) -> Vec<(ParameterSpec, Vec<&'static str>)> {
    let mut parameters: Vec<(ParameterSpec, Vec<&str>)> = Vec::new();
    for spec in entries.iter().map(|entry| entry.spec()) {
        for parameter in spec.parameters {
            match parameters.iter_mut().find(|(own, _)| own.name == parameter.name) {
                Some((_, variants)) => variants.push(spec.variant),
                None => parameters.push((*parameter, vec![spec.variant])),
            }
        }
    }
    parameters
}
