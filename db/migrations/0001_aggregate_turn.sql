CREATE TABLE "aggregate_turn" (
	"id" integer PRIMARY KEY NOT NULL,
	"taken_at" timestamp with time zone
);
