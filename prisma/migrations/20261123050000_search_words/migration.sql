-- All words that records are found by. An index is slow to say which rows have a word that begins so: it makes a set of
-- all of them first, however few are left by the other words. So a beginning is asked for as the words that begin so. The
-- same one may stand here twice: two who publish at once don't wait for each other.
CREATE TABLE search_word (word text COLLATE "C" NOT NULL);

INSERT INTO search_word
SELECT DISTINCT word FROM (
  SELECT word FROM ts_stat('SELECT search FROM statement')
  UNION ALL SELECT word FROM ts_stat('SELECT search FROM jurisdiction')
  UNION ALL SELECT word FROM ts_stat('SELECT search FROM organization')
  UNION ALL SELECT word FROM ts_stat('SELECT search FROM official')
  UNION ALL SELECT word FROM ts_stat('SELECT search FROM policy')
  UNION ALL SELECT word FROM ts_stat('SELECT search FROM stance')
  UNION ALL SELECT word FROM ts_stat('SELECT search FROM federal_action')
  UNION ALL SELECT word FROM ts_stat('SELECT search FROM source')
  UNION ALL SELECT word FROM ts_stat('SELECT search FROM label')
) known;

CREATE INDEX search_word_word_idx ON search_word (word);
ANALYZE search_word;

CREATE FUNCTION learn_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR OLD.search IS DISTINCT FROM NEW.search THEN
    INSERT INTO search_word SELECT one FROM unnest(tsvector_to_array(NEW.search)) AS one
    WHERE NOT EXISTS (SELECT FROM search_word WHERE word = one);
  END IF;
  RETURN NULL;
END
$$;

DO $$
DECLARE
  room text;
BEGIN
  FOREACH room IN ARRAY ARRAY['statement', 'jurisdiction', 'organization', 'official', 'policy', 'stance', 'federal_action',
    'source', 'label'] LOOP
    EXECUTE format('CREATE TRIGGER learn_words AFTER INSERT OR UPDATE OF search ON %I FOR EACH ROW EXECUTE FUNCTION learn_words()', room);
  END LOOP;
END
$$;

-- A term as `words_query` has it, to find records by: a beginning as the words that begin so, where these are few. One
-- with a hyphen after the beginning is left out, because such words have their parts beside them. Immutable for as long
-- as one question takes: whoever asks has it planned anew each time.
CREATE FUNCTION words_found(words text, quoted boolean, begins boolean) RETURNS tsquery
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  whole tsquery := words_query(words, quoted, false);
  parts text[] := tsvector_to_array(to_tsvector('public.record_name', words));
  few text[];
BEGIN
  IF NOT begins OR numnode(whole) = 0 OR cardinality(parts) <> 1 THEN
    RETURN words_query(words, quoted, begins);
  END IF;
  few := ARRAY(SELECT word FROM search_word WHERE word >= parts[1] AND word < parts[1] || U&'\+10FFFF' ORDER BY word LIMIT 101);
  IF cardinality(few) > 100 THEN
    RETURN words_query(words, quoted, true);
  END IF;
  few := ARRAY(SELECT DISTINCT '''' || replace(replace(word, '\', '\\'), '''', '''''') || '''' FROM unnest(few) word
    WHERE word !~ ('^' || parts[1] || '(-[[:alnum:]]+)+$'));
  RETURN CASE
    WHEN cardinality(few) > 16 THEN words_query(words, quoted, true)
    WHEN cardinality(few) = 0 THEN whole
    ELSE whole || array_to_string(few, ' | ')::tsquery
  END;
END
$$;
