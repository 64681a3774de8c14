using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Refusals that several acts share.</summary>
internal static class Refusals
{
    public static Refusal NotTheLead { get; } =
        new("not-the-lead", "Only the authority that leads the action can do this.");

    public static Refusal NotAParticipant { get; } =
        new("not-a-participant", "This authority has no part in the current plan.");

    public static Refusal Concluded { get; } =
        new("action-concluded", "This authority has concluded its file of the action.");

    public static Refusal SamePerson { get; } =
        Refusal.Forbidden(
            "same-person",
            "Whoever prepared the plan or a title does not approve it; another person has to."
        );

    public static Refusal CutOffPassed(CoordinatedAction file) =>
        new(
            "cut-off-passed",
            $"The cut-off was {file.Plan.Schedule.CutOff:u}; after it an authority can only withhold its own measures."
        );

    /// <summary>Why votes are no longer taken; null while they are.</summary>
    public static Refusal? VotesClosed(CoordinatedAction file, Turn turn) =>
        file.Concluded is not null ? Concluded
        : !file.Plan.Names(file.Authority) ? NotAParticipant
        : file.Proposed != file.Plan.Version ? new Refusal("not-proposed", "The plan has not been proposed yet.")
        : file.Order?.Standing == Standing.Aborted ? new Refusal("action-aborted", "The lead has aborted the action.")
        : file.Release is not null ? new Refusal("released-before", "The measures went out already.")
        : file.IsPastCutOff(turn.Now) ? CutOffPassed(file)
        : null;
}
