-- An approval is of one file. Approvals of a list by its name approved whatever was imported as that list.
DELETE FROM "site_setting" WHERE "key" LIKE 'approvedList/%';
