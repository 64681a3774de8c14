using System.Collections.Immutable;
using System.Globalization;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>What the law is asked about an invitation, as the border will ask it.</summary>
internal static class InvitationQuestion
{
    public static AssistanceRequest Of(Case file, Invitee invitee, FileJointInvestigation.Body body, DateOnly today) =>
        new()
        {
            From = file.Authority,
            To = invitee.Authority,
            At = today,
            AsOf = today,
            Invoked = invitee.Instrument,
            Pinned = invitee.Pinned,
            Kinds = [.. CaseShapes.Distinct(body.Assistance)],
            Subjects = [SubjectOf(file, today)],
            Missing = [.. Vocabulary.Fields.Except(body.ContentFields ?? [], StringComparer.Ordinal)],
            Facts = Facts.None with
            {
                Predicates = (body.Facts ?? ImmutableDictionary<string, string>.Empty).ToImmutableSortedDictionary(
                    f => f.Key,
                    f => TriLogic.Parse(f.Value) ?? Tri.Unknown,
                    StringComparer.Ordinal
                ),
            },
        };

    /// <summary>The case's matter as the law is asked about it; conduct without dates counts as of the day of asking.</summary>
    public static RequestSubject SubjectOf(Case file, DateOnly today) =>
        new(
            1,
            file.Matter.Code,
            file.Matter.Over,
            TriLogic.Parse(file.Matter.FinancialInstrument) ?? Tri.Unknown,
            Day(file.Matter.ConductFrom, today),
            Day(file.Matter.ConductTo, today)
        );

    private static DateOnly Day(string? day, DateOnly otherwise) =>
        day is null ? otherwise : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
