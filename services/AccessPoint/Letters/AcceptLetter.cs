using CaseCoordination.AccessPoint.Border;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;
using Microsoft.Extensions.Options;

namespace CaseCoordination.AccessPoint.Letters;

/// <summary>A dispatch becomes a letter if the law permits it; the decision is frozen either way.</summary>
public static class AcceptLetter
{
    public static Decision<OutboundEvent> Decide(
        OutboundLetter current,
        DispatchLetter dispatch,
        Judgement judgement,
        Clocks clocks,
        DateTimeOffset now
    )
    {
        if (current.IsKnown)
        {
            return new NoChange();
        }

        return judgement.Permits ? Accepted(dispatch, judgement, clocks, now) : Rejected(dispatch, judgement, now);
    }

    private static LetterAccepted Accepted(DispatchLetter d, Judgement j, Clocks clocks, DateTimeOffset now) =>
        new(
            d.LetterId,
            d.Sender,
            d.Recipient,
            d.Kind,
            d.ConversationId,
            QuestionJson.Write(d.Question),
            j.Outcome,
            j.Instrument,
            j.Version,
            j.Citations,
            j.Duties,
            j.Decision,
            d.Content,
            ContentHash.Of(d.Content),
            d.SubmittedBy,
            [.. d.VisibleTo],
            d.SubmittedAt,
            now,
            now + clocks.GiveUp,
            now + clocks.RelayWarn,
            now + clocks.RelayFail,
            now + clocks.DeliveryWarn,
            now + clocks.DeliveryFail,
            now + clocks.RetrievalWarn,
            now + clocks.RetrievalFail,
            j.Book,
            j.Asked,
            j.Obligations
        );

    private static LetterRejected Rejected(DispatchLetter d, Judgement j, DateTimeOffset now) =>
        new(
            d.LetterId,
            d.Sender,
            d.Recipient,
            d.Kind,
            d.ConversationId,
            QuestionJson.Write(d.Question),
            j.Reason!,
            j.Explanation,
            j.Outcome,
            j.Instrument,
            j.Version,
            j.Citations,
            j.Decision,
            ContentHash.Of(d.Content),
            d.SubmittedBy,
            [.. d.VisibleTo],
            d.SubmittedAt,
            now,
            j.Book,
            j.Asked
        );
}

/// <summary>Hears dispatches from the services of the authorities hosted here.</summary>
public sealed class AcceptDispatchedLetter(
    AuthoritySessions sessions,
    BorderJudge judge,
    IOptions<Clocks> clocks,
    TimeProvider clock
) : IConsumer<DispatchLetter>
{
    public async Task Consume(ConsumeContext<DispatchLetter> context)
    {
        var dispatch = context.Message;
        var now = clock.GetUtcNow();
        await using var session = sessions.For(context, dispatch.Sender, dispatch.ConversationId);
        var judgement = await judge.JudgeAsync(
            session,
            dispatch.Question,
            dispatch.Sender,
            dispatch.Recipient,
            dispatch.SubmittedAt,
            now,
            context.CancellationToken
        );
        if (judgement.NotYet(dispatch.SubmittedAt, now) is { } wait)
        {
            throw new NotYetException(wait);
        }

        await session.DecideAsync<OutboundLetter, OutboundEvent>(
            dispatch.LetterId,
            current => AcceptLetter.Decide(current, dispatch, judgement, clocks.Value, now),
            context.CancellationToken,
            Inbox.Once(context, now)
        );
    }
}
