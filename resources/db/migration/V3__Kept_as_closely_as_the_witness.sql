-- What belongs to a witness is listed no less closely than the witness is kept; it used to be as it says itself.
UPDATE record
SET protection = max(protection, coalesce(
        (SELECT w.protection FROM record w
         WHERE w.kind = 'W' AND 'W-' || printf('%04d', w.number) = record.concerns), 0))
WHERE concerns IS NOT NULL;
