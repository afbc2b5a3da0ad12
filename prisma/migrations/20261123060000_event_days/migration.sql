-- What bodies did, for the timeline: the latest first, each told apart by what became of the policy.
CREATE INDEX policy_event_day ON policy_event ((coalesce(date_latest, date_earliest)) DESC, (policy_id || status));
