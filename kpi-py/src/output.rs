//! The report as an Arrow table.

use std::sync::Arc;

use arrow_array::builder::{
    Decimal128Builder, Float64Builder, Int64Builder, ListBuilder, StringBuilder, StructBuilder,
    TimestampMicrosecondBuilder,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema};
use kpi_core::exact::PLACES;
use kpi_core::{Report, ReportRow};
use rust_decimal::Decimal;

const PRECISION: u8 = 38;

/// The report's rows as one record batch.
///
/// # Errors
/// None that a report can cause.
pub fn table(report: &Report) -> Result<RecordBatch, ArrowError> {
    let rows = &report.rows;
    let mut columns: Vec<(&str, bool, ArrayRef)> = vec![
        ("kpi", false, texts(rows, |row| Some(row.kpi))),
        ("variant", false, texts(rows, |row| Some(row.variant))),
        ("figure", false, texts(rows, |row| Some(&row.value.figure))),
        ("bucket_start", true, instants(rows, |row| row.bucket.as_ref().map(|bucket| bucket.start))),
        ("bucket_end", true, instants(rows, |row| row.bucket.as_ref().map(|bucket| bucket.end))),
        ("bucket", true, texts(rows, |row| row.bucket.as_ref().map(|bucket| bucket.label.as_str()))),
    ];
    for (place, name) in report.by.iter().enumerate() {
        columns.push((name, true, texts(rows, |row| row.group.get(place).and_then(Option::as_deref))));
    }
    columns.extend([
        ("value", true, decimals(rows, |row| row.value.value)?),
        ("number", true, floats(rows, |row| row.value.number)),
        ("unit", false, texts(rows, |row| Some(&row.value.unit))),
        ("numerator", true, decimals(rows, |row| row.value.numerator)?),
        ("denominator", true, decimals(rows, |row| row.value.denominator)?),
        ("sample", false, counts(rows, |row| row.value.sample)),
        ("lower", true, floats(rows, |row| row.value.lower)),
        ("upper", true, floats(rows, |row| row.value.upper)),
        ("undefined", true, texts(rows, |row| row.value.undefined.map(|reason| reason.as_str()))),
        ("approximate", true, floats(rows, |row| row.value.approximate)),
        ("left_out", false, counts(rows, ReportRow::left_out)),
        ("reasons", false, reasons(rows)),
    ]);
    let fields = columns.iter().map(|(name, nullable, array)| Field::new(*name, array.data_type().clone(), *nullable));
    let schema = Schema::new(fields.collect::<Vec<Field>>());
    RecordBatch::try_new(Arc::new(schema), columns.into_iter().map(|(_, _, array)| array).collect())
}

fn texts<'a>(rows: &'a [ReportRow], of: impl Fn(&'a ReportRow) -> Option<&'a str>) -> ArrayRef {
    let mut builder = StringBuilder::new();
    rows.iter().for_each(|row| builder.append_option(of(row)));
    Arc::new(builder.finish())
}

fn instants(rows: &[ReportRow], of: impl Fn(&ReportRow) -> Option<i64>) -> ArrayRef {
    let mut builder = TimestampMicrosecondBuilder::new().with_timezone("UTC");
    rows.iter().for_each(|row| builder.append_option(of(row)));
    Arc::new(builder.finish())
}

fn floats(rows: &[ReportRow], of: impl Fn(&ReportRow) -> Option<f64>) -> ArrayRef {
    let mut builder = Float64Builder::new();
    rows.iter().for_each(|row| builder.append_option(of(row)));
    Arc::new(builder.finish())
}

fn counts(rows: &[ReportRow], of: impl Fn(&ReportRow) -> u64) -> ArrayRef {
    let mut builder = Int64Builder::new();
    rows.iter().for_each(|row| builder.append_value(i64::try_from(of(row)).unwrap_or(i64::MAX)));
    Arc::new(builder.finish())
}

fn decimals(rows: &[ReportRow], of: impl Fn(&ReportRow) -> Option<Decimal>) -> Result<ArrayRef, ArrowError> {
    let mut builder = Decimal128Builder::new();
    rows.iter().for_each(|row| builder.append_option(of(row).map(units)));
    Ok(Arc::new(builder.finish().with_precision_and_scale(PRECISION, PLACES as i8)?))
}

/// A decimal in units of its last place. It has at most that many places.
fn units(value: Decimal) -> i128 {
    let up = PLACES.saturating_sub(value.scale());
    value.mantissa().saturating_mul(10i128.saturating_pow(up))
}

fn reasons(rows: &[ReportRow]) -> ArrayRef {
    let fields =
        Fields::from(vec![Field::new("reason", DataType::Utf8, false), Field::new("count", DataType::Int64, false)]);
    let item = Field::new("item", DataType::Struct(fields.clone()), false);
    let mut builder = ListBuilder::new(StructBuilder::from_fields(fields, rows.len())).with_field(item);
    for row in rows {
        for (reason, count) in row.reasons.iter() {
            let one = builder.values();
            if let Some(texts) = one.field_builder::<StringBuilder>(0) {
                texts.append_value(reason.as_str());
            }
            if let Some(counts) = one.field_builder::<Int64Builder>(1) {
                counts.append_value(i64::try_from(*count).unwrap_or(i64::MAX));
            }
            one.append(true);
        }
        builder.append(true);
    }
    Arc::new(builder.finish())
}
