using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;
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
        var intake = await IntakeOfAsync(session, letter, now, context.CancellationToken);

        // Whether an order came in time is decided at the moment at which it is decided, not at the one at which it came in.
        var outcome = await session.DecideAsync<CoordinatedAction, ActionEvent>(
            letter.Conversation,
            current =>
                ReadActionLetter.Decide(
                    current,
                    letter,
                    intake with
                    {
                        Now = clock.GetUtcNow(),
                        BadClock = clocks.Bad,
                    }
                ),
            context.CancellationToken,
            new InboxEntry { Id = $"enforcement-actions/{context.MessageId:N}", At = now }
        );
        if (outcome.Refusal is { } notYet)
        {
            throw new NotYetException(notYet.Code);
        }
    }

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
        return proposal is null
            ? new ActionIntake(now, "", [], [])
            : new ActionIntake(
                now,
                await references.NextAsync(letter.Recipient, now, cancellation),
                IntakeGroups.For(proposal.Matter.Over, settings.IntakeGroups, settings.OtherIntakeGroups),
                []
            );
    }
}
