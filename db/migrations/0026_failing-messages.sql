ALTER POLICY "actor_sees_failing" ON "outgoing_messages" TO daylight_actor USING ("outgoing_messages"."failures" > 0 and (select string_to_array(current_setting('daylight.permissions', true), ',') && array['security.read']) and "outgoing_messages"."about" in (
    select i.id::text from invitations i where i.body_id = (select nullif(current_setting('daylight.body', true), '')::uuid)
    union all select p.id from people p where p.body_id = (select nullif(current_setting('daylight.body', true), '')::uuid)
    union all select u.email from "user" u));