-- Names as one types: those that begin so, in one range of an index that needs no table; and similar names of places,
-- which are found at the same price however many people are recorded.
CREATE INDEX name_begins ON name (room, folded COLLATE "C") INCLUDE (record_id, weight);
CREATE INDEX name_place_trigrams ON name USING gin (folded gin_trgm_ops) WHERE room = 'jurisdictions';
