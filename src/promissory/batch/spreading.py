"""A batch over Dask: local processes, or a cluster that somebody runs. A few shards are under way at a time, so that memory stays flat."""

from __future__ import annotations

import json
import logging
import shutil
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from promissory.batch.gating import Rules
from promissory.batch.shards import Shard, shards_of
from promissory.batch.working import MANIFESTS, Task, read_manifest, work
from promissory.errors import PromissoryError
from promissory.logs import log
from promissory.settings import Settings

if TYPE_CHECKING:
    from distributed import Client

#: Shards under way for each worker, and how often one is tried whose worker died.
AHEAD, RETRIES = 2, 3
#: What the log tells of a shard.
TOLD = ("shard", "pages", "documents", "claims", "faults")
#: Of processes here: what only serves to watch them is left out, as it runs beside the work every few milliseconds.
LEAN = {
    "distributed.worker.profile.enabled": False, "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.admin.system-monitor.interval": "5s", "distributed.admin.tick.interval": "1s", "distributed.admin.tick.limit": "1h",
    # a page's memory is kept for the next page: given back to the system at once, as it is by default, it has to be cleared each time
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": 1 << 26,
    "distributed.nanny.pre-spawn-environ.MALLOC_MMAP_THRESHOLD_": 1 << 24,
}  # fmt: skip
#: How long a scheduler may take to answer.
PATIENCE = "20s"


@dataclass
class BatchReport:
    """What a batch did: shards, pages seen, documents kept, claims, what the gate dropped by reason, and faults, a line each."""

    shards: int = 0
    pages: int = 0
    documents: int = 0
    claims: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, manifest: dict[str, Any]) -> None:
        self.shards += 1
        self.pages += manifest.get("pages", 0)
        self.documents += manifest.get("documents", 0)
        self.claims += manifest.get("claims", 0)
        self.dropped.update(manifest.get("dropped", {}))
        self.faults += manifest["faults"]

    def to_record(self) -> dict[str, Any]:
        """The JSON of the report."""
        counts = {name: getattr(self, name) for name in ("shards", "pages", "documents", "claims")}
        return counts | {"dropped": dict(self.dropped), "faults": self.faults}


#: Told of the dashboard's address, once, and then of every shard done: how many, of how many.
Watch = Callable[[str, int, int], object]


def run_batch(
    sources: Iterable[str], out: str | Path, *, settings: Settings | None = None, scheduler: str | None = None, workers: int = 1,
    rules: Rules | None = None, watch: Watch | None = None,
) -> BatchReport:  # fmt: skip
    """Read and extract sources into a folder of Parquet files, shard by shard; shards that are done are passed over.

    `scheduler` is the address of a Dask cluster whose workers see the same files; without it `workers` processes here do the work.
    SourceError for a source that names nothing, PromissoryError where the cluster is lost: what is done stays, and the same call goes on.
    """
    shards = shards_of(sources)
    task = Task(str(out), settings or Settings(), rules or Rules())
    Path(out).mkdir(parents=True, exist_ok=True)
    report, done = BatchReport(), {}
    with _client(scheduler, min(workers, len(shards))) as client:
        log("batch", shards=len(shards), dashboard=client.dashboard_link)
        if watch:
            watch(client.dashboard_link, 0, len(shards))
        for manifest in _worked(client, shards, partial(work, task=task)):
            done[manifest["id"]] = manifest
            log("shard", done=len(done), of=len(shards), **{name: manifest.get(name) for name in TOLD})
            if watch:
                watch("", len(done), len(shards))
    for shard in shards:
        report.add(done[shard.id])
    shutil.rmtree(Path(out) / ".part", ignore_errors=True)
    _write_index(Path(out))
    log("batch done", **report.to_record())
    return report


def _worked(client: Client, shards: Sequence[Shard], job: Callable[[Shard], dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The manifests as shards are done; never more under way than the workers can hold."""
    from distributed import as_completed

    waiting = deque(shards)
    room = AHEAD * max(1, len(client.scheduler_info()["workers"]))
    under_way = as_completed([_submit(client, job, waiting.popleft()) for _ in range(min(room, len(waiting)))])
    try:
        for future in under_way:
            yield future.result()
            if waiting:
                under_way.add(_submit(client, job, waiting.popleft()))
    except PromissoryError:
        raise
    except Exception as fault:  # whatever ends a cluster: lost workers, a lost scheduler, a closed connection
        what = f"the cluster was lost: {type(fault).__name__}: {fault}"
        raise PromissoryError(what, "batch", "run the same command again: shards that are done stay done") from fault


def _submit(client: Client, job: Callable[[Shard], dict[str, Any]], shard: Shard) -> Any:
    return client.submit(job, shard, pure=False, retries=RETRIES)


@contextmanager
def _client(scheduler: str | None, workers: int) -> Iterator[Client]:
    from distributed import Client, LocalCluster

    _hush()
    if scheduler:
        try:
            client = Client(scheduler, timeout=PATIENCE)
        except (OSError, ValueError) as fault:
            raise PromissoryError(
                f"no scheduler answers: {fault}", scheduler, "start one: dask scheduler, and workers beside it"
            ) from fault
        with client:
            yield client
        return
    import dask

    with (
        dask.config.set(LEAN),
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address="127.0.0.1:0", memory_limit=0) as cluster,
        Client(cluster) as client,
    ):
        yield client


def _hush() -> None:
    """What is lost is told in one line by us; the library would tell it with all that it tried."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _write_index(out: Path) -> None:
    """One file that names every shard of the folder with the hashes of its files."""
    manifests = [read_manifest(path) for path in sorted((out / MANIFESTS).glob("*.json"))]
    lines = [json.dumps({name: found[name] for name in ("id", "shard", "stamp", "files")}, sort_keys=True) for found in manifests if found]
    (out / "manifest.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
