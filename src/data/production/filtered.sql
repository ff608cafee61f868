-- Until the end of the transaction. Without the first line a filter may leave fewer rows than asked
-- for, as the graph is searched first; with it the search goes on, up to hnsw.max_scan_tuples.
SET LOCAL hnsw.iterative_scan = strict_order;
SET LOCAL hnsw.ef_search = 100;
