"""Partial results: any split of the records gives the same digits."""

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor

import kpi
import polars as pl
import pytest

OPTIONS: kpi.Options = {"window": ("2026-01-01", "2026-07-01"), "bucket": "month", "by": "channel"}
KPIS: list[str | dict[str, object]] = ["nps", kpi.ask("csat", "mean", kind="nps")]
FRAME = pl.DataFrame(
    {
        "id": range(300),
        "score": [7 * place % 11 for place in range(300)],
        "channel": ["chat", "email", None] * 100,
        "submitted_at": [f"2026-{place % 6 + 1:02}-15T12:00:00Z" for place in range(300)],
    }
)


def surveys(frame: pl.DataFrame) -> kpi.Table:
    return kpi.table(frame, constants={"kind": "nps", "scale_min": 0, "scale_max": 10})


@pytest.fixture(scope="module")
def whole() -> str:
    return kpi.report(KPIS, surveys=surveys(FRAME), **OPTIONS).to_json()


def accumulator(frame: pl.DataFrame) -> kpi.Accumulator:
    return kpi.Accumulator(KPIS, **OPTIONS).push(surveys=surveys(frame))


def test_pushed_in_parts(whole: str) -> None:
    parts = kpi.Accumulator(KPIS, track_ids=True, **OPTIONS)
    for part in FRAME.iter_slices(77):
        parts.push(surveys=surveys(part))
    assert parts.report().to_json() == whole
    with pytest.raises(kpi.KpiError, match="duplicate_id"):
        parts.push(surveys=surveys(FRAME.head(1)))


def test_merged_and_unmerged(whole: str) -> None:
    some, others = accumulator(FRAME[:100]), accumulator(FRAME[100:])
    before = some.to_bytes()
    assert some.merge(others).report().to_json() == whole
    assert some.unmerge(others).to_bytes() == before
    with pytest.raises(kpi.KpiError, match="not_contained"):
        some.unmerge(others)
    assert some.merge(some).report().value("nps", "answers") == 200
    with pytest.raises(kpi.KpiError, match="definition_mismatch"):
        kpi.Accumulator("nps").merge(some)


def test_bytes(whole: str) -> None:
    parts = [kpi.partial(KPIS, surveys=surveys(part), **OPTIONS) for part in FRAME.iter_slices(50)]
    assert kpi.merge(KPIS, reversed(parts), **OPTIONS).to_json() == whole


def test_pickle_and_copy(whole: str) -> None:
    some = accumulator(FRAME[:100])
    for other in (pickle.loads(pickle.dumps(some)), copy.copy(some), copy.deepcopy(some)):
        assert other.push(surveys=surveys(FRAME[100:])).report().to_json() == whole
    assert some.report().value("nps", "answers") == 100


def test_threads(whole: str) -> None:
    """Pushes and merges from several threads, two of them crosswise."""
    total = kpi.Accumulator(KPIS, **OPTIONS)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda part: total.push(surveys=surveys(part)), FRAME.iter_slices(10)))
    assert total.report().to_json() == whole
    a, b = accumulator(FRAME[:10]), accumulator(FRAME[10:20])
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda pair: pair[0].merge(pair[1]), [(a, b), (b, a)] * 3))


def test_after_an_error_it_is_of_no_use() -> None:
    total = accumulator(FRAME)
    with pytest.raises(kpi.KpiError, match="out_of_scale"):
        total.push(surveys=surveys(FRAME.with_columns(score=11)))
    with pytest.raises(kpi.KpiError, match="out_of_scale"):
        total.report()
