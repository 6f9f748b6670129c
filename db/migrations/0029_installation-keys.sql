CREATE TABLE "installation_keys" (
	"purpose" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"source" text NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "installation_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "actor_any" ON "installation_keys" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) in ('all', 'some') and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['security.read']));--> statement-breakpoint
CREATE POLICY "system_all" ON "installation_keys" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);