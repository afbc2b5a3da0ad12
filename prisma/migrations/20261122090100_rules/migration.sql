-- What must never be false, whoever writes. Each rule here has a test that tries to break it.

-- 1. Ids mean nothing, addresses are paths, versions start at 1, and what is published has its version in the history.

CREATE FUNCTION record_has_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM revision r WHERE r.room = TG_ARGV[0] AND r.record_id = NEW.id AND r.version = NEW.version) THEN
    RAISE EXCEPTION 'version % of % % is not in the history', NEW.version, TG_ARGV[0], NEW.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'record_has_revision';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  room record;
BEGIN
  FOR room IN SELECT * FROM (VALUES
    ('jurisdiction', 'jurisdictions'), ('organization', 'organizations'), ('official', 'officials'),
    ('statement', 'statements'), ('policy', 'policies'), ('stance', 'stances'),
    ('federal_action', 'federal-actions'), ('source', 'sources'), ('label', 'labels')
  ) AS rooms (table_name, name) LOOP
    EXECUTE format('ALTER TABLE %I
      ADD CONSTRAINT %I CHECK (id ~ ''^[0-9a-z]{10}$''),
      ADD CONSTRAINT %I CHECK (path ~ ''^/[a-z0-9/-]+$''),
      ADD CONSTRAINT %I CHECK (version >= 1),
      ADD CONSTRAINT %I CHECK (updated_at >= published_at)',
      room.table_name, room.table_name || '_id_form', room.table_name || '_path_form',
      room.table_name || '_version_positive', room.table_name || '_updated_after_published');
    EXECUTE format('CREATE CONSTRAINT TRIGGER record_has_revision AFTER INSERT OR UPDATE OF version ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_has_revision(%L)',
      room.table_name, room.name);
  END LOOP;
END $$;

-- 2. An interval's end is not before its start, and only a date has an interval.

DO $$
DECLARE
  dated record;
BEGIN
  FOR dated IN SELECT * FROM (VALUES
    ('statement', 'date'), ('policy_event', 'date'), ('federal_action', 'date'), ('federal_action_event', 'date'),
    ('source', 'date'), ('label', 'date'), ('stance', 'from'), ('role', 'from'), ('role', 'to')
  ) AS dates (table_name, name) LOOP
    EXECUTE format('ALTER TABLE %1$I
      ADD CONSTRAINT %2$I CHECK (%3$I >= %4$I),
      ADD CONSTRAINT %5$I CHECK (%6$I IS NOT NULL OR num_nonnulls(%3$I, %4$I) = 0)',
      dated.table_name, dated.table_name || '_' || dated.name || '_order',
      dated.name || '_latest', dated.name || '_earliest',
      dated.table_name || '_' || dated.name || '_edtf', dated.name || '_edtf');
  END LOOP;
END $$;

ALTER TABLE role ADD CONSTRAINT role_order CHECK (to_latest >= from_earliest);

-- 3. Statements: who speaks is named, equal signatories stand once, one wording is preferred, and quoted words are the
--    source's words.

ALTER TABLE statement_speaker
  ADD CONSTRAINT statement_speaker_named CHECK (num_nonnulls(official_id, organization_id) >= 1);

CREATE UNIQUE INDEX statement_variant_preferred ON statement_variant (statement_id) WHERE preferred;

CREATE FUNCTION statement_has_preferred_variant() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted text;
BEGIN
  IF TG_TABLE_NAME = 'statement' THEN wanted := NEW.id; ELSE wanted := OLD.statement_id; END IF;
  IF EXISTS (SELECT FROM statement WHERE id = wanted)
    AND NOT EXISTS (SELECT FROM statement_variant WHERE statement_id = wanted AND preferred) THEN
    RAISE EXCEPTION 'statement % has no preferred wording', wanted
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'statement_has_preferred_variant';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER statement_has_preferred_variant AFTER INSERT OR UPDATE ON statement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION statement_has_preferred_variant();
CREATE CONSTRAINT TRIGGER statement_keeps_preferred_variant AFTER DELETE OR UPDATE ON statement_variant
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION statement_has_preferred_variant();

CREATE FUNCTION variant_is_in_its_source() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted uuid;
  missing text;
BEGIN
  IF TG_TABLE_NAME = 'citation' THEN wanted := NEW.variant_id; ELSE wanted := NEW.id; END IF;
  SELECT passage INTO missing
    FROM statement_variant v JOIN citation c ON c.variant_id = v.id, unnest(v.passages) passage
   WHERE v.id = wanted AND position(passage IN coalesce(c.exact, '')) = 0
   LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'quoted words are not in the words of the source: %', missing
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'variant_is_in_its_source';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER variant_is_in_its_source AFTER INSERT OR UPDATE ON statement_variant
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION variant_is_in_its_source();
CREATE CONSTRAINT TRIGGER citation_holds_its_variant AFTER INSERT OR UPDATE ON citation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.variant_id IS NOT NULL) EXECUTE FUNCTION variant_is_in_its_source();

-- 4. A citation supports exactly one claim with the source's words (or says what was read), and a stance points at a
--    quoted span.

ALTER TABLE citation
  ADD CONSTRAINT citation_one_claim CHECK (num_nonnulls(variant_id, policy_event_id, federal_action_event_id,
    statement_id, policy_id, stance_id, federal_action_id, role_id, label_id) = 1),
  ADD CONSTRAINT citation_words CHECK (coalesce(exact, '') <> '' OR (exact IS NULL AND note IS NOT NULL)),
  ADD CONSTRAINT citation_stance_quotes CHECK (stance_id IS NULL OR exact IS NOT NULL),
  ADD CONSTRAINT citation_variant_quotes CHECK (variant_id IS NULL OR exact IS NOT NULL);

-- 5. No published claim without a citation.

CREATE FUNCTION claim_has_citation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cited boolean;
BEGIN
  EXECUTE format('SELECT NOT EXISTS (SELECT FROM %I WHERE id = $1) OR EXISTS (SELECT FROM citation WHERE %I = $1)',
    TG_TABLE_NAME, TG_ARGV[0]) INTO cited USING NEW.id;
  IF NOT cited THEN
    RAISE EXCEPTION '% % has no citation', TG_TABLE_NAME, NEW.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'claim_has_citation';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION citation_leaves_claim() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bare text;
BEGIN
  SELECT claim INTO bare FROM (
    SELECT 'wording' AS claim FROM statement_variant WHERE id = OLD.variant_id
    UNION ALL SELECT 'policy event' FROM policy_event WHERE id = OLD.policy_event_id
    UNION ALL SELECT 'federal action event' FROM federal_action_event WHERE id = OLD.federal_action_event_id
    UNION ALL SELECT 'policy' FROM policy p WHERE id = OLD.policy_id AND NOT EXISTS (SELECT FROM citation WHERE policy_id = p.id)
    UNION ALL SELECT 'stance' FROM stance s WHERE id = OLD.stance_id AND NOT EXISTS (SELECT FROM citation WHERE stance_id = s.id)
    UNION ALL SELECT 'federal action' FROM federal_action f WHERE id = OLD.federal_action_id
      AND NOT EXISTS (SELECT FROM citation WHERE federal_action_id = f.id)
    UNION ALL SELECT 'role' FROM role r WHERE id = OLD.role_id AND NOT EXISTS (SELECT FROM citation WHERE role_id = r.id)
    UNION ALL SELECT 'label' FROM label l WHERE id = OLD.label_id AND NOT EXISTS (SELECT FROM citation WHERE label_id = l.id)
  ) bared
  WHERE NOT EXISTS (SELECT FROM citation c WHERE (c.variant_id = OLD.variant_id OR c.policy_event_id = OLD.policy_event_id
    OR c.federal_action_event_id = OLD.federal_action_event_id))
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'a % would be left without a citation', bare
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'claim_has_citation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER citation_leaves_claim AFTER DELETE OR UPDATE ON citation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION citation_leaves_claim();

DO $$
DECLARE
  claim record;
BEGIN
  FOR claim IN SELECT * FROM (VALUES
    ('statement_variant', 'variant_id'), ('policy_event', 'policy_event_id'),
    ('federal_action_event', 'federal_action_event_id'), ('policy', 'policy_id'), ('stance', 'stance_id'),
    ('federal_action', 'federal_action_id'), ('role', 'role_id'), ('label', 'label_id')
  ) AS claims (table_name, column_name) LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER claim_has_citation AFTER INSERT ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION claim_has_citation(%L)',
      claim.table_name, claim.column_name);
  END LOOP;
END $$;

-- 6. Stances: "in some cases" lists the cases, and nothing succeeds itself.

ALTER TABLE stance
  ADD CONSTRAINT stance_lists_cases CHECK (value <> 'assists_some' OR cases IS NOT NULL),
  ADD CONSTRAINT stance_succession CHECK (supersedes_id <> id);
ALTER TABLE source_lineage ADD CONSTRAINT source_lineage_other CHECK (source_id <> original_id);
ALTER TABLE capture ADD CONSTRAINT capture_hash CHECK (sha256 ~ '^[0-9a-f]{64}$');

-- 7. The history is written once.

CREATE FUNCTION history_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history can''t be changed' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'history_is_final';
END $$;

CREATE TRIGGER revision_is_final BEFORE UPDATE OR DELETE ON revision FOR EACH ROW EXECUTE FUNCTION history_is_final();
CREATE TRIGGER change_is_final BEFORE UPDATE OR DELETE ON change FOR EACH ROW EXECUTE FUNCTION history_is_final();
CREATE TRIGGER revision_is_kept BEFORE TRUNCATE ON revision FOR EACH STATEMENT EXECUTE FUNCTION history_is_final();
CREATE TRIGGER change_is_kept BEFORE TRUNCATE ON change FOR EACH STATEMENT EXECUTE FUNCTION history_is_final();

ALTER TABLE revision
  ADD CONSTRAINT revision_kind CHECK (kind IN ('published', 'corrected', 'restored', 'merged', 'withdrawn')),
  ADD CONSTRAINT revision_reason CHECK (kind NOT IN ('corrected', 'withdrawn') OR reason IS NOT NULL),
  ADD CONSTRAINT revision_version CHECK (version >= 1);

ALTER TABLE draft
  ADD CONSTRAINT draft_state CHECK (state IN ('editing', 'in_review', 'scheduled')),
  ADD CONSTRAINT draft_schedule CHECK (state <> 'scheduled' OR scheduled_for IS NOT NULL);

ALTER TABLE redirect ADD CONSTRAINT redirect_elsewhere CHECK (from_path <> to_path);
