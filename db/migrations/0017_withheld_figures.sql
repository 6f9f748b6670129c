CREATE TABLE "released_sums" (
	"block" text NOT NULL,
	"month" integer NOT NULL,
	"release" jsonb NOT NULL,
	CONSTRAINT "released_sums_block_month_pk" PRIMARY KEY("block","month")
);
--> statement-breakpoint
ALTER TABLE "released_sums" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "withheld_blocks" (
	"facility_id" uuid NOT NULL,
	"block" text NOT NULL,
	"start_month" integer NOT NULL,
	"months" smallint[] NOT NULL,
	CONSTRAINT "withheld_blocks_facility_id_block_pk" PRIMARY KEY("facility_id","block")
);
--> statement-breakpoint
ALTER TABLE "withheld_blocks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "withheld_figures" (
	"facility_id" uuid NOT NULL,
	"indicator_id" text NOT NULL,
	"breakdown" text NOT NULL,
	"start_month" integer NOT NULL,
	"months" smallint[] NOT NULL,
	CONSTRAINT "withheld_figures_facility_id_indicator_id_breakdown_pk" PRIMARY KEY("facility_id","indicator_id","breakdown")
);
--> statement-breakpoint
ALTER TABLE "withheld_figures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "withheld_sums" (
	"place_kind" text NOT NULL,
	"place_id" uuid NOT NULL,
	"indicator_id" text NOT NULL,
	"breakdown" text NOT NULL,
	"start_month" integer NOT NULL,
	"months" smallint[] NOT NULL,
	CONSTRAINT "withheld_sums_place_kind_place_id_indicator_id_breakdown_pk" PRIMARY KEY("place_kind","place_id","indicator_id","breakdown")
);
--> statement-breakpoint
ALTER TABLE "withheld_sums" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "withheld_blocks" ADD CONSTRAINT "withheld_blocks_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withheld_figures" ADD CONSTRAINT "withheld_figures_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "system_all" ON "released_sums" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "withheld_blocks" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['indicator.read', 'measure.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "withheld_blocks"."facility_id" in (select unnest(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[]))));--> statement-breakpoint
CREATE POLICY "system_all" ON "withheld_blocks" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "withheld_figures" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['indicator.read', 'measure.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "withheld_figures"."facility_id" in (select unnest(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[]))));--> statement-breakpoint
CREATE POLICY "system_all" ON "withheld_figures" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_any" ON "withheld_sums" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['indicator.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "withheld_sums"."place_kind" = 'country' or "withheld_sums"."place_id" in (select unnest(string_to_array(current_setting('daylight.regions', true), ',')::uuid[]))));--> statement-breakpoint
CREATE POLICY "system_all" ON "withheld_sums" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);