CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"assignment_id" uuid,
	"place_kind" text,
	"place_id" uuid,
	"action" text NOT NULL,
	"outcome" text NOT NULL,
	"subject" text NOT NULL,
	"reason" text,
	"request_id" text
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_queue" (
	"entry_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_queue" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"chain_id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"key_id" text,
	"signature" text,
	CONSTRAINT "audit_seals_chain_id_sequence_pk" PRIMARY KEY("chain_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "audit_seals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_turn" (
	"id" integer PRIMARY KEY NOT NULL,
	"taken_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "audit_turn" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"body_id" uuid NOT NULL,
	"role" text NOT NULL,
	"place_kind" text NOT NULL,
	"place_id" uuid,
	"granted_by" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	CONSTRAINT "assignments_place" CHECK ((place_kind = 'country') = (place_id is null)),
	CONSTRAINT "assignments_end" CHECK ((ended_at is null) = (ended_by is null))
);
--> statement-breakpoint
ALTER TABLE "assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bodies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bodies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_body" UNIQUE("id","body_id")
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_person_id_body_id_people_id_body_id_fk" FOREIGN KEY ("person_id","body_id") REFERENCES "public"."people"("id","body_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_body" ON "audit_entries" USING btree ("body_id","id");--> statement-breakpoint
CREATE INDEX "audit_entries_person" ON "audit_entries" USING btree ("person_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seals_entry" ON "audit_seals" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_running" ON "assignments" USING btree ("person_id","role","place_kind",coalesce(place_id, '00000000-0000-0000-0000-000000000000')) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "assignments_person" ON "assignments" USING btree ("person_id","granted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bodies_key" ON "bodies" USING btree ("key");--> statement-breakpoint
CREATE POLICY "actor_reads" ON "audit_entries" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING (("audit_entries"."body_id" = (select nullif(current_setting('daylight.body', true), '')::uuid) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['audit.read'])) or ("audit_entries"."person_id" = (select current_setting('daylight.person', true)) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['account.read'])));--> statement-breakpoint
CREATE POLICY "actor_adds" ON "audit_entries" AS PERMISSIVE FOR INSERT TO "daylight_actor" WITH CHECK ("audit_entries"."body_id" is not distinct from (select nullif(current_setting('daylight.body', true), '')::uuid) and "audit_entries"."person_id" = (select current_setting('daylight.person', true)));--> statement-breakpoint
CREATE POLICY "system_all" ON "audit_entries" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_adds" ON "audit_queue" AS PERMISSIVE FOR INSERT TO "daylight_actor" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "system_all" ON "audit_queue" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_country" ON "audit_seals" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) = 'all');--> statement-breakpoint
CREATE POLICY "system_all" ON "audit_seals" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_adds" ON "audit_turn" AS PERMISSIVE FOR INSERT TO "daylight_actor" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "system_all" ON "audit_turn" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_own_body" ON "assignments" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING (("assignments"."body_id" = (select nullif(current_setting('daylight.body', true), '')::uuid) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['person.read'])) or "assignments"."person_id" = (select current_setting('daylight.person', true)));--> statement-breakpoint
CREATE POLICY "actor_adds" ON "assignments" AS PERMISSIVE FOR INSERT TO "daylight_actor" WITH CHECK ("assignments"."body_id" = (select nullif(current_setting('daylight.body', true), '')::uuid) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['assignment.grant']));--> statement-breakpoint
CREATE POLICY "actor_changes" ON "assignments" AS PERMISSIVE FOR UPDATE TO "daylight_actor" USING ("assignments"."body_id" = (select nullif(current_setting('daylight.body', true), '')::uuid) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['assignment.end'])) WITH CHECK ("assignments"."body_id" = (select nullif(current_setting('daylight.body', true), '')::uuid) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['assignment.end']));--> statement-breakpoint
CREATE POLICY "system_all" ON "assignments" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_any" ON "bodies" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) in ('all', 'some'));--> statement-breakpoint
CREATE POLICY "system_all" ON "bodies" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_own_body" ON "people" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING (("people"."body_id" = (select nullif(current_setting('daylight.body', true), '')::uuid) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['person.read'])) or "people"."id" = (select current_setting('daylight.person', true)));--> statement-breakpoint
CREATE POLICY "actor_adds" ON "people" AS PERMISSIVE FOR INSERT TO "daylight_actor" WITH CHECK ("people"."body_id" = (select nullif(current_setting('daylight.body', true), '')::uuid) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['person.invite']));--> statement-breakpoint
CREATE POLICY "system_all" ON "people" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);