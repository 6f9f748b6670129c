CREATE TABLE "quality_notes" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"month" integer NOT NULL,
	"check_id" text NOT NULL,
	"level" text NOT NULL,
	"subject" text NOT NULL,
	"cells" text[] NOT NULL,
	"record_id" text,
	"count" integer NOT NULL,
	"found" double precision,
	"expected" double precision,
	"probability" double precision,
	"months" integer,
	"rows" uuid[] NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "quality_notes_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "quality_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "usual_rates" (
	"event" text PRIMARY KEY NOT NULL,
	"rate" double precision NOT NULL,
	"spread" double precision NOT NULL
);
--> statement-breakpoint
ALTER TABLE "usual_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "quality_notes" ADD CONSTRAINT "quality_notes_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "quality_notes_current" ON "quality_notes" USING btree ("facility_id","month","check_id","subject") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "quality_notes_check" ON "quality_notes" USING btree ("check_id","month");--> statement-breakpoint
CREATE POLICY "actor_place" ON "quality_notes" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['measure.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "quality_notes"."facility_id" in (select unnest(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[]))));--> statement-breakpoint
CREATE POLICY "system_all" ON "quality_notes" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "system_all" ON "usual_rates" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);