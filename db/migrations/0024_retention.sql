CREATE TABLE "frozen_cells" (
	"id" text PRIMARY KEY NOT NULL,
	"cells" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "frozen_cells" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "frozen_series" (
	"facility_id" uuid NOT NULL,
	"look_back_days" smallint NOT NULL,
	"from_month" integer NOT NULL,
	"until_month" integer NOT NULL,
	"cells_id" text NOT NULL,
	"amounts" double precision[] NOT NULL,
	"reasons" smallint[] NOT NULL,
	"durations" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "frozen_series_facility_id_look_back_days_from_month_pk" PRIMARY KEY("facility_id","look_back_days","from_month")
);
--> statement-breakpoint
ALTER TABLE "frozen_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "retention_freezes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"facility_id" uuid NOT NULL,
	"gone_until" date NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"run_id" uuid NOT NULL,
	"rows" integer NOT NULL,
	"records_sha256" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "retention_freezes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "retention_orders" (
	"proposal_id" uuid PRIMARY KEY NOT NULL,
	"ordered_by" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "retention_orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "retention_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"term_months" integer NOT NULL,
	"persons" integer NOT NULL,
	"going" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "retention_proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "retention_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"term_months" integer NOT NULL,
	"persons" integer NOT NULL,
	"going" jsonb NOT NULL,
	"end" text
);
--> statement-breakpoint
ALTER TABLE "retention_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "retention_terms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"months" integer NOT NULL,
	"basis" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "retention_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "frozen_series" ADD CONSTRAINT "frozen_series_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frozen_series" ADD CONSTRAINT "frozen_series_cells_id_frozen_cells_id_fk" FOREIGN KEY ("cells_id") REFERENCES "public"."frozen_cells"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_freezes" ADD CONSTRAINT "retention_freezes_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_orders" ADD CONSTRAINT "retention_orders_proposal_id_retention_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."retention_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "retention_freezes_facility" ON "retention_freezes" USING btree ("facility_id","gone_until");--> statement-breakpoint
CREATE INDEX "retention_runs_run" ON "retention_runs" USING btree ("run_id");--> statement-breakpoint
CREATE POLICY "retention_sees" ON "absence_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "absence_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("absence_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "activity_day_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "activity_day_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("activity_day_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "assessment_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "assessment_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("assessment_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "case_plan_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "case_plan_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("case_plan_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "child_resident_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "child_resident_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("child_resident_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "complaint_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "complaint_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("complaint_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "contact_event_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "contact_event_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("contact_event_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "contact_restriction_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "contact_restriction_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("contact_restriction_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "death_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "death_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("death_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "disciplinary_case_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "disciplinary_case_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("disciplinary_case_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "followup_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "followup_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("followup_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "force_use_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "force_use_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("force_use_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "health_request_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "health_request_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("health_request_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "health_screening_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "health_screening_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("health_screening_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "housing_allocation_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "housing_allocation_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("housing_allocation_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "incident_person_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "incident_person_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("incident_person_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "incident_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "incident_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("incident_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "legal_status_spell_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "legal_status_spell_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("legal_status_spell_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "maternity_case_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "maternity_case_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("maternity_case_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "need_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "need_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("need_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "notification_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "notification_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("notification_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "participation_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "participation_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("participation_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "person_flag_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "person_flag_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("person_flag_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "person_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "person_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("person_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "placement_day_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "placement_day_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("placement_day_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "placement_review_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "placement_review_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("placement_review_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "release_plan_item_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "release_plan_item_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("release_plan_item_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "release_plan_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "release_plan_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("release_plan_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "restrictive_placement_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "restrictive_placement_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("restrictive_placement_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "search_event_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "search_event_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("search_event_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "staff_member_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "staff_member_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("staff_member_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "stay_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "stay_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("stay_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "training_event_records" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "training_event_records" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("training_event_records"."facility_id" in (select f.facility_id from retention_freezes f));--> statement-breakpoint
CREATE POLICY "actor_country" ON "frozen_cells" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['retention.read']) and (select current_setting('daylight.scope', true)) = 'all');--> statement-breakpoint
CREATE POLICY "system_all" ON "frozen_cells" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "system_all" ON "frozen_series" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "retention_freezes" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['measure.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "retention_freezes"."facility_id" in (select unnest(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[]))));--> statement-breakpoint
CREATE POLICY "system_all" ON "retention_freezes" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "retention_sees" ON "retention_freezes" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);--> statement-breakpoint
CREATE POLICY "actor_country" ON "retention_orders" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['retention.read']) and (select current_setting('daylight.scope', true)) = 'all');--> statement-breakpoint
CREATE POLICY "system_all" ON "retention_orders" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_adds" ON "retention_orders" AS PERMISSIVE FOR INSERT TO "daylight_actor" WITH CHECK ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['retention.decide']) and (select current_setting('daylight.scope', true)) = 'all');--> statement-breakpoint
CREATE POLICY "actor_country" ON "retention_proposals" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['retention.read']) and (select current_setting('daylight.scope', true)) = 'all');--> statement-breakpoint
CREATE POLICY "system_all" ON "retention_proposals" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_country" ON "retention_runs" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['retention.read']) and (select current_setting('daylight.scope', true)) = 'all');--> statement-breakpoint
CREATE POLICY "system_all" ON "retention_runs" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_country" ON "retention_terms" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['retention.read']) and (select current_setting('daylight.scope', true)) = 'all');--> statement-breakpoint
CREATE POLICY "system_all" ON "retention_terms" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_adds" ON "retention_terms" AS PERMISSIVE FOR INSERT TO "daylight_actor" WITH CHECK ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['retention.decide']) and (select current_setting('daylight.scope', true)) = 'all');