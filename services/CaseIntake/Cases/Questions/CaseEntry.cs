using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.CaseIntake.Cases.Questions;

/// <summary>The stored view of a case: what lists filter and sort by, and the sheet that readers see.</summary>
public sealed record CaseEntry
{
    public required Guid Id { get; init; }
    public required string Stage { get; init; }
    public required string Role { get; init; }
    public required string Matter { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required bool IsWaiting { get; init; }
    public required string[] Partners { get; init; }
    public required string[] Groups { get; init; }
    public required string[] Members { get; init; }

    /// <summary>The subjects' identifiers, as <see cref="SubjectKeys"/> spells them.</summary>
    public required string[] Identifiers { get; init; }

    /// <summary>Reference, title, subjects' names and identifiers, in lower case.</summary>
    public required string Text { get; init; }
    public required CaseSheet Sheet { get; init; }

    public static CaseEntry Of(Case file, StreamFacts facts)
    {
        var waits = Waits(file).ToArray();
        return new CaseEntry
        {
            Id = file.Id,
            Stage = Kebab.Of(file.Stage),
            Role = Kebab.Of(file.Role),
            Matter = file.Matter.Code,
            OpenedAt = file.OpenedAt,
            IsWaiting = waits.Length > 0,
            Partners =
            [
                .. file
                    .Partners.Keys.Append(file.Lead)
                    .Distinct(StringComparer.Ordinal)
                    .Where(p => p != file.Authority),
            ],
            Groups = [.. file.Groups],
            Members = [.. file.Members],
            Identifiers = SubjectKeys.Of(file.Subjects.SelectMany(s => s.Identifiers)),
            Text = TextOf(file),
            Sheet = SheetOf(file, facts, waits),
        };
    }

    private static CaseSheet SheetOf(Case file, StreamFacts facts, WaitLine[] waits) =>
        new()
        {
            Id = file.Id,
            Version = facts.Version,
            Authority = file.Authority,
            Reference = file.Reference,
            Stage = Kebab.Of(file.Stage),
            Role = Kebab.Of(file.Role),
            Lead = file.Lead,
            JointInvestigation = file.FiledAt is null ? null : file.Id,
            Title = file.Title,
            Matter = file.Matter,
            Partners = [.. file.Partners.Values.Where(p => p.Authority != file.Lead).Select(LineOf)],
            Invitation = file.Invitation is { } i
                ? new InvitationLine(i.LetterId, i.From, i.Message, i.ReplyBy, i.Tlp, i.Basis, i.At)
                : null,
            LeadOffer = file.Offer is { } o ? new LeadOfferLine(o.From, o.To, o.AnswerBy) : null,
            Subjects = file.Subjects,
            Allegations = file.Allegations,
            Exhibits = file.Exhibits,
            Letters = file.Letters,
            Waits = waits,
            Assistance = file.Ask?.Assistance ?? [],
            Groups = file.Groups,
            Members = file.Members,
            Outcome = file.Closing?.Outcome,
            Summary = file.Closing?.Summary,
            LeadOutcome = file.LeadClosing?.Outcome,
            LeadSummary = file.LeadClosing?.Summary,
            OpenedAt = file.OpenedAt,
            FiledAt = file.FiledAt,
            SuspendedAt = file.SuspendedAt,
            ClosedAt = file.Closing?.At,
            LeadClosedAt = file.LeadClosing?.At,
            RetainUntil = file.RetainUntil,
            ChangedAt = facts.ChangedAt,
        };

    private static PartnerLine LineOf(Partner partner) =>
        new()
        {
            Authority = partner.Authority,
            State = Kebab.Of(partner.State),
            Since = partner.Since,
            Reason = partner.Reason,
            Explanation = partner.Explanation,
            Ground = partner.Ground,
            Outcome = partner.Outcome,
            LetterId = partner.LetterId,
            Basis = partner.Basis,
        };

    private static IEnumerable<WaitLine> Waits(Case file)
    {
        var isPaused = file.Stage == CaseStage.Suspended;
        foreach (var clock in file.IsEditable ? file.Clocks.Values : [])
        {
            var state =
                isPaused ? "paused"
                : clock.HasFailed ? "overdue"
                : clock.HasWarned ? "late"
                : "running";
            yield return new WaitLine(clock.On, clock.Awaits, clock.Since, clock.FailAt, state);
        }

        if (file is { Stage: CaseStage.Acknowledged, Invitation: { } invitation })
        {
            yield return new WaitLine(file.Authority, "invitation-answer", invitation.At, null, "running");
        }
    }

    private static string TextOf(Case file) =>
        string.Join(
                '\n',
                file.Subjects.SelectMany(s => s.Identifiers.Select(i => i.Value).Prepend(s.Name))
                    .Prepend(file.Title)
                    .Prepend(file.Reference)
            )
            .ToLowerInvariant();
}
