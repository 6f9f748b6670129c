CREATE TABLE "absence_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"kind" smallint,
	"start_at" timestamp with time zone,
	"end_at" timestamp with time zone,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "absence_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "absence_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activity_day_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"day" date,
	"kind" smallint,
	"hours" double precision,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "activity_day_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "activity_day_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agreement_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"partner_kind" smallint,
	"covers_data_sharing" boolean,
	"covers_release" boolean,
	"data_protection_checked" boolean,
	"signed_on" date,
	"expires_on" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "agreement_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "agreement_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assessment_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"kind" smallint,
	"completed_on" date,
	"tool" text,
	"tool_validated" smallint,
	"assessor_qualified" boolean,
	"multidisciplinary" boolean,
	"gender_specific" boolean,
	"risk_band" smallint,
	"security_level_found" smallint,
	"informed_on" date,
	"next_due_on" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "assessment_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "assessment_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attestation_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"measure" smallint,
	"level" smallint,
	"value" smallint,
	"evidence_ref" text,
	"signed_by_role" text,
	"signed_on" date,
	"expires_on" date,
	"verified_by_role" text,
	"verified_on" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "attestation_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "attestation_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_plan_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"opened_on" date,
	"closed_on" date,
	"lead_worker_key" uuid,
	"person_agreed" smallint,
	"next_review_on" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "case_plan_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "case_plan_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cell_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"cell_id" text,
	"unit_id" text,
	"floor_area_m2" double precision,
	"certified_places" integer,
	"sanitary_annexe" smallint,
	"window_openable" boolean,
	"beds" integer,
	"measured_on" date,
	"valid_from" date,
	"valid_to" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "cell_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "cell_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "child_resident_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"child_key" uuid,
	"stay_key" uuid,
	"birth_year_month" date,
	"start_on" date,
	"end_on" date,
	"best_interests_decision_on" date,
	"health_check_on" date,
	"separation_decision_on" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "child_resident_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "child_resident_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cohort_outcome_records" (
	"id" uuid NOT NULL,
	"cohort_from" date,
	"cohort_to" date,
	"definition_id" smallint,
	"followup_months" integer,
	"start_event" smallint,
	"breakdown" text,
	"persons_at_risk" integer,
	"persons_with_event" integer,
	"persons_unlinked" integer,
	"events" integer,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "cohort_outcome_records_id" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "cohort_outcome_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "complaint_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"complaint_id" uuid,
	"stay_key" uuid,
	"channel" smallint,
	"topic" smallint,
	"lodged_at" timestamp with time zone,
	"answered_on" date,
	"result" smallint,
	"ill_treatment" boolean,
	"referred_independent_at" timestamp with time zone,
	"reprisal_reported" boolean,
	"on_behalf" boolean,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "complaint_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "complaint_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_event_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"kind" smallint,
	"with_group" smallint,
	"child_present" boolean,
	"mode" smallint,
	"status" smallint,
	"requested_at" timestamp with time zone,
	"happened_on" date,
	"happened_at" timestamp with time zone,
	"minutes" integer,
	"refusal_reason" smallint,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "contact_event_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "contact_event_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_restriction_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"kind" smallint,
	"basis" smallint,
	"start_on" date,
	"end_on" date,
	"individual_decision" boolean,
	"review_due_on" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "contact_restriction_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "contact_restriction_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "death_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"death_id" uuid,
	"stay_key" uuid,
	"died_on" date,
	"setting" smallint,
	"cause_group" smallint,
	"family_told_at" timestamp with time zone,
	"independent_authority_told_at" timestamp with time zone,
	"investigation_closed_on" date,
	"in_restriction" boolean,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "death_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "death_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disciplinary_case_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid,
	"stay_key" uuid,
	"alleged_on" date,
	"informed_on" date,
	"hearing_on" date,
	"legal_help_offered" boolean,
	"mental_health_considered" smallint,
	"route" smallint,
	"result" smallint,
	"sanction" smallint,
	"sanction_days" integer,
	"appeal_offered" boolean,
	"appeal_result" smallint,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "disciplinary_case_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "disciplinary_case_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "followup_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid,
	"milestone" smallint,
	"reached" boolean,
	"reached_on" date,
	"housed" smallint,
	"in_work_or_training" smallint,
	"linked_to_health" smallint,
	"in_education" smallint,
	"wellbeing_band" smallint,
	"consent" boolean,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "followup_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "followup_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "force_use_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"force_id" uuid,
	"stay_key" uuid,
	"kind" smallint,
	"happened_at" timestamp with time zone,
	"reason_code" smallint,
	"authorised_by_role" smallint,
	"reported_to_director_at" timestamp with time zone,
	"medical_check_at" timestamp with time zone,
	"minutes_restrained" integer,
	"person_state" smallint,
	"removed_at" timestamp with time zone,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "force_use_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "force_use_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "health_request_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"level" smallint,
	"requested_at" timestamp with time zone,
	"appointment_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	"outcome" smallint,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "health_request_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "health_request_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "health_screening_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"kind" smallint,
	"done_at" timestamp with time zone,
	"examiner_role" smallint,
	"private" boolean,
	"self_harm_risk_checked" boolean,
	"injury_signs" boolean,
	"injury_reported_at" timestamp with time zone,
	"gender_specific_done" boolean,
	"treatment_on_arrival" boolean,
	"treatment_continued_at" timestamp with time zone,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "health_screening_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "health_screening_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "housing_allocation_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"cell_id" text,
	"start_at" timestamp with time zone,
	"end_at" timestamp with time zone,
	"own_bed" boolean,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "housing_allocation_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "housing_allocation_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "incident_person_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"incident_id" uuid,
	"stay_key" uuid,
	"role" smallint,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "incident_person_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "incident_person_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "incident_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"incident_id" uuid,
	"kind" smallint,
	"happened_at" timestamp with time zone,
	"reported_at" timestamp with time zone,
	"unit_id" text,
	"injury_level" smallint,
	"referred_outside_at" timestamp with time zone,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "incident_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "incident_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "inspection_visit_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"visit_id" text,
	"body_kind" smallint,
	"started_on" date,
	"announced" boolean,
	"women_in_team" integer,
	"health_in_team" integer,
	"private_interviews" boolean,
	"report_on" date,
	"reply_on" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "inspection_visit_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "inspection_visit_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "justice_return_records" (
	"id" uuid NOT NULL,
	"region" text,
	"quarter" text,
	"measure" smallint,
	"breakdown" text,
	"value" double precision,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "justice_return_records_id" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "justice_return_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "legal_status_spell_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"status" smallint,
	"start_on" date,
	"end_on" date,
	"offence_group" smallint,
	"sentence_days" integer,
	"indeterminate" boolean,
	"conditional_release_eligible_on" date,
	"conditional_release_decided_on" date,
	"conditional_release_result" smallint,
	"national_limit_on" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "legal_status_spell_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "legal_status_spell_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "maternity_case_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"known_on" date,
	"antenatal_visits" integer,
	"diet_plan_on" date,
	"birth_on" date,
	"birth_place" smallint,
	"restrained_during_birth" smallint,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "maternity_case_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "maternity_case_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"need_kind" smallint,
	"identified_on" date,
	"priority" smallint,
	"closed_on" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "need_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "need_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notification_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"event" smallint,
	"event_at" timestamp with time zone,
	"notified_at" timestamp with time zone,
	"offered_ability_at" timestamp with time zone,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "notification_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "notification_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "participation_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"programme_id" text,
	"referred_on" date,
	"started_on" date,
	"ended_on" date,
	"end_kind" smallint,
	"paid" boolean,
	"certificate" boolean,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "participation_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "participation_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person_flag_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_key" uuid,
	"flag" smallint,
	"start_on" date,
	"end_on" date,
	"flag_source" smallint,
	"restricted" boolean,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "person_flag_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "person_flag_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_key" uuid,
	"sex" smallint,
	"birth_year_month" date,
	"nationality_group" smallint,
	"home_area" text,
	"language_group" smallint,
	"has_child_under_18" smallint,
	"education_level" smallint,
	"group_status" smallint,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "person_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "person_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "placement_day_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"placement_id" uuid,
	"day" date,
	"health_visit_at" timestamp with time zone,
	"health_role" smallint,
	"out_of_cell_minutes" integer,
	"meaningful_contact_minutes" integer,
	"outdoor_minutes" integer,
	"director_or_delegate_visit" boolean,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "placement_day_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "placement_day_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "placement_review_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"placement_id" uuid,
	"reviewed_at" timestamp with time zone,
	"reviewer_role" smallint,
	"independent" boolean,
	"result" smallint,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "placement_review_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "placement_review_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "population_reference_records" (
	"id" uuid NOT NULL,
	"year" integer,
	"breakdown" text,
	"residents" integer,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "population_reference_records_id" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "population_reference_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programme_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"programme_id" text,
	"kind" smallint,
	"need_kinds" smallint[],
	"accredited" boolean,
	"qualification_same_as_community" boolean,
	"open_to_sex" smallint,
	"young_adult_version" boolean,
	"theory_of_change_written" boolean,
	"last_evaluated_on" date,
	"places" integer,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "programme_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "programme_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recommendation_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"visit_id" text,
	"area" smallint,
	"due_on" date,
	"accepted" smallint,
	"claimed_done_on" date,
	"verified_done_on" date,
	"status" smallint,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "recommendation_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "recommendation_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "regime_day_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" text,
	"day" date,
	"persons_present" integer,
	"out_of_cell_hours" double precision,
	"outdoor_offered_minutes" integer,
	"persons_outdoors" integer,
	"lockdown" boolean,
	"lockdown_reason" smallint,
	"water_hours" double precision,
	"toilets_working" integer,
	"showers_working" integer,
	"shower_access_within_7d" integer,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "regime_day_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "regime_day_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "release_plan_item_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid,
	"item" smallint,
	"applicable" boolean,
	"not_applicable_reason" smallint,
	"status" smallint,
	"due_on" date,
	"done_on" date,
	"evidence_kind" smallint,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "release_plan_item_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "release_plan_item_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "release_plan_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid,
	"stay_key" uuid,
	"opened_on" date,
	"expected_release_on" date,
	"lead_agency_kind" smallint,
	"lead_designated_on" date,
	"agreed_with_person_on" date,
	"conditional" boolean,
	"solitary_history" boolean,
	"victim_safeguard_flag" smallint,
	"first_night_place" smallint,
	"closed_on" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "release_plan_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "release_plan_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "restrictive_placement_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"placement_id" uuid,
	"stay_key" uuid,
	"kind" smallint,
	"start_at" timestamp with time zone,
	"end_at" timestamp with time zone,
	"cell_id" text,
	"hours_in_cell_planned" double precision,
	"meaningful_contact_hours_planned" double precision,
	"authorised_by_role" smallint,
	"authorised_at" timestamp with time zone,
	"reason_code" smallint,
	"max_end_on" date,
	"person_informed_at" timestamp with time zone,
	"health_opinion" smallint,
	"end_reason" smallint,
	"support_after_kind" smallint,
	"support_after_at" timestamp with time zone,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "restrictive_placement_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "restrictive_placement_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_event_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"cell_id" text,
	"kind" smallint,
	"done_at" timestamp with time zone,
	"reason_code" smallint,
	"authorised_by_role" smallint,
	"searcher_role" smallint,
	"found_something" smallint,
	"record_complete" boolean,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "search_event_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "search_event_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shift_roster_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" text,
	"day" date,
	"shift" smallint,
	"women_officers" integer,
	"men_officers" integer,
	"men_unaccompanied_entries" integer,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "shift_roster_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "shift_roster_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_member_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_key" uuid,
	"category" smallint,
	"sex" smallint,
	"started_on" date,
	"first_unescorted_duty_on" date,
	"left_on" date,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "staff_member_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "staff_member_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "staff_month_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"month" date,
	"category" smallint,
	"sex" smallint,
	"posts_funded" double precision,
	"fte_in_post" double precision,
	"absence_days" integer,
	"leavers" integer,
	"works_in_womens_units" integer,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "staff_month_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "staff_month_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stay_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"stay_key" uuid,
	"custody_key" uuid,
	"person_key" uuid,
	"admitted_at" timestamp with time zone,
	"admission_kind" smallint,
	"commitment_order_seen" boolean,
	"order_valid_until" date,
	"info_given_at" timestamp with time zone,
	"family_informed_at" timestamp with time zone,
	"consular_offer_at" timestamp with time zone,
	"child_arrangement" smallint,
	"expected_release_on" date,
	"lawful_release_on" date,
	"released_at" timestamp with time zone,
	"release_kind" smallint,
	"notice_days" integer,
	"distance_home_km" double precision,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "stay_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "stay_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "survey_result_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survey" text,
	"wave_on" date,
	"dimension" text,
	"population_surveyed" integer,
	"invited" integer,
	"answered" integer,
	"score" double precision,
	"score_sd" double precision,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "survey_result_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "survey_result_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "training_event_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_key" uuid,
	"topic" smallint,
	"completed_on" date,
	"hours" double precision,
	"joint_with_other_agency" boolean,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "training_event_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "training_event_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" text,
	"unit_kind" smallint,
	"designated_sex" smallint,
	"toilets_installed" integer,
	"showers_installed" integer,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "unit_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "unit_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "volunteer_month_records" (
	"facility_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"month" date,
	"volunteers_active" integer,
	"volunteers_screened" integer,
	"volunteers_trained" integer,
	"volunteer_hours" double precision,
	"organisations_active" integer,
	"record_id" uuid,
	"recorded_at" timestamp with time zone,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "volunteer_month_records_id" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "volunteer_month_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "absence_records_current" ON "absence_records" USING btree ("facility_id","stay_key","start_at") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "activity_day_records_current" ON "activity_day_records" USING btree ("facility_id","stay_key","day","kind") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_records_current" ON "agreement_records" USING btree ("facility_id","partner_kind","signed_on") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_records_current" ON "assessment_records" USING btree ("facility_id","record_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "attestation_records_current" ON "attestation_records" USING btree ("facility_id","measure","level","signed_on") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "case_plan_records_current" ON "case_plan_records" USING btree ("facility_id","stay_key","opened_on") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "cell_records_current" ON "cell_records" USING btree ("facility_id","cell_id","valid_from") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "child_resident_records_current" ON "child_resident_records" USING btree ("facility_id","child_key","start_on") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "cohort_outcome_records_current" ON "cohort_outcome_records" USING btree ("cohort_from","definition_id","followup_months","start_event",coalesce("breakdown", '')) WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "complaint_records_current" ON "complaint_records" USING btree ("facility_id","complaint_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "contact_event_records_current" ON "contact_event_records" USING btree ("facility_id","record_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "contact_restriction_records_current" ON "contact_restriction_records" USING btree ("facility_id","record_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "death_records_current" ON "death_records" USING btree ("facility_id","death_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "disciplinary_case_records_current" ON "disciplinary_case_records" USING btree ("facility_id","case_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "followup_records_current" ON "followup_records" USING btree ("facility_id","plan_id","milestone") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "force_use_records_current" ON "force_use_records" USING btree ("facility_id","force_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "health_request_records_current" ON "health_request_records" USING btree ("facility_id","record_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "health_screening_records_current" ON "health_screening_records" USING btree ("facility_id","record_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "housing_allocation_records_current" ON "housing_allocation_records" USING btree ("facility_id","stay_key","start_at") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "incident_person_records_current" ON "incident_person_records" USING btree ("facility_id","incident_id","stay_key","role") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "incident_records_current" ON "incident_records" USING btree ("facility_id","incident_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "inspection_visit_records_current" ON "inspection_visit_records" USING btree ("facility_id","visit_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "justice_return_records_current" ON "justice_return_records" USING btree ("region","quarter","measure",coalesce("breakdown", '')) WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "legal_status_spell_records_current" ON "legal_status_spell_records" USING btree ("facility_id","stay_key","start_on") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "maternity_case_records_current" ON "maternity_case_records" USING btree ("facility_id","stay_key","known_on") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "need_records_current" ON "need_records" USING btree ("facility_id","stay_key","need_kind","identified_on") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "notification_records_current" ON "notification_records" USING btree ("facility_id","stay_key","event","event_at") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "participation_records_current" ON "participation_records" USING btree ("facility_id","stay_key","programme_id","referred_on") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "person_flag_records_current" ON "person_flag_records" USING btree ("facility_id","person_key","flag","start_on") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "person_records_current" ON "person_records" USING btree ("facility_id","person_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "placement_day_records_current" ON "placement_day_records" USING btree ("facility_id","placement_id","day") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "placement_review_records_current" ON "placement_review_records" USING btree ("facility_id","placement_id","reviewed_at") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "population_reference_records_current" ON "population_reference_records" USING btree ("year",coalesce("breakdown", '')) WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "programme_records_current" ON "programme_records" USING btree ("facility_id","programme_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "recommendation_records_current" ON "recommendation_records" USING btree ("facility_id","record_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "regime_day_records_current" ON "regime_day_records" USING btree ("facility_id","unit_id","day") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "release_plan_item_records_current" ON "release_plan_item_records" USING btree ("facility_id","plan_id","item") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "release_plan_records_current" ON "release_plan_records" USING btree ("facility_id","plan_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "restrictive_placement_records_current" ON "restrictive_placement_records" USING btree ("facility_id","placement_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "search_event_records_current" ON "search_event_records" USING btree ("facility_id","record_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "shift_roster_records_current" ON "shift_roster_records" USING btree ("facility_id","unit_id","day","shift") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_member_records_current" ON "staff_member_records" USING btree ("facility_id","staff_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_month_records_current" ON "staff_month_records" USING btree ("facility_id","month","category","sex") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "stay_records_current" ON "stay_records" USING btree ("facility_id","stay_key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "stay_records_person" ON "stay_records" USING btree ("person_key");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_result_records_current" ON "survey_result_records" USING btree ("facility_id","survey","wave_on","dimension") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "training_event_records_current" ON "training_event_records" USING btree ("facility_id","record_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "unit_records_current" ON "unit_records" USING btree ("facility_id","unit_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "volunteer_month_records_current" ON "volunteer_month_records" USING btree ("facility_id","month") WHERE superseded_at is null;--> statement-breakpoint
CREATE POLICY "actor_place" ON "absence_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "absence_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "absence_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "activity_day_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "activity_day_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "activity_day_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "agreement_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "agreement_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "agreement_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "assessment_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "assessment_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "assessment_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "attestation_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "attestation_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "attestation_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "case_plan_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "case_plan_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "case_plan_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "cell_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "cell_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "cell_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "child_resident_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "child_resident_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "child_resident_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_any" ON "cohort_outcome_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) in ('all', 'some'));--> statement-breakpoint
CREATE POLICY "system_all" ON "cohort_outcome_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "complaint_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "complaint_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "complaint_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "contact_event_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "contact_event_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "contact_event_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "contact_restriction_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "contact_restriction_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "contact_restriction_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "death_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "death_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "death_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "disciplinary_case_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "disciplinary_case_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "disciplinary_case_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "followup_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "followup_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "followup_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "force_use_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "force_use_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "force_use_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "health_request_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "health_request_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "health_request_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "health_screening_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "health_screening_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "health_screening_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "housing_allocation_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "housing_allocation_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "housing_allocation_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "incident_person_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "incident_person_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "incident_person_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "incident_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "incident_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "incident_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "inspection_visit_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "inspection_visit_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "inspection_visit_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_any" ON "justice_return_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) in ('all', 'some'));--> statement-breakpoint
CREATE POLICY "system_all" ON "justice_return_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "legal_status_spell_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "legal_status_spell_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "legal_status_spell_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "maternity_case_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "maternity_case_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "maternity_case_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "need_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "need_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "need_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "notification_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "notification_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "notification_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "participation_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "participation_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "participation_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "person_flag_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "person_flag_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "person_flag_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "person_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "person_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "person_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "placement_day_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "placement_day_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "placement_day_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "placement_review_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "placement_review_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "placement_review_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_any" ON "population_reference_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select current_setting('daylight.scope', true)) in ('all', 'some'));--> statement-breakpoint
CREATE POLICY "system_all" ON "population_reference_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "programme_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "programme_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "programme_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "recommendation_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "recommendation_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "recommendation_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "regime_day_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "regime_day_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "regime_day_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "release_plan_item_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "release_plan_item_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "release_plan_item_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "release_plan_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "release_plan_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "release_plan_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "restrictive_placement_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "restrictive_placement_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "restrictive_placement_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "search_event_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "search_event_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "search_event_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "shift_roster_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "shift_roster_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "shift_roster_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "staff_member_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "staff_member_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "staff_member_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "staff_month_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "staff_month_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "staff_month_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "stay_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "stay_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "stay_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "survey_result_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "survey_result_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "survey_result_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "training_event_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "training_event_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "training_event_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "unit_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "unit_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "unit_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "actor_place" ON "volunteer_month_records" AS PERMISSIVE FOR SELECT TO "daylight_actor" USING ((select string_to_array(current_setting('daylight.permissions', true), ',') && array['facility.read']) and ((select current_setting('daylight.scope', true)) = 'all' or "volunteer_month_records"."facility_id" = any((select string_to_array(current_setting('daylight.facilities', true), ','))::uuid[])));--> statement-breakpoint
CREATE POLICY "system_all" ON "volunteer_month_records" AS PERMISSIVE FOR ALL TO "daylight_system" USING (true) WITH CHECK (true);