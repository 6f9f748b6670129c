ALTER TABLE "record_coverage" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "record_coverage" ADD COLUMN "withdrawn_by" text;--> statement-breakpoint
ALTER TABLE "record_coverage" ADD COLUMN "withdrawn_why" text;