using CaseCoordination.AccessPoint.Border;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;
using Microsoft.Extensions.Options;

namespace CaseCoordination.AccessPoint.Letters;

/// <summary>A letter that arrives is judged again by this side's law; it is let in or turned away, and its sender is told.</summary>
public static class TakeLetterIn
{
    public static Decision<InboundEvent> Decide(
        InboundLetter current,
        Letter letter,
        Judgement judgement,
        Clocks clocks,
        DateTimeOffset now
    )
    {
        if (current.IsKnown)
        {
            var isSame = current.ContentHash == letter.ContentHash && current.Sender == letter.Sender;
            return isSame || current.Impostors.Contains((letter.Sender, letter.ContentHash))
                ? new NoChange()
                : new LetterIdReused(letter.LetterId, letter.Sender, letter.ContentHash, now);
        }

        if (!string.Equals(ContentHash.Of(letter.Content), letter.ContentHash, StringComparison.Ordinal))
        {
            return Away(letter, "content-altered", "The content is not what its hash says.", judgement, now);
        }

        // Two borders that hold the same version of the terms compile the same obligations.
        if (
            letter.Basis.Version is { } version
            && string.Equals(version, judgement.Version, StringComparison.Ordinal)
            && !string.Equals(
                ObligationsJson.Write(letter.Basis.Obligations),
                judgement.Obligations,
                StringComparison.Ordinal
            )
        )
        {
            return Away(
                letter,
                "obligations-altered",
                "The obligations are not those of the terms they name.",
                judgement,
                now
            );
        }

        return judgement.Permits
            ? In(letter, judgement, clocks, now)
            : Away(letter, judgement.Reason!, judgement.Explanation, judgement, now);
    }

    private static LetterTakenIn In(Letter l, Judgement own, Clocks clocks, DateTimeOffset now) =>
        new(
            l.LetterId,
            l.Sender,
            l.Recipient,
            l.Kind,
            l.ConversationId,
            QuestionJson.Write(l.Question),
            l.Basis.Outcome,
            l.Basis.Instrument,
            l.Basis.Version,
            [.. l.Basis.Citations],
            [.. l.Basis.Duties],
            l.Basis.Decision,
            own.Outcome,
            own.Version,
            own.Decision,
            l.Content,
            l.ContentHash,
            l.SubmittedAt,
            now,
            now + clocks.RetrievalWarn,
            now + clocks.RetrievalFail,
            own.Book,
            own.Asked,
            ObligationsJson.Write(l.Basis.Obligations)
        );

    private static LetterTurnedAway Away(
        Letter l,
        string reason,
        string explanation,
        Judgement own,
        DateTimeOffset now
    ) =>
        new(
            l.LetterId,
            l.Sender,
            l.Recipient,
            l.Kind,
            l.ConversationId,
            QuestionJson.Write(l.Question),
            reason,
            explanation,
            own.Decision,
            l.ContentHash,
            l.SubmittedAt,
            now,
            own.Book,
            own.Asked
        );
}

/// <summary>Hears letters addressed to the authorities hosted here.</summary>
public sealed class TakeArrivingLetterIn(
    AuthoritySessions sessions,
    BorderJudge judge,
    IOptions<Clocks> clocks,
    TimeProvider clock
) : IConsumer<Letter>
{
    public async Task Consume(ConsumeContext<Letter> context)
    {
        var letter = context.Message;
        var now = clock.GetUtcNow();
        await using var session = sessions.For(context, letter.Recipient, letter.ConversationId);
        var judgement = await judge.JudgeAsync(
            session,
            letter.Question,
            letter.Sender,
            letter.Recipient,
            letter.SubmittedAt,
            now,
            context.CancellationToken
        );
        if (judgement.NotYet(letter.SubmittedAt, now) is { } wait)
        {
            throw new NotYetException(wait);
        }

        await session.DecideAsync<InboundLetter, InboundEvent>(
            letter.LetterId,
            current => TakeLetterIn.Decide(current, letter, judgement, clocks.Value, now),
            context.CancellationToken,
            Inbox.Once(context, now)
        );
    }
}
