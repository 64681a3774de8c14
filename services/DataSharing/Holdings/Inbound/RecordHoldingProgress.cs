using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Trails;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.DataSharing.Holdings.Inbound;

/// <summary>Keeps what the border tells of a letter about an item; news that was overtaken changes no state.</summary>
public sealed class RecordHoldingProgress(AuthoritySessions sessions, TimeProvider clock) : IConsumer<LetterProgressed>
{
    public static Decision<TEvent> Decide<TEvent>(Mail mail, LetterNews news, Func<LetterNews, TEvent> moved)
        where TEvent : class =>
        !mail.Knows(news.Id) ? new Refusal("letter-unknown", "This file did not write such a letter.")
        : mail.IsNews(news) ? moved(news)
        : new NoChange();

    public async Task Consume(ConsumeContext<LetterProgressed> context)
    {
        var m = context.Message;
        var now = clock.GetUtcNow();
        var news = new LetterNews(m.LetterId, m.Recipient, m.Kind, m.State, m.Reason, m.Explanation, m.At);
        var once = new InboxEntry { Id = $"data-sharing/{context.MessageId:N}", At = now };
        await using var session = sessions.Open(m.Sender, "border", causationId: context.MessageId.ToString());
        var refusal =
            LetterKinds.IsOfConsent(m.Kind) ? await MoveConsentAsync(session, m.ConversationId, news, once, context)
            : LetterKinds.IsOfTrail(m.Kind) ? await MoveTrailAsync(session, m.ConversationId, news, once, context)
            : (
                await session.DecideAsync<Holding, HoldingEvent>(
                    m.ConversationId,
                    h => Decide<HoldingEvent>(h.Mail, news, n => new HoldingLetterMoved(n)),
                    context.CancellationToken,
                    once
                )
            ).Refusal;
        if (refusal is not null)
        {
            throw new NotYetException(refusal.Code);
        }
    }

    private async Task<Refusal?> MoveConsentAsync(
        AuthoritySession session,
        Guid id,
        LetterNews news,
        InboxEntry once,
        ConsumeContext context
    )
    {
        var outcome = await session.DecideAsync<Consent, ConsentEvent>(
            id,
            c => Decide<ConsentEvent>(c.Mail, news, n => new ConsentLetterMoved(n)),
            context.CancellationToken,
            once
        );
        if (outcome.State.Holding is { } holding)
        {
            await session.DecideAsync<Holding, HoldingEvent>(
                holding,
                h => SeekPermission.Drop(h, outcome.State, clock.GetUtcNow()),
                context.CancellationToken
            );
        }

        return outcome.Refusal;
    }

    private async Task<Refusal?> MoveTrailAsync(
        AuthoritySession session,
        Guid id,
        LetterNews news,
        InboxEntry once,
        ConsumeContext context
    )
    {
        var outcome = await session.DecideAsync<Trail, TrailEvent>(
            id,
            t => Decide<TrailEvent>(t.Mail, news, n => new TrailLetterMoved(n)),
            context.CancellationToken,
            once
        );
        var now = clock.GetUtcNow();
        await Relay.UpAsync(
            session,
            outcome.State,
            new Turn(HoldingReception.By, Guid.CreateVersion7(now), now),
            context.CancellationToken
        );
        return outcome.Refusal;
    }
}
