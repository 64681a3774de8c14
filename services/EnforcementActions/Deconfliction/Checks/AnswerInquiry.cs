using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Deconfliction.Checks.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Letters;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Deconfliction.Checks;

/// <summary>
/// Answers an authority that asks about targets of an action in which this one has no part: hit or no-hit, and whom to speak to.
/// What was asked and answered is kept.
/// </summary>
public sealed class AnswerInquiry(
    OwnPlans plans,
    ActionSettings settings,
    DeconflictionSettings limits,
    TimeProvider clock
)
{
    public const string By = "enforcement-actions";

    /// <summary>The stream of an asker's inquiries of a day.</summary>
    public static Guid StreamOf(string asker, DateTimeOffset now) =>
        DeterministicId.Of("deconfliction", asker, $"{now.UtcDateTime:yyyy-MM-dd}");

    public static Decision<CheckEvent> Decide(
        DeconflictionCheck current,
        ReceivedLetter letter,
        Hit[] hits,
        string[] groups,
        int limit,
        DateTimeOffset now
    )
    {
        if (current.Taken.Contains(letter.LetterId))
        {
            return new NoChange();
        }

        if (LetterJson.Read<DeconflictionLetter>(letter.Content) is not { } asked)
        {
            return new InquirySetAside(letter.Sender, letter.LetterId, "content-unreadable", groups, now);
        }

        // Beyond the limit nothing is told, so that asking often does not tell what asking once would not.
        var isTooMany = current.Answered >= limit;
        var finding = new Finding(
            Finding.OfInquiry,
            asked.Number,
            isTooMany ? [] : hits,
            isTooMany ? "too-many" : null,
            now
        );
        return new CheckEvent[]
        {
            new InquiryTaken(
                letter.Sender,
                letter.LetterId,
                letter.Conversation,
                asked.Number,
                [.. asked.Targets.SelectMany(t => t.Keys)],
                asked.Places,
                asked.From,
                asked.Until,
                finding.Hits,
                finding.Declined,
                groups,
                now
            ),
            new InquiryAnswered(
                LetterIds.Of(letter.LetterId, letter.Sender, ActionLetterKinds.Deconflicted),
                letter.Sender,
                letter.Conversation,
                LetterJson.Write(DeconflictedLetter.Of(finding)),
                letter.LetterId,
                groups,
                now
            ),
        };
    }

    internal async Task AnswerAsync(
        AuthoritySession session,
        ReceivedLetter letter,
        InboxEntry once,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var hits = LetterJson.Read<DeconflictionLetter>(letter.Content) is { } asked
            ? await plans.FindAsync(session, Guid.Empty, asked.ToSought(), cancellation)
            : [];
        string[] groups = settings.OtherIntakeGroups ?? IntakeGroups.For("", settings.IntakeGroups, null);
        await session.DecideAsync<DeconflictionCheck, CheckEvent>(
            StreamOf(letter.Sender, now),
            current => Decide(current, letter, hits, groups, limits.InquiriesPerDay, now),
            cancellation,
            once
        );
    }
}
