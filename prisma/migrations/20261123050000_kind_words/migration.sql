-- A place that came in a list was found by its names alone, and one that was published by itself by its kind, too.
UPDATE "jurisdiction" SET "search" =
  setweight(to_tsvector('record_name', array_to_string(array_prepend("full_name", "aliases"), E' \n ')), 'A')
  || setweight(to_tsvector('record_en', said."en"), 'B') || setweight(to_tsvector('record_es', said."es"), 'B')
FROM (VALUES
  ('state', 'State', 'Estado'),
  ('district', 'Federal district', 'Distrito federal'),
  ('territory', 'Territory', 'Territorio'),
  ('county', 'County', 'Condado'),
  ('city', 'City', 'Ciudad'),
  ('town', 'Town', 'Pueblo'),
  ('township', 'Township', 'Municipio (township)'),
  ('place', 'Place', 'Localidad'),
  ('school_district', 'School district', 'Distrito escolar'),
  ('tribal_nation', 'Tribal nation', 'Nación tribal'),
  ('special', 'Special district', 'Distrito especial')
) AS said ("kind", "en", "es") WHERE said."kind" = "jurisdiction"."kind"::text;
