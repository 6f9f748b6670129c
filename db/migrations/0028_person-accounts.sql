ALTER TABLE "people" ADD COLUMN "account_id" uuid GENERATED ALWAYS AS (id::uuid) STORED;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_account_id_user_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_id" CHECK (id = id::uuid::text);