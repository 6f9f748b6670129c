CREATE TABLE "derived_durations" (
	"facility_id" uuid NOT NULL,
	"measure_id" text NOT NULL,
	"start_month" integer NOT NULL,
	"ended" integer[] NOT NULL,
	"running" integer[] NOT NULL,
	"lengths" double precision[] NOT NULL,
	CONSTRAINT "derived_durations_facility_id_measure_id_pk" PRIMARY KEY("facility_id","measure_id")
);
--> statement-breakpoint
ALTER TABLE "derived_durations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "derived_durations" ADD CONSTRAINT "derived_durations_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "system_all" ON "derived_durations" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);