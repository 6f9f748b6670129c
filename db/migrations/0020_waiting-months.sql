CREATE TABLE "waiting_months" (
	"id" uuid PRIMARY KEY NOT NULL,
	"facility_id" uuid,
	"import_id" uuid,
	"first_month" integer NOT NULL,
	"last_month" integer NOT NULL,
	"derive_first" integer,
	"derive_last" integer,
	"moves_sums" boolean NOT NULL,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "waiting_months" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "waiting_months" ADD CONSTRAINT "waiting_months_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_months" ADD CONSTRAINT "waiting_months_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "waiting_months_import" ON "waiting_months" USING btree ("import_id");--> statement-breakpoint
CREATE POLICY "system_all" ON "waiting_months" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);