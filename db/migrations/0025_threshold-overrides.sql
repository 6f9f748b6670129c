CREATE TABLE "threshold_overrides" (
	"id" uuid PRIMARY KEY NOT NULL,
	"indicator_id" text NOT NULL,
	"level" text NOT NULL,
	"above" double precision,
	"at_least" double precision,
	"below" double precision,
	"at_most" double precision,
	"source" text NOT NULL,
	"cited" text NOT NULL,
	"signed_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"ended_by" text
);
--> statement-breakpoint
ALTER TABLE "threshold_overrides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "threshold_overrides_indicator" ON "threshold_overrides" USING btree ("indicator_id");--> statement-breakpoint
CREATE POLICY "actor_any" ON "threshold_overrides" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) in ('all', 'some') and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['indicator.read']));--> statement-breakpoint
CREATE POLICY "system_all" ON "threshold_overrides" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);