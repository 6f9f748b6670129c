ALTER TABLE "threshold_overrides" ADD COLUMN "facility_id" uuid;--> statement-breakpoint
ALTER TABLE "threshold_overrides" ADD COLUMN "region_id" uuid;--> statement-breakpoint
ALTER TABLE "threshold_overrides" ADD COLUMN "signed_for" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "threshold_overrides" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threshold_overrides" ADD COLUMN "withdrawn_by" text;--> statement-breakpoint
ALTER TABLE "threshold_overrides" ADD COLUMN "withdrawn_why" text;--> statement-breakpoint
ALTER TABLE "threshold_overrides" ADD CONSTRAINT "threshold_overrides_one_place" CHECK ("threshold_overrides"."facility_id" is null or "threshold_overrides"."region_id" is null);--> statement-breakpoint
ALTER POLICY "actor_any" ON "threshold_overrides" TO daylight_actor USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['indicator.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "threshold_overrides"."facility_id" in (select unnest(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[]))
        or ("threshold_overrides"."facility_id" is null and (select current_setting('daylight.scope', true)) = 'some')));