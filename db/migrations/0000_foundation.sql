CREATE TABLE "capacity_certificates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"facility_id" uuid NOT NULL,
	"certified_places" integer NOT NULL,
	"space_standard_m_2_multi" double precision,
	"space_standard_m_2_single" double precision,
	"counts_special_places" boolean,
	"issued_by" text NOT NULL,
	"issued_on" date NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"evidence_ref" text NOT NULL,
	"import_id" uuid,
	"line" integer,
	"recorded_at" timestamp with time zone NOT NULL,
	"superseded_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "capacity_certificates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "facilities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "facilities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "facility_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"facility_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"related_facility_id" uuid,
	"on" date NOT NULL,
	"import_id" uuid,
	"line" integer,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "facility_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "facility_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"facility_id" uuid NOT NULL,
	"source" text NOT NULL,
	"key" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"import_id" uuid,
	"line" integer
);
--> statement-breakpoint
ALTER TABLE "facility_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "facility_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"facility_id" uuid NOT NULL,
	"name" text NOT NULL,
	"region_id" uuid,
	"operator" text,
	"security_level" text,
	"regime" text,
	"holds_sex" text,
	"holds_children" boolean,
	"prison_health_authority" text,
	"timezone" text NOT NULL,
	"data_mode" text,
	"latitude" double precision,
	"longitude" double precision,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"import_id" uuid,
	"line" integer,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "facility_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"file_bytes" bigint NOT NULL,
	"file_sha256" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"mapping_sha256" text NOT NULL,
	"rows_read" integer NOT NULL,
	"rows_good" integer NOT NULL,
	"rows_bad" integer NOT NULL,
	"duplicates" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"superseded" integer NOT NULL,
	"by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"kind" text NOT NULL,
	"country_name" text NOT NULL,
	"timezone" text DEFAULT 'UTC' NOT NULL,
	"displayed_now" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "installation_once" CHECK (id = 1)
);
--> statement-breakpoint
ALTER TABLE "installation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "region_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"region_id" uuid NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date
);
--> statement-breakpoint
ALTER TABLE "region_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "regions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "regions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_staging" (
	"batch_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"facility_id" uuid NOT NULL,
	"month" date NOT NULL,
	"measure_id" text NOT NULL,
	"breakdown" text NOT NULL,
	"state" smallint NOT NULL,
	"amount" double precision,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "import_staging_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1)
);
--> statement-breakpoint
CREATE TABLE "return_lines" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"month" date NOT NULL,
	"measure_id" text NOT NULL,
	"breakdown" text DEFAULT '' NOT NULL,
	"state" smallint NOT NULL,
	"amount" double precision,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "return_lines_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "return_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_month_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"facility_id" uuid NOT NULL,
	"month" date NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "return_month_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_months" (
	"facility_id" uuid NOT NULL,
	"month" date NOT NULL,
	"state" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "return_months_facility_id_month_pk" PRIMARY KEY("facility_id","month")
);
--> statement-breakpoint
ALTER TABLE "return_months" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "indicator_series" (
	"facility_id" uuid NOT NULL,
	"indicator_id" text NOT NULL,
	"breakdown" text DEFAULT '' NOT NULL,
	"start_month" integer NOT NULL,
	"states" smallint[] NOT NULL,
	"reasons" smallint[] NOT NULL,
	"version" smallint NOT NULL,
	"numerators" double precision[] NOT NULL,
	"denominators" double precision[] NOT NULL,
	"figures" double precision[] NOT NULL,
	"grades" smallint[] NOT NULL,
	CONSTRAINT "indicator_series_facility_id_indicator_id_breakdown_pk" PRIMARY KEY("facility_id","indicator_id","breakdown")
);
--> statement-breakpoint
ALTER TABLE "indicator_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "measure_series" (
	"facility_id" uuid NOT NULL,
	"measure_id" text NOT NULL,
	"breakdown" text DEFAULT '' NOT NULL,
	"start_month" integer NOT NULL,
	"states" smallint[] NOT NULL,
	"reasons" smallint[] NOT NULL,
	"amounts" double precision[] NOT NULL,
	"grades" smallint[] NOT NULL,
	CONSTRAINT "measure_series_facility_id_measure_id_breakdown_pk" PRIMARY KEY("facility_id","measure_id","breakdown")
);
--> statement-breakpoint
ALTER TABLE "measure_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "place_series" (
	"place_kind" text NOT NULL,
	"place_id" uuid NOT NULL,
	"indicator_id" text NOT NULL,
	"breakdown" text DEFAULT '' NOT NULL,
	"start_month" integer NOT NULL,
	"states" smallint[] NOT NULL,
	"reasons" smallint[] NOT NULL,
	"version" smallint NOT NULL,
	"numerators" double precision[] NOT NULL,
	"denominators" double precision[] NOT NULL,
	"figures" double precision[] NOT NULL,
	"grades" smallint[] NOT NULL,
	"reporting" integer[] NOT NULL,
	"expected" integer[] NOT NULL,
	CONSTRAINT "place_series_place_kind_place_id_indicator_id_breakdown_pk" PRIMARY KEY("place_kind","place_id","indicator_id","breakdown")
);
--> statement-breakpoint
ALTER TABLE "place_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "series_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"facility_id" uuid NOT NULL,
	"indicator_id" text NOT NULL,
	"breakdown" text NOT NULL,
	"month" integer NOT NULL,
	"old_state" smallint NOT NULL,
	"old_numerator" double precision,
	"old_denominator" double precision,
	"new_state" smallint NOT NULL,
	"new_numerator" double precision,
	"new_denominator" double precision,
	"import_id" uuid,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "series_revisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "capacity_certificates" ADD CONSTRAINT "capacity_certificates_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capacity_certificates" ADD CONSTRAINT "capacity_certificates_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_events" ADD CONSTRAINT "facility_events_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_events" ADD CONSTRAINT "facility_events_related_facility_id_facilities_id_fk" FOREIGN KEY ("related_facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_events" ADD CONSTRAINT "facility_events_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_keys" ADD CONSTRAINT "facility_keys_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_keys" ADD CONSTRAINT "facility_keys_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_versions" ADD CONSTRAINT "facility_versions_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_versions" ADD CONSTRAINT "facility_versions_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facility_versions" ADD CONSTRAINT "facility_versions_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_versions" ADD CONSTRAINT "region_versions_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_versions" ADD CONSTRAINT "region_versions_parent_id_regions_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_month_events" ADD CONSTRAINT "return_month_events_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_months" ADD CONSTRAINT "return_months_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_series" ADD CONSTRAINT "indicator_series_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_series" ADD CONSTRAINT "measure_series_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_revisions" ADD CONSTRAINT "series_revisions_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "capacity_certificates_current" ON "capacity_certificates" USING btree ("facility_id","valid_from") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "facilities_key" ON "facilities" USING btree ("key");--> statement-breakpoint
CREATE INDEX "facility_events_facility" ON "facility_events" USING btree ("facility_id");--> statement-breakpoint
CREATE UNIQUE INDEX "facility_keys_current" ON "facility_keys" USING btree ("source","key") WHERE valid_to is null;--> statement-breakpoint
CREATE INDEX "facility_keys_facility" ON "facility_keys" USING btree ("facility_id");--> statement-breakpoint
CREATE UNIQUE INDEX "facility_versions_start" ON "facility_versions" USING btree ("facility_id","valid_from");--> statement-breakpoint
CREATE INDEX "facility_versions_region" ON "facility_versions" USING btree ("region_id");--> statement-breakpoint
CREATE INDEX "imports_same_file" ON "imports" USING btree ("file_sha256","mapping_sha256");--> statement-breakpoint
CREATE INDEX "region_versions_region" ON "region_versions" USING btree ("region_id","valid_from");--> statement-breakpoint
CREATE UNIQUE INDEX "regions_key" ON "regions" USING btree ("key");--> statement-breakpoint
CREATE INDEX "import_staging_batch" ON "import_staging" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "return_lines_current" ON "return_lines" USING btree ("facility_id","measure_id","month","breakdown") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "return_lines_import" ON "return_lines" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "return_month_events_month" ON "return_month_events" USING btree ("facility_id","month");--> statement-breakpoint
CREATE INDEX "indicator_series_indicator" ON "indicator_series" USING btree ("indicator_id","breakdown");--> statement-breakpoint
CREATE INDEX "series_revisions_cell" ON "series_revisions" USING btree ("facility_id","indicator_id","month");--> statement-breakpoint
CREATE POLICY "actor_place" ON "capacity_certificates" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all' or "capacity_certificates"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[]));--> statement-breakpoint
CREATE POLICY "system_all" ON "capacity_certificates" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "facilities" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all' or "facilities"."id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[]));--> statement-breakpoint
CREATE POLICY "system_all" ON "facilities" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "facility_events" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all' or "facility_events"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[]));--> statement-breakpoint
CREATE POLICY "system_all" ON "facility_events" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "facility_keys" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all' or "facility_keys"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[]));--> statement-breakpoint
CREATE POLICY "system_all" ON "facility_keys" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "facility_versions" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all' or "facility_versions"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[]));--> statement-breakpoint
CREATE POLICY "system_all" ON "facility_versions" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_country" ON "imports" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all');--> statement-breakpoint
CREATE POLICY "system_all" ON "imports" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_any" ON "installation" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) in ('all', 'some'));--> statement-breakpoint
CREATE POLICY "system_all" ON "installation" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_any" ON "region_versions" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) in ('all', 'some'));--> statement-breakpoint
CREATE POLICY "system_all" ON "region_versions" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_any" ON "regions" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) in ('all', 'some'));--> statement-breakpoint
CREATE POLICY "system_all" ON "regions" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "return_lines" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all' or "return_lines"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[]));--> statement-breakpoint
CREATE POLICY "system_all" ON "return_lines" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "return_month_events" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all' or "return_month_events"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[]));--> statement-breakpoint
CREATE POLICY "system_all" ON "return_month_events" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "return_months" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all' or "return_months"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[]));--> statement-breakpoint
CREATE POLICY "system_all" ON "return_months" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "indicator_series" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all' or "indicator_series"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[]));--> statement-breakpoint
CREATE POLICY "system_all" ON "indicator_series" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "measure_series" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all' or "measure_series"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[]));--> statement-breakpoint
CREATE POLICY "system_all" ON "measure_series" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_any" ON "place_series" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) in ('all', 'some'));--> statement-breakpoint
CREATE POLICY "system_all" ON "place_series" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "series_revisions" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all' or "series_revisions"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[]));--> statement-breakpoint
CREATE POLICY "system_all" ON "series_revisions" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);