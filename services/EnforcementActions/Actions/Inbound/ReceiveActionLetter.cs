using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Deconfliction;
using CaseCoordination.EnforcementActions.Deconfliction.Checks;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Investigations;
using CaseCoordination.EnforcementActions.Timing.Clocks;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.EnforcementActions.Actions.Inbound;

/// <summary>Takes letters for actions from the border.</summary>
public sealed class ReceiveActionLetter(
    AuthoritySessions sessions,
    References references,
    ActionSettings settings,
    ClockSettings clocks,
    OwnPlans plans,
    AnswerInquiry inquiries,
    TimeProvider clock
) : IConsumer<LetterDelivered>
{
    public async Task Consume(ConsumeContext<LetterDelivered> context)
    {
        var letter = ReceivedLetter.Of(context.Message);
        await using var session = sessions.Open(
            letter.Recipient,
            ReadActionLetter.By,
            causationId: context.MessageId.ToString()
        );
        var now = clock.GetUtcNow();
        if (letter.Kind == ActionLetterKinds.Deconfliction)
        {
            var once = new InboxEntry { Id = $"enforcement-actions/{context.MessageId:N}", At = now };
            await inquiries.AnswerAsync(session, letter, once, context.CancellationToken);
            return;
        }

        var hits = await HitsOfAsync(session, letter, context.CancellationToken);
        var intake = await IntakeOfAsync(session, letter, now, context.CancellationToken);

        // Whether an order came in time is decided at the moment at which it is decided, not at the one at which it came in.
        await session.DecideOnceAsync<CoordinatedAction, ActionEvent>(
            context,
            "enforcement-actions",
            letter.Conversation,
            current =>
            {
                var at = clock.GetUtcNow();
                return CheckTargets.After(
                    ReadActionLetter.Decide(current, letter, intake with { Now = at, BadClock = clocks.Bad }),
                    current,
                    hits,
                    new Turn(ReadActionLetter.By, letter.LetterId, at)
                );
            },
            now
        );
    }

    private async Task<Hit[]> HitsOfAsync(
        AuthoritySession session,
        ReceivedLetter letter,
        CancellationToken cancellation
    ) =>
        letter.Kind == ActionLetterKinds.Proposal
        && LetterJson.Read<ProposalLetter>(letter.Content) is { } told
        && Told.PlanOf(told) is var plan
        && plan.Schedule.IsInOrder()
            ? await plans.FindAsync(session, letter.Conversation, Sought.Of(plan), cancellation)
            : [];

    private async Task<ActionIntake> IntakeOfAsync(
        AuthoritySession session,
        ReceivedLetter letter,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var (_, version) = await session.LoadAsync<CoordinatedAction>(letter.Conversation, cancellation);
        var proposal =
            version == 0 && letter.Kind == ActionLetterKinds.Proposal
                ? LetterJson.Read<ProposalLetter>(letter.Content)
                : null;
        if (proposal is null)
        {
            return new ActionIntake(now, "", [], []);
        }

        var (groups, members) = await ReadersAsync(session, letter.Sender, proposal, cancellation);
        return new ActionIntake(now, await references.NextAsync(letter.Recipient, now, cancellation), groups, members);
    }

    // Those who work on the own case, where it is known here; the usual groups otherwise.
    private async Task<(string[] Groups, string[] Members)> ReadersAsync(
        AuthoritySession session,
        string sender,
        ProposalLetter proposal,
        CancellationToken cancellation
    ) =>
        await session.Documents.LoadAsync<Investigation>(proposal.CaseId, cancellation) is { } own
        && (own.Lead == sender || own.Joined.ContainsKey(sender))
        && own.Groups.Count + own.Members.Count > 0
            ? ([.. own.Groups], [.. own.Members])
            : (IntakeGroups.For(proposal.Matter.Over, settings.IntakeGroups, settings.OtherIntakeGroups), []);
}
