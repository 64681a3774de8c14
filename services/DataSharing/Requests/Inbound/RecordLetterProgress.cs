using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.DataSharing.Requests.Inbound;

/// <summary>Keeps what the border tells of a letter that this file wrote; news that was overtaken changes no state.</summary>
public sealed class RecordLetterProgress(AuthoritySessions sessions, TimeProvider clock) : IConsumer<LetterProgressed>
{
    /// <summary>A step forward, or the legal basis of the request where it was not known yet.</summary>
    public static Decision<RequestEvent> Decide(Request current, LetterMoved news)
    {
        if (current.Letters.FirstOrDefault(l => l.Id == news.LetterId) is not { } letter)
        {
            return new Refusal("letter-unknown", "This file did not write such a letter.");
        }

        if (LetterSteps.RankOf(news.State) > LetterSteps.RankOf(letter.State))
        {
            return news;
        }

        var isMissingBasis = news.Basis is not null && current.Tie == news.LetterId && current.Basis is null;
        return isMissingBasis ? news with { State = letter.State, Reason = letter.Reason } : new NoChange();
    }

    public async Task Consume(ConsumeContext<LetterProgressed> context)
    {
        var message = context.Message;
        var now = clock.GetUtcNow();
        var news = new LetterMoved(
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
        await session.DecideOnceAsync<Request, RequestEvent>(
            context,
            "data-sharing",
            message.ConversationId,
            current => Decide(current, news),
            now
        );
    }
}
