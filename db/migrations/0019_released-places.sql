ALTER TABLE "released_sums" ADD COLUMN "places" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
-- What was decided before says of no place whose counts it withholds: all is decided anew at the next start.
UPDATE "aggregate_turn" SET "catalogue" = NULL;
