using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Checks;
using CaseCoordination.EnforcementActions.Deconfliction.Checks.Domain;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.EnforcementActions.Actions.Inbound;

/// <summary>Keeps what the border tells of a letter that this file wrote; news that was overtaken changes nothing.</summary>
public sealed class RecordActionProgress(AuthoritySessions sessions, TimeProvider clock) : IConsumer<LetterProgressed>
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, ActionLetterMoved news) =>
        LetterSteps.Forward<ActionEvent>(current.Letters, news.LetterId, news.State, news);

    public async Task Consume(ConsumeContext<LetterProgressed> context)
    {
        var message = context.Message;
        var news = new ActionLetterMoved(
            message.LetterId,
            message.Recipient,
            message.Kind,
            message.State,
            message.Reason,
            message.Explanation,
            message.Basis is { } basis ? ReceivedLetter.BasisOf(basis) : null,
            message.At
        );
        await using var session = sessions.Open(message.Sender, "border", causationId: context.MessageId.ToString());
        if (await session.Documents.LoadAsync<InquiryEntry>(message.LetterId, context.CancellationToken) is { } inquiry)
        {
            await session.DecideAsync<DeconflictionCheck, CheckEvent>(
                inquiry.CheckId,
                check => RecordAnswerProgress.Decide(check, new(news.LetterId, news.State, news.Reason, news.At)),
                context.CancellationToken
            );
            return;
        }

        await session.DecideOnceAsync<CoordinatedAction, ActionEvent>(
            context,
            "enforcement-actions",
            message.ConversationId,
            current => Decide(current, news),
            clock.GetUtcNow()
        );
    }
}
