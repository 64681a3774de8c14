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
using HearOriginator = CaseCoordination.DataSharing.Holdings.Consents.HearOriginator;

namespace CaseCoordination.DataSharing.Holdings.Inbound;

/// <summary>
/// Takes letters about items from the border. The letter's own file comes first; what follows from it elsewhere changes nothing
/// when it is repeated, so that a redelivery completes what a failure left out.
/// </summary>
public sealed class ReceiveHoldingLetter(
    AuthoritySessions sessions,
    Relay relay,
    HoldingSettings settings,
    TimeProvider clock
) : IConsumer<LetterDelivered>
{
    public async Task Consume(ConsumeContext<LetterDelivered> context)
    {
        var letter = ReceivedLetter.Of(context.Message);
        await using var session = sessions.Open(
            letter.Recipient,
            HoldingReception.By,
            causationId: context.MessageId.ToString()
        );
        var now = clock.GetUtcNow();
        var turn = new Turn(HoldingReception.By, Guid.CreateVersion7(now), now);
        var once = new InboxEntry { Id = $"data-sharing/{context.MessageId:N}", At = now };
        await (
            LetterKinds.IsOfConsent(letter.Kind)
                ? ToConsentAsync(session, letter, turn, once, context.CancellationToken)
            : LetterKinds.IsOfTrail(letter.Kind)
                ? ToHoldingAsync(session, letter, turn, once, context.CancellationToken)
            : ToTrailAsync(session, letter, turn, once, context.CancellationToken)
        );
    }

    private async Task ToHoldingAsync(
        AuthoritySession session,
        ReceivedLetter letter,
        Turn turn,
        InboxEntry once,
        CancellationToken cancellation
    )
    {
        var calendars = await Calendars.LoadAsync(session, [letter.Recipient], cancellation);
        var delete = settings.DeleteBy(calendars, letter.Recipient, turn.Now);
        var outcome = await session.DecideAsync<Holding, HoldingEvent>(
            letter.Conversation,
            current => HoldingReception.Decide(current, letter, delete, turn.Now),
            cancellation,
            once
        );
        Require(outcome.Refusal);
        await relay.DownAsync(session, outcome.State, turn, cancellation);
    }

    private static async Task ToTrailAsync(
        AuthoritySession session,
        ReceivedLetter letter,
        Turn turn,
        InboxEntry once,
        CancellationToken cancellation
    )
    {
        var outcome = await session.DecideAsync<Trail, TrailEvent>(
            letter.Conversation,
            current => HoldingReception.Decide(current, letter, turn.Now),
            cancellation,
            once
        );
        Require(outcome.Refusal);
        await Relay.UpAsync(session, outcome.State, turn, cancellation);
    }

    private static async Task ToConsentAsync(
        AuthoritySession session,
        ReceivedLetter letter,
        Turn turn,
        InboxEntry once,
        CancellationToken cancellation
    )
    {
        var (trail, source) = await AskedAboutAsync(session, letter, cancellation);
        var outcome = await session.DecideAsync<Consent, ConsentEvent>(
            letter.Conversation,
            current => HoldingReception.Decide(current, letter, trail, source, turn.Now),
            cancellation,
            once
        );
        Require(outcome.Refusal);
        if (outcome.State.Holding is { } holding)
        {
            await session.DecideAsync<Holding, HoldingEvent>(
                holding,
                current => HearOriginator.Record(current, outcome.State, turn.Now),
                cancellation
            );
        }
    }

    // The item as this authority gave it to whoever asks: nobody asks about what was given to others.
    private static async Task<(Trail Trail, Holding? Source)> AskedAboutAsync(
        AuthoritySession session,
        ReceivedLetter letter,
        CancellationToken cancellation
    )
    {
        if (LetterJson.Read<AskLetter>(letter.Content) is not { } told)
        {
            return (new Trail(), null);
        }

        var (trail, _) = await session.LoadAsync<Trail>(
            HoldingIds.Of(told.Package, told.Number, letter.Sender),
            cancellation
        );
        return trail.SourceHolding is { } source
            ? (trail, (await session.LoadAsync<Holding>(source, cancellation)).State)
            : (trail, null);
    }

    private static void Require(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new NotYetException(refusal.Code);
        }
    }
}
