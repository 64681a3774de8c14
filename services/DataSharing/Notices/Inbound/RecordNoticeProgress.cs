using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.DataSharing.Notices.Inbound;

/// <summary>Keeps what the border tells of a letter that this file wrote; news that was overtaken changes nothing.</summary>
public sealed class RecordNoticeProgress(AuthoritySessions sessions, TimeProvider clock) : IConsumer<LetterProgressed>
{
    public static Decision<NoticeEvent> Decide(Notice current, NoticeLetterMoved news) =>
        LetterSteps.Forward<NoticeEvent>(current.Letters, news.LetterId, news.State, news);

    public async Task Consume(ConsumeContext<LetterProgressed> context)
    {
        var message = context.Message;
        var news = new NoticeLetterMoved(
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
        await session.DecideOnceAsync<Notice, NoticeEvent>(
            context,
            "data-sharing",
            message.ConversationId,
            current => Decide(current, news),
            clock.GetUtcNow()
        );
    }
}
