-- Without this, a filter may leave fewer rows than asked for: the graph is searched first.
SET LOCAL hnsw.iterative_scan = strict_order;
SET LOCAL hnsw.ef_search = 100;
