-- A term that is searched for, in any of the three configurations, each word once: an index looks each up by itself, so
-- the same one three times takes three times as long. A word that one of them passes over (the, de) is passed over by all.
CREATE FUNCTION words_query(words text, quoted boolean, begins boolean) RETURNS tsquery
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  as_name tsquery := CASE WHEN quoted THEN phraseto_tsquery('public.record_name', words) ELSE plainto_tsquery('public.record_name', words) END;
  english tsquery := CASE WHEN quoted THEN phraseto_tsquery('public.record_en', words) ELSE plainto_tsquery('public.record_en', words) END;
  spanish tsquery := CASE WHEN quoted THEN phraseto_tsquery('public.record_es', words) ELSE plainto_tsquery('public.record_es', words) END;
  started tsquery;
  found tsquery := as_name;
BEGIN
  IF numnode(english) = 0 OR numnode(spanish) = 0 THEN
    RETURN CASE WHEN quoted THEN as_name ELSE ''::tsquery END;
  END IF;
  IF begins THEN
    started := to_tsquery('public.record_name', words || ':*');
    -- What begins with a word is also the word itself.
    found := CASE WHEN started::text = as_name::text || ':*' THEN started ELSE as_name || started END;
  END IF;
  IF english <> as_name THEN
    found := found || english;
  END IF;
  IF spanish <> as_name AND spanish <> english THEN
    found := found || spanish;
  END IF;
  RETURN found;
END
$$;
