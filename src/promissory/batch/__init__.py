"""The same stages over many cores or a cluster: shards in, Parquet out, and from there into a ledger. The only home of Dask and Arrow."""

from promissory.batch.gating import Rules
from promissory.batch.loading import load_folder
from promissory.batch.spreading import BatchReport, run_batch

__all__ = ["BatchReport", "Rules", "load_folder", "run_batch"]
