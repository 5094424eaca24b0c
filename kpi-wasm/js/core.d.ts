// The types of the constant surface.
import type {
  Bucket,
  ErrorCode,
  Holding,
  Instant,
  KpiId,
  PresetName,
  Reason,
  RecordKind,
  Records,
  ResponseWait,
  SlaTarget,
  StatusSpan,
  Ticket,
  Undefined,
  WeekDay,
} from "./records.js";

/** The version of the package. */
export declare function version(): string;

/** What went wrong, where, and what to do. The only error that this package throws on purpose. */
export declare class KpiError extends Error {
  constructor(parts: {
    code: ErrorCode;
    text: string;
    record?: RecordKind | "input" | null;
    index?: number | null;
    field?: string | null;
  });
  /** The stable code, the same in Rust and Python. */
  readonly code: ErrorCode;
  /** The kind of record; `input` for a list that a formula took. */
  readonly record: RecordKind | "input" | null;
  /** The record's index within its kind, counted from 0. */
  readonly index: number | null;
  /** The field, parameter or input. */
  readonly field: string | null;
  /** What was wrong and what to do, without the place. */
  readonly text: string;
}

/** A figure. `value`, `numerator` and `denominator` are exact decimal text. */
export interface Figure {
  figure: string;
  /** The exact value, rounded once to 9 places; null where it is undefined. */
  value: string | null;
  /** The float nearest to `value`. */
  number: number | null;
  /** percent, index, seconds, count, score, or a currency. */
  unit: string;
  /** The kind of number. */
  kind: NumberKind;
  numerator: string | null;
  denominator: string | null;
  /** How many records made the figure. */
  sample: number;
  /** The interval's ends. */
  lower: number | null;
  upper: number | null;
  /** Why there is no value. */
  undefined: Undefined | null;
  /** The bound of the relative error; null where the value is exact. */
  approximate: number | null;
}

/** The kind of number that a figure is; it says within which bounds it lies. */
export type NumberKind = "share" | "net_index" | "ratio" | "growth" | "duration" | "count" | "money" | "score" | "rank";

/** The figures of a formula, the headline first. */
export declare class Figures extends Array<Figure> {
  /** The headline's exact value; null where it is undefined. */
  get value(): string | null;
  /** The headline's value as a float; null where it is undefined. */
  get number(): number | null;
  /** The ends of the headline's interval. */
  get lower(): number | null;
  get upper(): number | null;
  /** Why the headline has no value. */
  get undefined(): Undefined | null;
  /** The figure of a name. */
  get(figure: string): Figure | undefined;
}

/** A value that a formula takes. */
export type FormulaInput = number | bigint | string | readonly (number | bigint | string | boolean)[] | Float64Array;

/**
 * The figures of a KPI's formula.
 * @param variant The variant; empty for the default.
 * @throws {KpiError}
 */
export declare function formula(
  kpi: KpiId,
  variant: string,
  inputs: Readonly<Record<string, FormulaInput>>,
  parameters?: Readonly<Record<string, unknown>>,
  level?: number,
): Figures;

/** What lasts, and whether it has ended: what the formulas of survival take. */
export interface Survival {
  /** Times in seconds until the event, or, where it has not happened, until the last look. */
  readonly durations: readonly (number | string)[] | Float64Array;
  /** For each of them, whether its event has happened. */
  readonly observed: readonly boolean[];
}

/** Whether groups have the same curve of survival. */
export interface LogRank {
  /** The chi-square statistic. */
  readonly statistic: number;
  /** The groups in which an event was possible, less one. */
  readonly degrees_of_freedom: number;
  /** How likely a statistic at least so large is where the curves are the same. */
  readonly p: number;
}

/**
 * The log-rank test between two or more groups; null where nothing can be compared, because no two groups reach an event
 * or all events are at once.
 * @throws {KpiError} The field names the group.
 */
export declare function logRank(groups: readonly Survival[]): LogRank | null;

/** Where a value stands against a benchmark, which speaks of its own population and period only. */
export interface Standing {
  /**
   * The benchmark's label where the value lies within it: `good`, `excellent`, `needs_work`, `usual`, `possible`,
   * `expected`, `mean`; else `better` or `worse` than it, or `above` or `below` it where neither is better;
   * `no_benchmark` where there is none.
   */
  readonly word: string;
  /** What the source calls a value within the benchmark. */
  readonly label: string | null;
  /** The benchmark's lower end, as decimal text. */
  readonly low: string | null;
  /** Its upper end. */
  readonly high: string | null;
  /** Whether the ends themselves lie outside: above 50, not 50 or more. */
  readonly exclusive: boolean;
  /** Whom it speaks of. */
  readonly population: string | null;
  /** Who says so. */
  readonly source: string | null;
  /** The clock of its durations: benchmarks are in calendar time, whatever the value is in. */
  readonly clock: "calendar" | null;
}

/**
 * Where a value stands against the benchmarks of its figure: one standing for each population and source that speaks of
 * it, or a single `no_benchmark`. An empty variant is the default one, an empty figure the headline.
 * @param value The figure's value, as a number or as decimal text.
 * @param population Only benchmarks that speak of it.
 * @throws {KpiError} For a KPI, a variant or a figure that does not exist.
 * @example
 * standing("csat", "", "", "72.5")[0].word; // "excellent"
 */
export declare function standing(
  kpi: string,
  variant: string,
  figure: string,
  value: number | string,
  population?: string,
): Standing[];

/** An array of JavaScript that a column can be. Whole numbers of a BigInt64Array are in the field's integer units. */
export type Numbers =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | BigInt64Array;

/**
 * A column.
 *
 * Numbers: NaN is null; instants are in milliseconds since 1970 UTC, as `Date.now()` gives them, durations in seconds,
 * flags 0 and 1 (255 is null). A BigInt64Array holds µs for instants and durations, thousandths for scores, 10⁻⁹ for
 * amounts.
 */
export type Column =
  | Numbers
  | readonly (string | number | bigint | boolean | Instant | readonly string[] | null | undefined)[]
  | { readonly values: Numbers; readonly valid?: Uint8Array }
  | {
      readonly codes: Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;
      readonly words: readonly (string | null)[];
    };

/** Records as columns that are equally long. */
export type Columns = Readonly<Record<string, Column>>;

/** How the caller's columns become fields. */
export interface TableOptions {
  /** Fields by the caller's names; null leaves a column out. */
  columns?: Readonly<Record<string, string | null>>;
  /** One value for all records, by field. */
  constants?: Readonly<Record<string, string | number | bigint | boolean | Instant | null>>;
  /** Values that mean null, by field. */
  null?: Readonly<Record<string, string | number | bigint | readonly (string | number | bigint)[]>>;
}

/** Records with what to know about them. */
export declare class Table {
  protected constructor();
  /** Not to be had from outside: it tells a table from other objects. */
  private readonly data: unknown;
}

/** Records with other names of columns, constants, and values that mean null. */
export declare function table(
  data: Iterable<object> | Columns | { readonly [column: string]: Column },
  options?: TableOptions,
): Table;

/** What can be given for a kind of record: objects, columns, or tables. */
export type Input<Row> = Iterable<Row> | Columns | Table | readonly Table[];

/** A KPI to compute. */
export interface Ask {
  kpi: KpiId;
  /** The variant; the default where it is not given. */
  variant?: string | undefined;
  parameters?: Readonly<Record<string, unknown>> | undefined;
  /** By kind of record, the instant that puts a record in a bucket, where it is not the KPI's own. */
  anchor?: Readonly<Record<string, string>> | undefined;
}

/** A KPI to compute, with a variant, an anchor and its parameters. */
export declare function ask(
  kpi: KpiId,
  options?: Pick<Ask, "variant" | "anchor"> & { readonly [parameter: string]: unknown },
): Ask;

/** A test of one field; exactly one test. */
export interface Filter {
  record: RecordKind;
  field: string;
  anyOf?: readonly string[];
  noneOf?: readonly string[];
  atLeast?: number | bigint | string | Instant;
  below?: number | bigint | string | Instant;
  is?: boolean;
  known?: boolean;
}

/** A time zone as a table: each transition is an instant in µs since 1970 UTC and the offset in seconds from there on. */
export interface ZoneTable {
  name: string;
  source: string;
  initial_offset: number;
  transitions: readonly (readonly [string | number, number])[];
}

/** UTC and offsets as they are; for an IANA name the table that `Intl` knows. */
export declare function zone(name: string): string | ZoneTable;

/**
 * The shifts of a day: starts and ends such as `["09:00", "17:00"]`; an end at or before its start is on the next day.
 */
export type Shifts = readonly (readonly [string, string])[];

/** The hours of a week, with what is otherwise on certain days. */
export interface ScheduleOptions {
  /** The zone of the hours; that of the report, or UTC, where it is not given. */
  zone?: string | ZoneTable | undefined;
  /** A day that is not named is closed. */
  hours?: { readonly [day in WeekDay]?: Shifts } | undefined;
  /** Dates such as `2026-12-25`, without the shifts that begin on them. */
  holidays?: readonly string[] | undefined;
  /** By date, the shifts that stand for those of its weekday. */
  specialDays?: Readonly<Record<string, Shifts>> | undefined;
}

/** Several schedules: by the word in a text field of the records. */
export interface SchedulesOptions {
  by: string;
  schedules: Readonly<Record<string, ScheduleOptions | Calendar>>;
  /** The schedule of all other records; without one they have no hours. */
  otherwise?: ScheduleOptions | Calendar | undefined;
}

export type CalendarOptions = ScheduleOptions | SchedulesOptions;

/**
 * Business hours. A local time in a gap of the clock moves forward by the gap, an ambiguous one is the first. Text
 * without an offset is a local time of the schedule; `schedule` is the word of one of several.
 *
 * ```js
 * const office = new kpi.Calendar({ zone: "America/New_York", hours: { monday: [["09:00", "17:00"]] } });
 * office.elapsed("2024-03-11T13:30:00Z", "2024-03-11T14:00:00Z"); // 1800
 * ```
 */
export declare class Calendar {
  /** @throws {KpiError} `bad_calendar`, `bad_zone`, or `no_hours` where it is never open. */
  constructor(options: CalendarOptions);
  /** Open seconds from one instant to another; negative where the end is before the start. */
  elapsed(start: Instant, end: Instant, schedule?: string): number;
  /**
   * The first instant at which so much open time has passed, to the millisecond: what `elapsed` undoes. A deadline
   * exactly at closing time is closing time.
   *
   * @throws {KpiError} `no_hours` where it is never reached; `wrong_type` where the seconds are no number.
   */
  deadline(start: Instant, seconds: number, schedule?: string): Date;
  /** Whether an instant lies in the hours. */
  isOpen(at: Instant, schedule?: string): boolean;
}

/** What a report is asked for beside the records. */
export interface AccumulatorRequest {
  kpis: KpiId | Ask | readonly (KpiId | Ask)[];
  /** From the first instant to the one after the last. Text without an offset is read in the zone. */
  window?: { from: Instant; to: Instant } | undefined;
  bucket?: Bucket | undefined;
  weekStart?: WeekDay | undefined;
  /** UTC where it is not given; an offset such as `+02:00`, an IANA name, or a table. */
  zone?: string | ZoneTable | undefined;
  /**
   * Text fields, or text columns of your own, to group by. Where nothing is said, KPIs that all have the same dimension
   * of their own are grouped by it; `[]` is not grouped at all.
   */
  by?: string | readonly string[] | undefined;
  words?: Words | undefined;
  filters?: readonly Filter[] | undefined;
  /** Instants after it read as null. */
  asOf?: Instant | undefined;
  /** The business calendar. */
  calendar?: CalendarOptions | Calendar | undefined;
  /** `business` counts durations in the hours of the calendar, where a KPI has the choice; a KPI's own `clock` goes before. */
  clock?: "calendar" | "business" | undefined;
  /** The confidence level of the intervals; 0.95 where it is not given. */
  level?: number | undefined;
  /** What to do with a record that has something wrong with it; `refuse` where it is not given. */
  badRecords?: "refuse" | "skip" | undefined;
}

/**
 * By kind of record and text field, the words that stand for others, as `{ ticket: { channel: { "E-Mail": "email" } } }`;
 * null or empty is unknown.
 */
export type Words = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string | null>>>>>>;

/** What a report is asked for. */
export interface ReportRequest extends Omit<AccumulatorRequest, "kpis">, Records {
  kpis?: AccumulatorRequest["kpis"] | undefined;
  /**
   * A set of KPIs beside them, of `presets`. Those of it that these records cannot give are left away, and named in
   * `about`.
   */
  preset?: PresetName | undefined;
}

/** What a report was made of. */
export interface About {
  version: string;
  catalog: string;
  definitions: { kpi: KpiId; variant: string; parameters: Record<string, unknown>; hash: string }[];
  preset: PresetName | null;
  /** The KPIs of the preset that these records cannot give, and why. */
  not_computed: { kpi: KpiId; variant: string; code: ErrorCode }[];
  by: string[];
  /** Whether a dimension is a list, so that groups overlap and do not add up to the total. */
  overlapping: boolean;
  window: { from: string; to: string } | null;
  bucket: Bucket | null;
  week_start: WeekDay;
  zone: { name: string; source: string };
  clock: "calendar" | "business";
  /** A hash of the business calendar, where one was given. */
  calendar: string | null;
  as_of: string | null;
  level: number;
  inputs: Partial<Record<RecordKind, { records: number; skipped: Partial<Record<ErrorCode, number>> }>>;
}

/** A row: one figure of one KPI in one bucket and group. The columns are named as in every language. */
export interface ReportRow {
  kpi: KpiId;
  variant: string;
  figure: string;
  /** The bucket's first instant and the one after its last; null in the total row. */
  bucket_start: string | null;
  bucket_end: string | null;
  /** Its label in the report's zone. */
  bucket: string | null;
  /** The exact value, rounded once to 9 places; null where it is undefined. */
  value: string | null;
  /** The float nearest to `value`. */
  number: number | null;
  /** percent, index, seconds, count, score, or a currency. */
  unit: string;
  numerator: string | null;
  denominator: string | null;
  /** How many records made the figure. */
  sample: number;
  /** The interval's ends. */
  lower: number | null;
  upper: number | null;
  /** Why there is no value. */
  undefined: Undefined | null;
  /** The bound of the relative error; null where the value is exact. */
  approximate: number | null;
  /** How many records were left out. */
  left_out: number;
  reasons: Partial<Record<Reason, number>>;
  /** The group, by dimension: null is unknown, `(all)` the total over it. */
  [dimension: string]: unknown;
}

/** Which row of a report. */
export interface Where {
  /** The variant; the first that was asked for where it is not given. */
  variant?: string;
  /** The bucket's label; the total row where it is not given. */
  bucket?: string | null;
  /** By dimension the group, null for unknown; the total where it is not given. */
  [dimension: string]: string | null | undefined;
}

/** How a report becomes wide. */
export interface PivotOptions {
  /** What names a row of the result; where not given kpi, variant, figure, bucket and dimensions, without `columns`. */
  index?: string | readonly string[];
  /** The columns whose words become columns; `figure` where not given. */
  columns?: string | readonly string[];
  /** The column that fills the cells; `value` where not given. */
  values?: string;
}

/** A report: one long, tidy table, and what it was made of. */
export declare class Report {
  private constructor();
  readonly about: About;
  readonly rows: ReportRow[];
  /**
   * One row: the KPI's first figure over everything, where nothing else is said.
   * @throws {KpiError} `bad_request` where there is no such row.
   */
  row(kpi: KpiId, figure?: string, where?: Where): ReportRow;
  /** The exact value of one row, found as `row` does; null where it is undefined. */
  value(kpi: KpiId, figure?: string, where?: Where): string | null;
  /**
   * A wide form: one object per combination of `index`, with a property per combination of `columns`. The total over
   * buckets is called `(all)`, an unknown group `(unknown)`; names of several columns are joined by ` / `.
   * @throws {KpiError} `bad_request` where two rows fall into one cell, or there is no such column.
   */
  pivot(options?: PivotOptions): { [column: string]: unknown }[];
  /** The table as CSV (RFC 4180) with a header. */
  toCsv(): string;
}

/**
 * A report over whole tables. Duplicate ids are an error; a survey that is answered again replaces its earlier answer.
 * @throws {KpiError}
 */
export declare function report(request: ReportRequest): Report;

/** What a check takes: records, and how they are read. */
export interface CheckRequest extends Records, Pick<AccumulatorRequest, "words" | "zone"> {}

/** One problem of one field, over all records of a kind that have it. */
export interface Problem {
  record: RecordKind;
  /** The field or column. */
  field: string;
  /** What is wrong; the same code as that of an error. */
  code: ErrorCode;
  /** Whether a report that reads the field refuses such records; else it takes them, and they are worth a look. */
  refused: boolean;
  /** The problem in words, and what to do. */
  text: string;
  /** How many records have it. */
  count: number;
  /** The first of them: the place among all records of the kind, the id, and the value, where they are known. */
  examples: { index: number; id: string | null; value: string | null }[];
}

/**
 * Every problem of records, listed before anything is computed: what a report would refuse, and what it takes but is
 * worth a look. The refused first, then by how many records have it.
 * @throws {KpiError} where the data are no table at all, or the options of a table do not fit them.
 */
export declare function check(request: CheckRequest): Problem[];

/** What an SLA policy can promise; later replies each have a promise of their own. */
export type Metric = "firstResponse" | "nextResponse" | "resolution" | "first_response" | "next_response";

/** An SLA policy: what is promised to the tickets for which all its conditions hold. */
export interface Policy {
  name: string;
  /** By text field of tickets, or text column of your own, the words of which one must be there. */
  when?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** What is promised, within so many seconds. */
  targets: { readonly [metric in Metric]?: number | string };
  /** `business` counts in the hours of the calendar. */
  clock?: "calendar" | "business" | undefined;
  /** The statuses in which the clock of a promise stands. */
  pauses?: { readonly [metric in Metric]?: readonly string[] } | undefined;
}

/** A log of events, and what is to be derived from it. */
export interface DeriveRequest extends Pick<AccumulatorRequest, "calendar" | "words" | "zone" | "badRecords"> {
  /** What happened to tickets. */
  events: NonNullable<Records["events"]>;
  /**
   * What no log says of the tickets, by `id`: their channel, their account, columns of your own. Fields that the log
   * tells are derived, whatever stands here.
   */
  tickets?: Input<Partial<Ticket> & Pick<Ticket, "id">> | undefined;
  /** Later events are not seen; without it, open clocks are read at the last event. */
  asOf?: Instant | undefined;
  /** `business` counts the tickets' waits in the hours of the calendar. */
  clock?: "calendar" | "business" | undefined;
  /** The policies; the first that fits a ticket applies. */
  sla?: readonly Policy[] | { readonly policies: readonly Policy[] } | undefined;
}

/** A contradiction in the log of one ticket; nothing is dropped without one. */
export interface Finding {
  ticket: string;
  /** The event's place in the log as it was given, from 0; null where it is about no event. */
  event: number | null;
  /** The stable code, as `reopened_while_open`. */
  code: string;
  /** What it says, and what was done about it. */
  text: string;
}

/** A field as it is read: instants are `Date`s, durations numbers of seconds. */
type Read<Value> =
  | (Date extends Value ? Date : number extends Value ? number : Exclude<Value, null | undefined>)
  | Extract<Value, null | undefined>;

/** A record as it is read; what the tables of tickets did not have is not there. */
export type ReadRow<Row> = {
  -readonly [Name in keyof Row as string extends Name ? never : number extends Name ? never : Name]: Read<Row[Name]>;
} & { [segment: string]: unknown };

/** Derived records of one kind; a report takes them as they are. */
export declare class DerivedTable<Row> extends Table {
  private constructor();
  /** How many records there are. */
  readonly length: number;
  /** The columns as a table takes them: numbers are in the integer units of their fields, instants in µs. */
  readonly columns: Columns;
  /** The records: instants as `Date`, to the millisecond, durations as seconds, null for what is unknown. */
  rows(): ReadRow<Row>[];
}

/** What was derived. Three dots give all tables to a report: `kpi.report({ kpis, ...derived })`. */
export interface Derived {
  readonly tickets: DerivedTable<Ticket>;
  readonly responseWaits: DerivedTable<ResponseWait>;
  readonly holdings: DerivedTable<Holding>;
  readonly statusSpans: DerivedTable<StatusSpan>;
  readonly slaTargets: DerivedTable<SlaTarget>;
  /** What in the log contradicts itself, ticket by ticket. The three dots leave it out. */
  readonly findings: Finding[];
  /** How many records came in, and how many were skipped, by code. The three dots leave it out. */
  readonly inputs: About["inputs"];
}

/**
 * Tickets and their waits, holdings, statuses and SLA targets from a log of events.
 *
 * ```js
 * const events = [
 *   { ticket: "T1", at: "2026-03-02T09:00:00Z", kind: "created" },
 *   { ticket: "T1", at: "2026-03-02T09:30:00Z", kind: "agent_reply", actor: "ann" },
 * ];
 * kpi.report({ kpis: "first_response_time", ...kpi.derive({ events }) }).value("first_response_time"); // "1800"
 * ```
 * @throws {KpiError} What is wrong with an event or a ticket, which it names; `bad_policy`, and `calendar_required`
 * where business time is asked for without a calendar.
 */
export declare function derive(request: DeriveRequest): Derived;

/**
 * A report in the making: give it records in any number and order, merge it with others, take the report. Its memory is
 * outside of JavaScript's: call `free` when it is of no more use.
 */
export declare class Accumulator {
  constructor(request: AccumulatorRequest, options?: { trackIds?: boolean });
  /** Adds records. After an error the accumulator is of no use. */
  push(records: Records): this;
  /** Adds another one's records; both were made for the same request. */
  merge(other: Accumulator): this;
  /** Takes away another one's records, which were added before. */
  unmerge(other: Accumulator): this;
  /** Adds the records of another one's bytes. */
  mergeBytes(bytes: Uint8Array): this;
  /** The partial result as bytes: equal records give equal bytes, in every language. */
  toBytes(): Uint8Array;
  report(): Report;
  free(): void;
}

/** The partial result of some of the records, for `merge`. */
export declare function partial(request: AccumulatorRequest & Records): Uint8Array;

/** The report over partial results that were made for the same request. */
export declare function merge(request: AccumulatorRequest, parts: Iterable<Uint8Array>): Report;

/** A KPI in one variant, as data. */
export interface CatalogEntry {
  id: KpiId;
  variant: string;
  family: string;
  direction: "higher_is_better" | "lower_is_better" | "as_declared" | "neutral";
  /** The kinds of record that it reads. */
  records: RecordKind[];
  /** What its formula takes. */
  inputs: string[];
  parameters: string[];
  /** What it gives, the headline first. */
  figures: { figure: string; unit: string; kind: NumberKind }[];
  /** Numbers that somebody quotes to compare with: each applies to its own population and period only. */
  benchmarks: Benchmark[];
}

/** A number that somebody quotes to compare with. */
export interface Benchmark {
  /** The figure it speaks of. */
  figure: string;
  /** The ends, as decimal text. */
  low: string | null;
  high: string | null;
  /** Whether the ends themselves lie outside: above 50, not 50 or more. */
  exclusive: boolean;
  /** What it calls a value within them. */
  label: string;
  /** Whom it speaks of. */
  population: string;
  /** Who says so. */
  source: string;
}

/** Every KPI in every variant, in order; the first variant of an id is its default. */
export declare function catalog(): CatalogEntry[];

/** A set of KPIs. */
export interface Preset {
  name: PresetName;
  /** What it is for. */
  doc: string;
  /** Ids with their variants, the most important first. */
  kpis: [kpi: KpiId, variant: string][];
}

/** Every preset. */
export declare function presets(): Preset[];
