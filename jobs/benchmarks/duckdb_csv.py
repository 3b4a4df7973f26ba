"""Copies an access log of format combined %D to Parquet with DuckDB's reader of CSV.

Arguments: the log, the Parquet file. Prints how many lines became rows and how many were refused.
The columns stay as they are written, but for status and duration: the stamp is not read, the request
not parted. So this does less than an ingest.
"""

import sys

import duckdb

COLUMNS = {
    "client": "VARCHAR",
    "ident": "VARCHAR",
    "user": "VARCHAR",
    "stamp": "VARCHAR",
    "zone": "VARCHAR",
    "request": "VARCHAR",
    "status": "INTEGER",
    "bytes": "VARCHAR",
    "referer": "VARCHAR",
    "user_agent": "VARCHAR",
    "duration_us": "BIGINT",
}

connection = duckdb.connect()
(rows,) = connection.execute(
    f"""
    COPY (
        SELECT * FROM read_csv(
            ?, columns = {COLUMNS}, delim = ' ', quote = '"', escape = '\\', header = false,
            auto_detect = false, strict_mode = false, store_rejects = true
        )
    ) TO '{sys.argv[2]}' (FORMAT parquet, COMPRESSION zstd)
    """,
    [sys.argv[1]],
).fetchone()
(refused,) = connection.execute("SELECT count(DISTINCT line) FROM reject_errors").fetchone()
print(rows, refused)
