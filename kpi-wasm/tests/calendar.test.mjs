// Business calendars: the cases of vectors/calendar.json, zones from `Intl`, and what a report makes of them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as kpi from "kpi-wasm";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const office = new kpi.Calendar({
  zone: "America/New_York",
  hours: Object.fromEntries(WEEKDAYS.map((day) => [day, [["09:00", "17:00"]]])),
  holidays: ["2024-05-27"],
});

const { zones, cases, errors } = JSON.parse(readFileSync(new URL("../../vectors/calendar.json", import.meta.url), "utf8"));

/**
 * The calendar with this zone where it names none.
 * @param {any} calendar
 * @param {unknown} zone
 * @returns {any}
 */
function inZone({ schedules, otherwise, ...rest }, zone) {
  if (!schedules) return { zone, ...rest };
  const several = Object.entries(schedules).map(([word, one]) => [word, inZone(one, zone)]);
  return { ...rest, schedules: Object.fromEntries(several), ...(otherwise && { otherwise: inZone(otherwise, zone) }) };
}

test("every case gives the expected instants", () => {
  let asked = 0;
  for (const { name, zone, calendar, schedule, elapsed = [], deadline = [], open = [] } of cases) {
    const own = new kpi.Calendar(inZone(calendar, zones[zone] ?? zone));
    for (const [from, to, micros] of elapsed) {
      assert.equal(Math.round(own.elapsed(from, to, schedule) * 1e6), micros, `${name}: ${from} ${to}`);
    }
    for (const [from, micros, reached] of deadline) {
      assert.deepEqual(own.deadline(from, micros / 1e6, schedule), new Date(reached), `${name}: ${from} ${micros}`);
    }
    for (const [at, isOpen] of open) assert.equal(own.isOpen(at, schedule), isOpen, `${name}: ${at}`);
    asked += elapsed.length + deadline.length + open.length;
  }
  assert(asked > 1000, `${asked} questions`);
});

test("every calendar that is wrong is refused by its place", () => {
  for (const { calendar, code, field } of errors) {
    assert.throws(() => new kpi.Calendar(calendar), { name: "KpiError", code, field });
  }
});

test("a weekend of a clock change has its business hours", () => {
  assert.equal(office.elapsed("2024-03-08T20:00:00Z", "2024-03-11T14:00:00Z"), 180 * 60);
  assert.equal(office.elapsed(new Date("2024-11-01T19:00:00Z"), new Date("2024-11-04T15:00:00Z")), 180 * 60);
  assert.equal(office.elapsed("2024-05-24T20:00:00Z", "2024-05-28T14:00:00Z"), 120 * 60);
});

test("a deadline is what elapsed undoes, and may be closing time", () => {
  assert.equal(office.deadline("2024-03-08T20:00:00Z", 2 * 3600).toISOString(), "2024-03-08T22:00:00.000Z");
  assert.equal(office.deadline("2024-03-08T20:00:00Z", 3 * 3600).toISOString(), "2024-03-11T14:00:00.000Z");
});

test("text without an offset is a local time of the schedule", () => {
  assert.equal(office.isOpen("2024-03-11T09:00:00"), true);
  assert.equal(office.isOpen("2024-03-11T17:00:00"), false);
});

test("several schedules are chosen by a word", () => {
  const several = new kpi.Calendar({ by: "team", schedules: { emea: office }, otherwise: { hours: { sunday: [["00:00", "24:00"]] } } });
  assert.equal(several.elapsed("2024-03-10T00:00:00Z", "2024-03-11T14:00:00Z", "emea"), 3600);
  assert.equal(several.elapsed("2024-03-10T00:00:00Z", "2024-03-11T14:00:00Z"), 86_400);
  const only = new kpi.Calendar({ by: "team", schedules: { emea: office } });
  assert.throws(() => only.isOpen("2024-03-11T14:00:00Z", "apac"), { code: "bad_calendar", field: "schedule" });
});

test("what is wrong says where", () => {
  assert.throws(() => new kpi.Calendar({ hours: {} }), { code: "no_hours" });
  assert.throws(() => new kpi.Calendar({ hours: { monday: [["9", "17:00"]] } }), { code: "bad_calendar", field: "hours.monday" });
  assert.throws(() => office.elapsed("soon", "2024-03-11T14:00:00Z"), { code: "bad_instant" });
});

test("a report counts in business hours where it is asked to", () => {
  const tickets = [{ id: "T1", createdAt: "2024-03-08T20:00:00Z", firstResponseAt: "2024-03-11T14:00:00Z" }];
  const mean = (/** @type {object} */ options) =>
    kpi.report({ kpis: "first_response_time", tickets, calendar: office, ...options }).value("first_response_time");
  assert.equal(mean({}), "237600");
  assert.equal(mean({ clock: "business" }), "10800");
});

test("a deadline takes a number of seconds", () => {
  for (const seconds of [NaN, undefined, null, "abc", "3600", {}, 3600n]) {
    assert.throws(() => office.deadline("2024-03-08T20:00:00Z", /** @type {any} */ (seconds)), {
      name: "KpiError",
      code: "wrong_type",
      field: "seconds",
    });
  }
});

test("holidays are a list of dates", () => {
  const hours = { monday: /** @type {any} */ ([["09:00", "17:00"]]) };
  assert.throws(() => new kpi.Calendar({ hours, holidays: /** @type {any} */ ("2026-12-25") }), {
    code: "bad_calendar",
    field: "holidays",
    message: /a list/,
  });
});
