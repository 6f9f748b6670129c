DROP INDEX "stay_records_person";--> statement-breakpoint
CREATE INDEX "stay_records_person" ON "stay_records" USING btree ("person_key") WHERE superseded_at is null;