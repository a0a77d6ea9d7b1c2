"""The mart ``repression_cases``."""

from typing import Annotated

from warehouse.contract.types import Day, Means, table


@table("repression_cases", key=("person_id", "case_number"), sorted_by=("person", "person_id", "case_number"))
class RepressionCase:
    """One case against one person: arrest, trial, sentence, execution and rehabilitation side by side."""

    person_id: Annotated[str, Means("The person (or group).", refers_to="entities.entity_id")]
    person: Annotated[str, Means("That person's (or group's) name.")]
    case_number: Annotated[int, Means("The case's place among the person's, by the arrests, from 1.")]
    arrest_event_id: Annotated[str | None, Means("The arrest.", refers_to="events.event_id")]
    arrest_edtf: Annotated[str | None, Means("The arrest, as EDTF.")]
    arrest_earliest: Annotated[Day | None, Means("The arrest: the first day it can have been.")]
    arrest_latest: Annotated[Day | None, Means("The arrest: the last day it can have been.")]
    arrest_year: Annotated[int | None, Means("The arrest: the year, where the date settles it.")]
    arrest_month: Annotated[int | None, Means("The arrest: the month, where the date settles it.")]
    arrest_day: Annotated[int | None, Means("The arrest: the day of the month, where the date settles it.")]
    trial_event_id: Annotated[str | None, Means("The trial.", refers_to="events.event_id")]
    trial_edtf: Annotated[str | None, Means("The trial, as EDTF.")]
    trial_earliest: Annotated[Day | None, Means("The trial: the first day it can have been.")]
    trial_latest: Annotated[Day | None, Means("The trial: the last day it can have been.")]
    trial_year: Annotated[int | None, Means("The trial: the year, where the date settles it.")]
    trial_month: Annotated[int | None, Means("The trial: the month, where the date settles it.")]
    trial_day: Annotated[int | None, Means("The trial: the day of the month, where the date settles it.")]
    sentence_event_id: Annotated[str | None, Means("The sentence.", refers_to="events.event_id")]
    sentence_edtf: Annotated[str | None, Means("The sentence, as EDTF.")]
    sentence_earliest: Annotated[Day | None, Means("The sentence: the first day it can have been.")]
    sentence_latest: Annotated[Day | None, Means("The sentence: the last day it can have been.")]
    sentence_year: Annotated[int | None, Means("The sentence: the year, where the date settles it.")]
    sentence_month: Annotated[int | None, Means("The sentence: the month, where the date settles it.")]
    sentence_day: Annotated[int | None, Means("The sentence: the day of the month, where the date settles it.")]
    execution_event_id: Annotated[str | None, Means("The execution.", refers_to="events.event_id")]
    execution_edtf: Annotated[str | None, Means("The execution, as EDTF.")]
    execution_earliest: Annotated[Day | None, Means("The execution: the first day it can have been.")]
    execution_latest: Annotated[Day | None, Means("The execution: the last day it can have been.")]
    execution_year: Annotated[int | None, Means("The execution: the year, where the date settles it.")]
    execution_month: Annotated[int | None, Means("The execution: the month, where the date settles it.")]
    execution_day: Annotated[int | None, Means("The execution: the day of the month, where the date settles it.")]
    rehabilitation_event_id: Annotated[str | None, Means("The rehabilitation.", refers_to="events.event_id")]
    rehabilitation_edtf: Annotated[str | None, Means("The rehabilitation, as EDTF.")]
    rehabilitation_earliest: Annotated[Day | None, Means("The rehabilitation: the first day it can have been.")]
    rehabilitation_latest: Annotated[Day | None, Means("The rehabilitation: the last day it can have been.")]
    rehabilitation_year: Annotated[int | None, Means("The rehabilitation: the year, where the date settles it.")]
    rehabilitation_month: Annotated[int | None, Means("The rehabilitation: the month, where the date settles it.")]
    rehabilitation_day: Annotated[
        int | None, Means("The rehabilitation: the day of the month, where the date settles it.")
    ]
    sentence: Annotated[str | None, Means("What the sentence was, in the source's words.")]
    arrest_to_trial_days_least: Annotated[int | None, Means("The fewest days from arrest to trial.")]
    arrest_to_trial_days_most: Annotated[int | None, Means("The most days from arrest to trial.")]
    arrest_to_execution_days_least: Annotated[int | None, Means("The fewest days from arrest to execution.")]
    arrest_to_execution_days_most: Annotated[int | None, Means("The most days from arrest to execution.")]
    execution_to_rehabilitation_days_least: Annotated[
        int | None, Means("The fewest days from execution to rehabilitation.")
    ]
    execution_to_rehabilitation_days_most: Annotated[
        int | None, Means("The most days from execution to rehabilitation.")
    ]
