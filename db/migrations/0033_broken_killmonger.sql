CREATE TABLE "national_attestation_records" (
	"id" uuid NOT NULL,
	"measure" smallint,
	"value" smallint,
	"evidence_ref" text,
	"signed_by_role" text,
	"signed_on" date,
	"expires_on" date,
	"verified_by_role" text,
	"verified_on" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "national_attestation_records_id" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "national_attestation_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "indicator_series" ADD COLUMN "lows" double precision[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator_series" ADD COLUMN "highs" double precision[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "place_series" ADD COLUMN "lows" double precision[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "place_series" ADD COLUMN "highs" double precision[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "place_series" ADD COLUMN "absent" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "national_attestation_records_current" ON "national_attestation_records" USING btree ("measure","signed_on") WHERE superseded_at is null;--> statement-breakpoint
CREATE POLICY "actor_any" ON "national_attestation_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) in ('all', 'some') and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['measure.read']));--> statement-breakpoint
CREATE POLICY "system_all" ON "national_attestation_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);