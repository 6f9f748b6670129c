CREATE TABLE "record_coverage" (
	"facility_id" uuid NOT NULL,
	"record_id" text NOT NULL,
	"import_id" uuid NOT NULL,
	"from_month" integer NOT NULL,
	"until_month" integer NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "record_coverage_facility_id_record_id_import_id_pk" PRIMARY KEY("facility_id","record_id","import_id")
);
--> statement-breakpoint
ALTER TABLE "record_coverage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "derived_series" (
	"facility_id" uuid NOT NULL,
	"measure_id" text NOT NULL,
	"breakdown" text DEFAULT '' NOT NULL,
	"start_month" integer NOT NULL,
	"amounts" double precision[] NOT NULL,
	"reasons" smallint[] NOT NULL,
	CONSTRAINT "derived_series_facility_id_measure_id_breakdown_pk" PRIMARY KEY("facility_id","measure_id","breakdown")
);
--> statement-breakpoint
ALTER TABLE "derived_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "record_coverage" ADD CONSTRAINT "record_coverage_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_coverage" ADD CONSTRAINT "record_coverage_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "derived_series" ADD CONSTRAINT "derived_series_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessment_records_stay" ON "assessment_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "child_resident_records_stay" ON "child_resident_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "complaint_records_stay" ON "complaint_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "contact_event_records_stay" ON "contact_event_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "contact_restriction_records_stay" ON "contact_restriction_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "death_records_stay" ON "death_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "disciplinary_case_records_stay" ON "disciplinary_case_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "force_use_records_stay" ON "force_use_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "health_request_records_stay" ON "health_request_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "health_screening_records_stay" ON "health_screening_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "incident_person_records_stay" ON "incident_person_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "release_plan_records_stay" ON "release_plan_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "restrictive_placement_records_stay" ON "restrictive_placement_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "search_event_records_stay" ON "search_event_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE POLICY "actor_place" ON "record_coverage" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['measure.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "record_coverage"."facility_id" in (select unnest(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[]))));--> statement-breakpoint
CREATE POLICY "system_all" ON "record_coverage" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "derived_series" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['measure.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "derived_series"."facility_id" in (select unnest(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[]))));--> statement-breakpoint
CREATE POLICY "system_all" ON "derived_series" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);