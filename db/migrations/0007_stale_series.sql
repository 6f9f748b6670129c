CREATE TABLE "pending_recomputes" (
	"import_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "aggregate_turn" ADD COLUMN "catalogue" text;--> statement-breakpoint
ALTER TABLE "pending_recomputes" ADD CONSTRAINT "pending_recomputes_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;