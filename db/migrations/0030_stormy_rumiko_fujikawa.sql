CREATE TABLE "dated_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_kind" text NOT NULL,
	"place_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on" date NOT NULL,
	"cited" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "dated_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "dated_events_place" ON "dated_events" USING btree ("place_id","on");--> statement-breakpoint
CREATE POLICY "actor_place" ON "dated_events" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['indicator.read']) and ("dated_events"."place_kind" = 'country' or ((select current_setting('daylight.scope', true)) = 'all' or "dated_events"."place_id" in (select unnest(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[])) or "dated_events"."place_id" in (select unnest(string_to_array(current_setting('daylight.regions', true), ',')::uuid[])))));--> statement-breakpoint
CREATE POLICY "actor_adds" ON "dated_events" AS PERMISSIVE FOR INSERT TO "daylight_actor" WITH CHECK ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['event.record']) and ((select current_setting('daylight.scope', true)) = 'all' or "dated_events"."place_id" in (select unnest(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[])) or "dated_events"."place_id" in (select unnest(string_to_array(current_setting('daylight.regions', true), ',')::uuid[]))));--> statement-breakpoint
CREATE POLICY "actor_changes" ON "dated_events" AS PERMISSIVE FOR UPDATE TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['event.record']) and ((select current_setting('daylight.scope', true)) = 'all' or "dated_events"."place_id" in (select unnest(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[])) or "dated_events"."place_id" in (select unnest(string_to_array(current_setting('daylight.regions', true), ',')::uuid[])))) WITH CHECK ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['event.record']) and ((select current_setting('daylight.scope', true)) = 'all' or "dated_events"."place_id" in (select unnest(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[])) or "dated_events"."place_id" in (select unnest(string_to_array(current_setting('daylight.regions', true), ',')::uuid[]))));--> statement-breakpoint
CREATE POLICY "system_all" ON "dated_events" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);