CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"place_kind" text NOT NULL,
	"place_id" uuid,
	"invited_by" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"token_hash" text,
	"expires_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"person_id" text,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_email_lower" CHECK ("invitations"."email" = lower("invitations"."email")),
	CONSTRAINT "invitations_place" CHECK ((place_kind = 'country') = (place_id is null)),
	CONSTRAINT "invitations_token" CHECK ((token_hash is null) = (expires_at is null)),
	CONSTRAINT "invitations_accepted" CHECK ((accepted_at is null) = (person_id is null)),
	CONSTRAINT "invitations_revoked" CHECK ((revoked_at is null) = (revoked_by is null)),
	CONSTRAINT "invitations_one_end" CHECK (accepted_at is null or revoked_at is null)
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outgoing_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"last_fault" text,
	"next_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "outgoing_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_body_id_people_id_body_id_fk" FOREIGN KEY ("person_id","body_id") REFERENCES "public"."people"("id","body_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open" ON "invitations" USING btree ("body_id","email") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "outgoing_messages_next" ON "outgoing_messages" USING btree ("next_at");--> statement-breakpoint
CREATE POLICY "system_adds" ON "account" AS PERMISSIVE FOR INSERT TO "daylight_system" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "system_adds" ON "user" AS PERMISSIVE FOR INSERT TO "daylight_system" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_own_body" ON "invitations" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ("invitations"."body_id" = (select nullif(current_setting('daylight.body', true), '')::uuid) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['person.read']));--> statement-breakpoint
CREATE POLICY "actor_adds" ON "invitations" AS PERMISSIVE FOR INSERT TO "daylight_actor" WITH CHECK ("invitations"."body_id" = (select nullif(current_setting('daylight.body', true), '')::uuid) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['person.invite']));--> statement-breakpoint
CREATE POLICY "actor_changes" ON "invitations" AS PERMISSIVE FOR UPDATE TO "daylight_actor" USING ("invitations"."body_id" = (select nullif(current_setting('daylight.body', true), '')::uuid) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['person.invite'])) WITH CHECK ("invitations"."body_id" = (select nullif(current_setting('daylight.body', true), '')::uuid) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['person.invite']));--> statement-breakpoint
CREATE POLICY "system_all" ON "invitations" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_adds" ON "outgoing_messages" AS PERMISSIVE FOR INSERT TO "daylight_actor" WITH CHECK ("outgoing_messages"."kind" = 'invitation' and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['person.invite']));--> statement-breakpoint
CREATE POLICY "system_all" ON "outgoing_messages" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);