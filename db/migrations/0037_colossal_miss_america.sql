CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"path" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_views_path" CHECK (path ~ '^/($|[^/\\])')
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tours_ended" (
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tours_ended_person_id_role_pk" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
ALTER TABLE "tours_ended" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tours_ended" ADD CONSTRAINT "tours_ended_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("person_id","name");--> statement-breakpoint
CREATE POLICY "actor_sees_own" ON "saved_views" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ("saved_views"."person_id" = (select current_setting('daylight.person', true)) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['account.keep']));--> statement-breakpoint
CREATE POLICY "actor_adds_own" ON "saved_views" AS PERMISSIVE FOR INSERT TO "daylight_actor" WITH CHECK ("saved_views"."person_id" = (select current_setting('daylight.person', true)) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['account.keep']));--> statement-breakpoint
CREATE POLICY "actor_changes_own" ON "saved_views" AS PERMISSIVE FOR UPDATE TO "daylight_actor" USING ("saved_views"."person_id" = (select current_setting('daylight.person', true)) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['account.keep'])) WITH CHECK ("saved_views"."person_id" = (select current_setting('daylight.person', true)) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['account.keep']));--> statement-breakpoint
CREATE POLICY "actor_takes_own_away" ON "saved_views" AS PERMISSIVE FOR DELETE TO "daylight_actor" USING ("saved_views"."person_id" = (select current_setting('daylight.person', true)) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['account.keep']));--> statement-breakpoint
CREATE POLICY "system_all" ON "saved_views" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_sees_own" ON "tours_ended" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ("tours_ended"."person_id" = (select current_setting('daylight.person', true)) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['account.keep']));--> statement-breakpoint
CREATE POLICY "actor_adds_own" ON "tours_ended" AS PERMISSIVE FOR INSERT TO "daylight_actor" WITH CHECK ("tours_ended"."person_id" = (select current_setting('daylight.person', true)) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['account.keep']));--> statement-breakpoint
CREATE POLICY "actor_changes_own" ON "tours_ended" AS PERMISSIVE FOR UPDATE TO "daylight_actor" USING ("tours_ended"."person_id" = (select current_setting('daylight.person', true)) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['account.keep'])) WITH CHECK ("tours_ended"."person_id" = (select current_setting('daylight.person', true)) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['account.keep']));--> statement-breakpoint
CREATE POLICY "actor_takes_own_away" ON "tours_ended" AS PERMISSIVE FOR DELETE TO "daylight_actor" USING ("tours_ended"."person_id" = (select current_setting('daylight.person', true)) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['account.keep']));--> statement-breakpoint
CREATE POLICY "system_all" ON "tours_ended" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);