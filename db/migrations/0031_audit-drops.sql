CREATE TABLE "audit_drops" (
	"chain_id" uuid NOT NULL,
	"from_sequence" bigint NOT NULL,
	"to_sequence" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"dropped_at" timestamp (3) with time zone NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "audit_drops_chain_id_from_sequence_pk" PRIMARY KEY("chain_id","from_sequence")
);
--> statement-breakpoint
ALTER TABLE "audit_drops" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "retention_sees" ON "audit_entries" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING ("audit_entries"."id" in (select s.entry_id from audit_seals s));--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "audit_entries" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("audit_entries"."id" in (select s.entry_id from audit_seals s));--> statement-breakpoint
CREATE POLICY "retention_sees" ON "audit_seals" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING ("audit_seals"."sealed_at" < now() - interval '24 months' and exists (select from audit_drops d
    where d.chain_id = "audit_seals"."chain_id" and "audit_seals"."sequence" between d.from_sequence and d.to_sequence));--> statement-breakpoint
CREATE POLICY "retention_deletes" ON "audit_seals" AS PERMISSIVE FOR DELETE TO "daylight_retention" USING ("audit_seals"."sealed_at" < now() - interval '24 months' and exists (select from audit_drops d
    where d.chain_id = "audit_seals"."chain_id" and "audit_seals"."sequence" between d.from_sequence and d.to_sequence));--> statement-breakpoint
CREATE POLICY "actor_reads" ON "audit_drops" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ("audit_drops"."chain_id" = (select nullif(current_setting('daylight.body', true), '')::uuid) and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['audit.read']));--> statement-breakpoint
CREATE POLICY "system_all" ON "audit_drops" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "retention_sees" ON "audit_drops" AS PERMISSIVE FOR SELECT TO "daylight_retention" USING (true);